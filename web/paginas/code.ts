/** The page behind a link before the code: it holds nothing of a person, so whoever opens the link may see it. */
import { Fragment, createElement as h, type ReactNode } from 'react';
import type { Uitkomst } from '../../domain/codes.ts';
import { verborgenVelden } from '../besluitformulier.ts';
import { foutenlijst } from '../onderdelen/foutenlijst.ts';
import { knop } from '../onderdelen/knop.ts';
import { melding } from '../onderdelen/melding.ts';
import { alinea, kop } from '../onderdelen/tekst.ts';
import { tekstveld } from '../onderdelen/tekstveld.ts';
import { vinkjes } from '../onderdelen/vinkjes.ts';
import { pagina } from '../schil.ts';
import { eindes } from './trajectEinde.ts';

/** What the page knows. */
export interface Codepagina {
  /** The path of the link. */
  pad: string;
  kenmerk: string;
  /** How the traject ended, when that is what there is to read. */
  uitkomst?: Uitkomst | undefined;
  /** How the code that works now was sent; absent when none works. */
  verstuurd?: 'sms' | 'mail' | undefined;
  /** False when there is no number to send an SMS to. */
  metTelefoon: boolean;
  /** What is wrong with the code that was typed. */
  fout?: string | undefined;
  /** Why there is no code, or none that works. */
  probleem?: string | undefined;
  /** What was typed on the page itself before the access ended; it goes along until there is access again. */
  concept?: string | undefined;
}

const codeveld = 'code';
const codelabel = 'Code van zes cijfers';

const verstuurdTekst = {
  sms: 'Wij hebben u een sms gestuurd met een code. De code werkt tien minuten.',
  mail: 'Wij hebben u een e-mail gestuurd met een code. De code werkt tien minuten.',
} as const;

/** The page that asks for a code, and sends one. */
export function codePagina(gegevens: Codepagina): string {
  const { kenmerk, uitkomst, verstuurd, fout, probleem, concept } = gegevens;
  const fouten = fout ? [{ naam: codeveld, label: codelabel, melding: fout }] : [];
  return pagina({
    titel: `Uw toegang bij ${kenmerk}`,
    metFouten: Boolean(fout ?? probleem),
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      foutenlijst(fouten),
      probleem &&
        melding({
          soort: 'error',
          kop: 'Dit lukt nu niet',
          inhoud: alinea(probleem),
          dringend: true,
        }),
      uitkomst && hoeHetEindigde(uitkomst),
      concept &&
        melding({
          soort: 'info',
          kop: 'Wat u invulde, is er nog',
          inhoud: alinea(
            'Uw toegang was voorbij. Na een nieuwe code staat alles er weer en kunt u het versturen.',
          ),
        }),
      alinea(
        `Deze pagina hoort bij ${kenmerk} van Zorglogistiek Haaglanden. U heeft geen account nodig. Wel controleren wij met een code of u het bent, voordat u iets leest of antwoordt.`,
      ),
      verstuurd &&
        h(
          Fragment,
          null,
          melding({ soort: 'ok', kop: 'De code is verstuurd', inhoud: alinea(verstuurdTekst[verstuurd]) }),
          invulformulier(gegevens),
          kop('Geen code gekregen?'),
        ),
      aanvraagformulier(gegevens),
    ),
  });
}

function hoeHetEindigde(uitkomst: Uitkomst): ReactNode {
  const [titel, uitleg] = eindes[uitkomst];
  return melding({
    soort: 'info',
    kop: titel,
    inhoud: h(
      Fragment,
      null,
      alinea(uitleg),
      alinea('Vraag hieronder een code. Daarna leest u waarom, en wat u nu kunt doen.'),
    ),
  });
}

function bewaard(concept: string | undefined): ReactNode {
  return verborgenVelden(concept ? { concept } : {});
}

function invulformulier({ pad, fout, concept }: Codepagina): ReactNode {
  return h(
    'form',
    { method: 'post', action: `${pad}/toegang`, noValidate: true, className: 'zl-stapel' },
    bewaard(concept),
    tekstveld({
      naam: codeveld,
      label: codelabel,
      fout,
      autocomplete: 'one-time-code',
      toetsen: 'numeric',
    }),
    knop('Ga verder'),
  );
}

function aanvraagformulier({ pad, verstuurd, metTelefoon, concept }: Codepagina): ReactNode {
  return h(
    'form',
    { method: 'post', action: `${pad}/code`, noValidate: true, className: 'zl-stapel' },
    bewaard(concept),
    metTelefoon
      ? vinkjes({
          naam: 'bezorging',
          label: 'U krijgt de code per sms',
          verplicht: false,
          keuzes: { mail: 'Ik heb mijn telefoon niet bij me: stuur de code naar mijn e-mail' },
        })
      : alinea('Wij hebben geen telefoonnummer van u. U krijgt de code per e-mail.'),
    knop(verstuurd ? 'Stuur mij een nieuwe code' : 'Stuur mij een code', verstuurd ? 'secondary' : 'primary'),
  );
}
