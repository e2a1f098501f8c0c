/** The public aanmeldformulier: what it asks, how what was typed is read, and how it looks. */
import { Fragment, createElement as h } from 'react';
import { type Aanmelding, aanmeldingSchema } from '../../domain/aanmelding.ts';
import type { Cit } from '../../domain/cit.ts';
import type { Veldfout } from '../../domain/fouten.ts';
import { bijVelden, type Getypt, leesGetypt, naarInvoer, tekenVeld, toets } from '../formulier.ts';
import { citOpdracht, citVraag } from '../onderdelen/citmelding.ts';
import { type Formulierfout, foutenlijst } from '../onderdelen/foutenlijst.ts';
import { knop } from '../onderdelen/knop.ts';
import { alinea, kop } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';
import { aanmeldvelden, crisisVeld, secties } from './aanmeldvelden.ts';

/** Name of the hidden field that makes one aanmelding of a form that is sent twice. */
const sleutelveld = 'sleutel';

/** A form that came in. */
export interface Aanmeldinzending {
  getypt: Getypt;
  /** The key that the form was given when it was shown; null when it is not one. */
  sleutel: string | null;
  /** True when it says that there is a crisis now, whatever else is wrong. */
  crisis: boolean;
  /** The aanmelding, or what is wrong with it. */
  uitkomst: { waarde: Aanmelding; fouten?: never } | { fouten: readonly Veldfout[] };
}

/** Reads a sent form. An aanmelding of this form came in by the website. */
export function leesAanmeldformulier(body: unknown): Aanmeldinzending {
  const { getypt, vreemd } = leesGetypt(body, aanmeldvelden, [sleutelveld]);
  const { [sleutelveld]: sleutel = '', ...velden } = getypt;
  const uitkomst = toets(aanmeldingSchema, aanmeldvelden, {
    kanaal: 'website',
    ...naarInvoer(aanmeldvelden, velden),
  });
  const onbekend = vreemd.map((naam) => ({
    veld: naam,
    label: naam,
    melding:
      'Dit veld hoort niet bij het formulier, of kwam twee keer binnen. Verstuur het formulier nog eens.',
  }));
  return {
    getypt: velden,
    sleutel: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sleutel) ? sleutel : null,
    crisis: velden[crisisVeld.pad] === 'ja',
    uitkomst: onbekend.length > 0 ? { fouten: [...onbekend, ...(uitkomst.fouten ?? [])] } : uitkomst,
  };
}

/** What the form shows. */
export interface Aanmeldformulier {
  cit: Cit;
  /** The key of this form, a UUID. */
  sleutel: string;
  getypt?: Getypt;
  crisis?: boolean;
  fouten?: readonly Veldfout[];
}

/** The form: empty, or with what was typed and what is wrong with it. */
export function aanmeldformulierPagina(formulier: Aanmeldformulier): string {
  const { cit, sleutel, getypt = {}, crisis = false } = formulier;
  const fouten: Formulierfout[] = bijVelden(formulier.fouten ?? [], aanmeldvelden);
  return pagina({
    titel: 'Meld een jeugdige aan',
    metFouten: fouten.length > 0,
    inhoud: h(
      Fragment,
      null,
      crisis ? citOpdracht(cit) : null,
      foutenlijst(fouten),
      crisis ? null : citVraag(cit),
      alinea(
        'Met dit formulier meldt u een jeugdige aan voor wie u geen plek vindt in een behandelgroep of woongroep. Vul alles in; bij een vraag die u mag overslaan staat “niet verplicht”. U hebt geen account nodig.',
      ),
      h(
        'form',
        // No `autocomplete` here: with it a browser forgets every text as soon as somebody goes back. Fields say it themselves.
        { method: 'post', action: '/aanmelden', noValidate: true, className: 'zl-stapel' },
        h('input', { type: 'hidden', name: sleutelveld, value: sleutel }),
        tekenVeld(crisisVeld, aanmeldingSchema, getypt, fouten),
        secties.map(({ kop: titel, velden }) =>
          h(
            'section',
            { key: titel, className: 'zl-stapel' },
            kop(titel),
            velden.map((veld) =>
              h(Fragment, { key: veld.pad }, tekenVeld(veld, aanmeldingSchema, getypt, fouten)),
            ),
          ),
        ),
        alinea('Wij sturen een bevestiging naar uw e-mailadres. Daarin staan geen gegevens van de jeugdige.'),
        knop('Verstuur de aanmelding'),
      ),
    ),
  });
}
