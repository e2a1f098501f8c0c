/**
 * Which e-mails there are, and whom they are for. The texts stand with the activity that sends them; here only
 * codes travel, so that workflow history never holds a name or an address.
 */

/** Every kind of e-mail. */
export const berichtSoorten = [
  'ontvangst-aanmelding',
  'nieuwe-aanmelding',
  'naar-bespreking',
  'aanmelding-afgewezen',
  'tafeldatum-gepland',
  'verslag-gedeeld',
  'onderzoek-gevraagd',
  'onderzoek-herinnering',
  'onderzoek-escalatie',
  'onderzoek-antwoord',
  'onderzoek-vervallen',
  'ambitie-waarschuwing',
  'te-laat',
  'terug-naar-tafel',
  'duidelijkheid',
  'gekozen',
  'zorg-gestart',
  'ingetrokken',
  'schadelijk-wachtend',
  'stuk-toegevoegd',
] as const;
export type BerichtSoort = (typeof berichtSoorten)[number];

/** Whom an e-mail is for; the address is looked up when it is stored. `aanbieder-achter` is the contact behind the contact. */
type Geadresseerde =
  | { wie: 'aanmelder' | 'coordinator' | 'voorzitter' | 'manager' }
  | { wie: 'aanbieder' | 'aanbieder-achter'; aanbieder: string };

/** One e-mail to send: with its kenmerk, unique by kind, addressee and occasion, so that it is sent once. */
export interface BerichtOpdracht {
  soort: BerichtSoort;
  aan: Geadresseerde;
  /** The occasion, e.g. `niveau-2-ladder-0`. */
  gelegenheid: string;
  /** What the text needs, codes only: moments in ms since the epoch, dates as yyyy-mm-dd. */
  gegevens: Record<string, string | number>;
}
