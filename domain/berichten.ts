/**
 * Which e-mails there are, and whom they are for. The texts stand with the activity that sends them; here only
 * codes travel, so that workflow history never holds a name or an address.
 */

/** The kinds of e-mail about a table that carry a file for the calendar of their reader. */
export const uitnodigingSoorten = [
  'tafel-uitnodiging',
  'tafel-gewijzigd',
  'tafel-afgezegd',
  'tafel-uitnodiging-vervallen',
] as const;

/** The kinds of e-mail about a table; their kenmerk is its id. */
export const tafelBerichtSoorten = [
  ...uitnodigingSoorten,
  'tafel-zonder-traject',
  'tafel-zonder-contact',
  'tafel-leeg',
] as const;

/** The kinds of e-mail about a doorbraak. */
export const doorbraakBerichtSoorten = [
  'doorbraak-uitnodiging',
  'doorbraak-afgezegd',
  'doorbraak-afspraak',
  'doorbraak-herinnering',
  'doorbraak-te-laat',
  'doorbraak-sluiten',
  'doorbraak-niet-gesloten',
  'doorbraak-bren',
] as const;

/** The kinds of e-mail about a wachttijduitvraag; their kenmerk is the id of the uitvraag. */
export const uitvraagBerichtSoorten = [
  'uitvraag',
  'uitvraag-herinnering',
  'uitvraag-heropend',
  'uitvraag-opnieuw',
  'uitvraag-gesloten',
  'uitvraag-zonder-contact',
  'publicatie-verouderd',
] as const;

/** The kinds of e-mail about reports; their kenmerk is the id of the report, or of the overview of a week. */
export const rapportBerichtSoorten = ['rapport-gepubliceerd', 'weekoverzicht'] as const;

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
  'onderzoek-verplaatst',
  'onderzoek-vervallen',
  'ambitie-waarschuwing',
  'te-laat',
  'terug-naar-tafel',
  'duidelijkheid',
  'gekozen',
  'overbruggingsplan',
  'zorg-gestart',
  'ingetrokken',
  'schadelijk-wachtend',
  'ander-team',
  'direct-voorgelegd',
  'doorverwezen',
  'teruggestuurd',
  'crisis',
  'crisis-gemeld',
  'informatie-gevraagd',
  'informatie-herinnering',
  'informatie-ontvangen',
  'vraag-vervallen',
  'vraag-beantwoord',
  'samenwerking-gevraagd',
  'samenwerking-oneens',
  'bespreking-vervallen',
  'tafel-gemist',
  'situatie-veranderd',
  'opgeschort',
  'hervat',
  'aanmelder-gewijzigd',
  'coordinator-gewijzigd',
  'stuk-toegevoegd',
  'advies-gegeven',
  'advies-uitgevoerd',
  'overgedragen',
  'traject-beeindigd',
  'uitvoering-beeindigd',
  'norm-herinnering',
  'norm-verstreken',
  'norm-manager',
  'zorgstart-uitgebleven',
  'weging-herzien',
  'achttien-nadert',
  'achttien',
  'bericht-mislukt',
  ...tafelBerichtSoorten,
  ...uitvraagBerichtSoorten,
  ...rapportBerichtSoorten,
  ...doorbraakBerichtSoorten,
] as const;
export type BerichtSoort = (typeof berichtSoorten)[number];

/** Where an e-mail stands in the register (ontwerp, "Data"). */
export const berichtStatussen = ['klaar', 'verzonden', 'onbekend', 'mislukt'] as const;

/**
 * Whom an e-mail is for; the address is looked up when it is stored. `aanbieder-achter` is the contact behind the contact,
 * `coordinator-van` and `aanmelder-van` the coördinator and the aanmelder of the traject that is named, `genodigden` who got an earlier e-mail of that kind on the same occasion, `collega` the coördinator, unless that is who took the decision, `stukkenlezers` are those that already have the stukken of the traject, a `genodigde` of a table and a `gi` are named by their own
 * code in the register, and `bren` is the Bovenregionaal Expertisenetwerk.
 */
type Geadresseerde =
  | { wie: 'aanmelder' | 'coordinator' | 'collega' | 'voorzitter' | 'manager' | 'stukkenlezers' }
  | { wie: 'coordinator-van' | 'aanmelder-van'; kenmerk: string }
  | { wie: 'genodigden'; van: BerichtSoort }
  | { wie: 'aanbieder' | 'aanbieder-achter'; aanbieder: string }
  | { wie: 'genodigde' | 'gi'; code: string }
  | { wie: 'bren' };

/** One e-mail to send: with its kenmerk, unique by kind, addressee and occasion, so that it is sent once. */
export interface BerichtOpdracht {
  soort: BerichtSoort;
  aan: Geadresseerde;
  /** The occasion, e.g. `niveau-2-ladder-0`. */
  gelegenheid: string;
  /** What the text needs, codes only: moments in ms since the epoch, dates as yyyy-mm-dd. */
  gegevens: Record<string, string | number>;
}

/**
 * The e-mail that tells the coördinator that another one was refused for good, as codes: a person has to act (ontwerp,
 * "Data"). Null for one that was such an e-mail itself: that would go on without end.
 */
export function berichtMislukt(bericht: {
  id: string;
  soort: string;
  geadresseerde: string;
}): BerichtOpdracht | null {
  const { id, soort, geadresseerde } = bericht;
  if (soort === 'bericht-mislukt') return null;
  return {
    soort: 'bericht-mislukt',
    aan: { wie: 'coordinator' },
    gelegenheid: gelegenheidVanMislukt(id),
    gegevens: { bericht: soort, geadresseerde },
  };
}

/** The occasion of the e-mail that tells of a refused one, from the id of that one. */
export function gelegenheidVanMislukt(id: string): string {
  return `bericht-${id}`;
}
