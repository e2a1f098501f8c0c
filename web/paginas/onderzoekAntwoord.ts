/** The page on which an aanbieder without an account reads what is asked and answers. */
import { Fragment, createElement as h, type ReactNode } from 'react';
import { besluitformulier, type Formulierbesluit, type Invulling, sleutelveld } from '../besluitformulier.ts';
import { codeLabel } from '../codeLabels.ts';
import { afsprakenDeel, type Plan, planDeel, verslagDeel } from '../onderdelen/afgesproken.ts';
import { type Formulierfout, foutenlijst } from '../onderdelen/foutenlijst.ts';
import { melding } from '../onderdelen/melding.ts';
import { samenvatting } from '../onderdelen/samenvatting.ts';
import { type Stukregel, stukkenUitleg, teOpenenStukken } from '../onderdelen/stukkenlijst.ts';
import { alinea, kop } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/** A form on a page: the decision, its key, and what was typed in it before. */
export interface Paginaformulier {
  besluit: Formulierbesluit;
  sleutel: string;
  invulling?: Invulling | undefined;
}

/** What pages with forms of decisions share. */
export interface Besluitpagina {
  /** The path of the link. */
  pad: string;
  formulieren: readonly Paginaformulier[];
  /** Why what was sent could not be taken. */
  probleem?: string | undefined;
  /** What is wrong with what was sent otherwise than by one of the forms. */
  fouten?: readonly Formulierfout[];
  /** What stands below the forms. */
  onderaan?: readonly ReactNode[];
}

interface OnderzoekAntwoord extends Besluitpagina {
  kenmerk: string;
  status: string;
  /** The traject may still choose what this aanbieder offered. */
  teltAanbodMee: boolean;
  /** In words. */
  gevraagd: string;
  antwoordVoor: string;
  verslag: readonly { label: string; tekst: string }[];
  /** In words. */
  afspraken: readonly string[];
  plan: Plan | null;
  /** What was written before, oldest first. */
  stukken: readonly Stukregel[];
  eerder: readonly { moment: string; velden: readonly { label: string; tekst: string }[] }[];
}

/** The page of an open onderzoek, after the code. */
export function onderzoekAntwoordPagina(gegevens: OnderzoekAntwoord): string {
  const {
    kenmerk,
    status,
    teltAanbodMee,
    gevraagd,
    antwoordVoor,
    verslag,
    afspraken,
    plan,
    stukken,
    eerder,
  } = gegevens;
  return besluitpagina(
    teltAanbodMee ? 'Uw antwoord is binnen' : `Uw onderzoek voor ${kenmerk}`,
    gegevens,
    samenvatting([
      ...(teltAanbodMee ? [['Kenmerk', kenmerk] as const] : []),
      ['Stand', codeLabel(status)],
      ['Gevraagd op', gevraagd],
      ['Antwoord graag vóór', antwoordVoor],
    ]),
    teltAanbodMee && alinea('Uw aanbod telt nog mee. Is er iets veranderd? Bel de coördinator.'),
    ...afsprakenDeel(afspraken),
    ...planDeel(plan),
    ...verslagDeel(verslag),
    kop('De stukken'),
    stukken.length > 0 && alinea(stukkenUitleg),
    teOpenenStukken(gegevens.pad, stukken),
    eerder.length > 0 &&
      h(
        Fragment,
        null,
        kop('Wat u eerder liet weten'),
        samenvatting(
          eerder.map(({ moment, velden }) => [
            moment,
            velden.map(({ label, tekst }) =>
              h('p', { key: label, className: 'nl-paragraph' }, `${label}: ${tekst}`),
            ),
          ]),
        ),
      ),
  );
}

/** A page with forms of decisions: what is wrong on top, then what is known, then each form under its title. */
export function besluitpagina(
  titel: string,
  { pad, formulieren, probleem, fouten: andere = [], onderaan = [] }: Besluitpagina,
  ...bovenaan: ReactNode[]
): string {
  const fouten = [...formulieren.flatMap(({ invulling }) => invulling?.fouten ?? []), ...andere];
  return pagina({
    titel,
    metFouten: fouten.length > 0 || probleem !== undefined,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      foutenlijst(fouten),
      probleem !== undefined &&
        melding({ soort: 'error', kop: 'Dit is niet verwerkt', inhoud: alinea(probleem), dringend: true }),
      ...bovenaan,
      ...formulieren.map(({ besluit, sleutel, invulling }) =>
        h(
          'section',
          { key: besluit.soort, className: 'zl-stapel' },
          kop(besluit.titel),
          besluitformulier(besluit, `${pad}/${besluit.soort}`, { [sleutelveld]: sleutel }, invulling),
        ),
      ),
      ...onderaan,
    ),
  });
}
