/**
 * Which e-mails there are, and whom they are for. The texts stand with the activity that sends them; here only
 * codes travel, so that workflow history never holds a name or an address.
 */

/** The kinds of e-mail about a table; each carries a file for the calendar of its reader. */
export const tafelBerichtSoorten = ['tafel-uitnodiging', 'tafel-gewijzigd', 'tafel-afgezegd'] as const;

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
  ...tafelBerichtSoorten,
] as const;
export type BerichtSoort = (typeof berichtSoorten)[number];

/**
 * Whom an e-mail is for; the address is looked up when it is sent. `aanbieder-achter` is the contact behind the contact; a
 * `genodigde` of a table is named by its own code in the register.
 */
type Geadresseerde =
  | { wie: 'aanmelder' | 'coordinator' | 'voorzitter' | 'manager' }
  | { wie: 'aanbieder' | 'aanbieder-achter'; aanbieder: string }
  | { wie: 'genodigde'; code: string };

/** One e-mail to send: with its kenmerk, unique by kind, addressee and occasion, so that it is sent once. */
export interface BerichtOpdracht {
  soort: BerichtSoort;
  aan: Geadresseerde;
  /** The occasion, e.g. `niveau-2-ladder-0`. */
  gelegenheid: string;
  /** What the text needs, codes only: moments in ms since the epoch, dates as yyyy-mm-dd. */
  gegevens: Record<string, string | number>;
}
