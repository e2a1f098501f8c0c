/**
 * The life of a wachttijduitvraag: who is asked, who has answered, when it reminds and closes, and for whom it is open
 * again. Numbers and jeugdigen are no part of it: those stay in PostgreSQL (ontwerp: "History holds codes and pseudonyms
 * only").
 */
import { dag } from './beleid.ts';
import type { BerichtOpdracht } from './berichten.ts';
import type { Weigering } from './besluiten.ts';
import type { UitvraagBesluit } from './uitvraagBesluiten.ts';
import { type UitvraagSoort, type UitvraagStatus, uitvraagId } from './uitvraagCodes.ts';
import type { UitvraagMomenten } from './uitvraagkalender.ts';

/** The whole state of the workflow `wachttijdUitvraag`: codes only, moments in ms since the epoch. Also its start input. */
export interface UitvraagToestand extends UitvraagMomenten {
  code: string;
  soort: UitvraagSoort;
  versie: number;
  status: UitvraagStatus;
  begonnenTijdstip: number;
  /** How many times all that had not answered were reminded. */
  herinneringen: number;
  /** Codes of all that are asked. */
  aanbieders: string[];
  /** Codes of those that have answered. */
  geantwoord: string[];
  /** Who was asked again: code → until which moment it can answer, the closing or later. */
  heropend: Record<string, number>;
  /** So many e-mails go out in a minute. */
  perMinuut: number;
  /** Base of the links for people, without a trailing slash. */
  basisUrl: string;
  /** How long (ms) after the last day of a heropening what was given on it can still come in, after an outage; 0 where it is absent. */
  naloop?: number;
  /** Ids of the Invoer rows that have been handled; travels through continue-as-new. */
  verwerkt: string[];
}

/** What makes an uitvraag. */
export type UitvraagBegin = Pick<
  UitvraagToestand,
  'code' | 'soort' | 'begonnenTijdstip' | 'aanbieders' | 'perMinuut' | 'basisUrl'
>;

/** The state in which an uitvraag begins. */
export function beginUitvraag(begin: UitvraagBegin, momenten: UitvraagMomenten): UitvraagToestand {
  return {
    ...begin,
    ...momenten,
    versie: 0,
    status: 'open',
    herinneringen: 0,
    geantwoord: [],
    heropend: {},
    naloop: dag,
    verwerkt: [],
  };
}

/** What follows from a decision or a timer: the new state, its word in the audit trail, and who is mailed. */
export interface UitvraagGevolg {
  toestand: UitvraagToestand;
  wat: UitvraagWat;
  /** The aanbieder that it is about. */
  aanbieder?: string;
  berichten: BerichtOpdracht[];
}

/**
 * What can happen to an uitvraag, as the audit trail calls it. `uitvraag-alsnog-beantwoord`: an answer that was given in time and
 * could be taken only after the closing. `uitvraag-opnieuw-gevraagd`: a heropening while it was open.
 */
type UitvraagWat =
  | 'uitvraag-begonnen'
  | 'uitvraag-herinnerd'
  | 'uitvraag-beantwoord'
  | 'uitvraag-alsnog-beantwoord'
  | 'uitvraag-heropend'
  | 'uitvraag-opnieuw-gevraagd'
  | 'uitvraag-gesloten'
  | 'uitvraag-afgerond';

/** What a workflow has stored of an uitvraag: one cause, one transaction (as domain/vastlegging.ts of a traject). */
export interface UitvraagVastlegging {
  /** Id of the uitvraag. */
  kenmerk: string;
  /** `start`, `invoer:<id>` or `wekker:<occasion>`; unique within the uitvraag. */
  oorzaak: string;
  /** Workflow time, ms since the epoch. */
  tijdstip: number;
  wat: UitvraagWat;
  stand: Pick<UitvraagToestand, 'code' | 'versie' | 'status' | 'herinneringen'>;
  aanbieder?: string;
  /** Until when that aanbieder can answer, once it was asked again. */
  heropendTotTijdstip?: number;
  invoer?: { id: string; soort: string; codes: unknown; antwoord: Record<string, unknown> };
  berichten: BerichtOpdracht[];
}

/** Some of those that are asked, mailed in one go: their rows and mails, each once. */
export interface UitvraagPost {
  kenmerk: string;
  soort: 'uitvraag' | 'uitvraag-herinnering';
  /** Of this go alone, e.g. `herinnering-1-deel-3`. */
  gelegenheid: string;
  /** When the go began, ms since the epoch. */
  tijdstip: number;
  aanbieders: string[];
  gegevens: BerichtOpdracht['gegevens'];
}

/** The e-mails of one go. */
export function berichtenVan({ soort, gelegenheid, aanbieders, gegevens }: UitvraagPost): BerichtOpdracht[] {
  return aanbieders.map((aanbieder) => ({
    soort,
    aan: { wie: 'aanbieder', aanbieder },
    gelegenheid,
    gegevens,
  }));
}

/** The first moment at which something happens by itself. */
export interface UitvraagWekker {
  soort: 'herinnering' | 'sluit' | 'afgerond';
  tijdstip: number;
}

/** What happens next to an uitvraag by itself; null when nothing does. */
export function volgendeUitvraagwekker(t: UitvraagToestand): UitvraagWekker | null {
  const herinnering = t.herinneringTijdstippen[t.herinneringen];
  switch (t.status) {
    case 'open':
      return herinnering === undefined
        ? { soort: 'sluit', tijdstip: t.sluitTijdstip }
        : { soort: 'herinnering', tijdstip: herinnering };
    case 'gesloten': {
      // Of an uitvraag that began under an earlier release the timer is set already.
      const { naloop = 0 } = t;
      return {
        soort: 'afgerond',
        tijdstip: Math.max(t.afrondTijdstip, ...Object.values(t.heropend).map((tot) => tot + naloop)),
      };
    }
    case 'afgerond':
      return null;
  }
}

/** The e-mails of which PostgreSQL knows that they are needed, and the workflow does not; with whom each is for. */
export const erbijAan = {
  'uitvraag-zonder-contact': { wie: 'coordinator' },
  'publicatie-verouderd': { wie: 'manager' },
} as const;

/** The e-mail that tells who cannot be asked since there is no contact: a task for the team. Null when everybody can. */
export function berichtZonderContact(aanbieders: readonly string[]): BerichtOpdracht | null {
  if (aanbieders.length === 0) return null;
  return {
    soort: 'uitvraag-zonder-contact',
    aan: erbijAan['uitvraag-zonder-contact'],
    gelegenheid: 'begin',
    gegevens: { aanbieders: aanbieders.join(' ') },
  };
}

/** The e-mail that tells that the figures changed after `versie` of their report was published: once for each version. */
export function berichtVerouderd(versie: number): BerichtOpdracht {
  return {
    soort: 'publicatie-verouderd',
    aan: erbijAan['publicatie-verouderd'],
    gelegenheid: `versie-${versie}`,
    gegevens: { versie },
  };
}

/** Who has not answered yet, in the order in which they were asked. */
export function zonderAntwoord({ aanbieders, geantwoord }: UitvraagToestand): string[] {
  return aanbieders.filter((aanbieder) => !geantwoord.includes(aanbieder));
}

/** Share of those asked that answered, in whole percents; 0 when nobody was asked. */
export function responsVan(gevraagd: number, geantwoord: number): number {
  return gevraagd === 0 ? 0 : Math.round((geantwoord / gevraagd) * 100);
}

/** The making of an uitvraag itself; who is asked is mailed in parts, spread over time. */
export function bijBeginUitvraag(t: UitvraagToestand): UitvraagGevolg {
  return gevolg(t, {}, 'uitvraag-begonnen');
}

/**
 * What time itself changes at moment `nu` (ms since the epoch). Reminders that were missed are one reminder. After the
 * closing the manager hears how many answered.
 */
export function verstrijkUitvraag(
  t: UitvraagToestand,
  soort: UitvraagWekker['soort'],
  nu: number,
): UitvraagGevolg {
  switch (soort) {
    case 'herinnering': {
      const voorbij = t.herinneringTijdstippen.filter((tijdstip) => tijdstip <= nu).length;
      return gevolg(t, { herinneringen: Math.max(t.herinneringen + 1, voorbij) }, 'uitvraag-herinnerd');
    }
    case 'sluit':
      return gevolg(t, { status: 'gesloten' }, 'uitvraag-gesloten', {
        soort: 'uitvraag-gesloten',
        aan: { wie: 'manager' },
        gelegenheid: 'gesloten',
        gegevens: { gevraagd: t.aanbieders.length, geantwoord: t.geantwoord.length },
      });
    case 'afgerond':
      return gevolg(t, { status: 'afgerond' }, 'uitvraag-afgerond');
  }
}

const weigering = (code: Weigering['code'], uitleg: string): Weigering => ({ code, uitleg, toegestaan: [] });

/** Why an uitvraag takes nothing any more. */
export const uitvraagAfgerond = weigering(
  'afgesloten',
  'Deze uitvraag is afgerond. Er kan niets meer veranderen. Vertel nieuwe cijfers in de volgende uitvraag.',
);

/** When a decision was given: as its Invoer says, which proves its codes, and never after `nu`, when the uitvraag takes it. */
function gegevenOp({ codes }: UitvraagBesluit, nu: number): number {
  return Math.min('gegevenTijdstip' in codes ? (codes.gegevenTijdstip ?? nu) : nu, nu);
}

/** Whether everybody can still answer at moment `nu` (ms since the epoch). */
function isOpenVoorAllen({ status, sluitTijdstip }: UitvraagToestand, nu: number): boolean {
  return status === 'open' && nu < sluitTijdstip;
}

/**
 * Why an uitvraag cannot take this decision at moment `nu` (ms since the epoch); null when it can. An answer is in time when it was
 * given in time, however late it is brought here. A heropening passes while it is open too: a contact that came after the last reminder
 * has no link to answer with.
 */
export function weigerUitvraagBesluit(
  t: UitvraagToestand,
  besluit: UitvraagBesluit,
  nu: number,
): Weigering | null {
  const { soort, codes } = besluit;
  if (t.status === 'afgerond') return uitvraagAfgerond;
  if (!t.aanbieders.includes(codes.aanbieder))
    return weigering('niet-van-toepassing', 'Aan deze aanbieder is in deze uitvraag niets gevraagd.');
  if (soort === 'heropening') return null;
  if (gegevenOp(besluit, nu) < Math.max(t.sluitTijdstip, t.heropend[codes.aanbieder] ?? 0)) return null;
  return weigering(
    'afgesloten',
    'Deze uitvraag is gesloten. Wilt u toch nog antwoorden, of uw antwoord verbeteren? Vraag de coördinator van Zorglogistiek om de uitvraag voor uw organisatie opnieuw te openen.',
  );
}

/** The state after a decision that `weigerUitvraagBesluit` let pass at moment `nu` (ms since the epoch). */
export function pasUitvraagBesluitToe(
  t: UitvraagToestand,
  besluit: UitvraagBesluit,
  nu: number,
): UitvraagGevolg {
  const { aanbieder } = besluit.codes;
  switch (besluit.soort) {
    case 'antwoord': {
      const geantwoord = t.geantwoord.includes(aanbieder) ? t.geantwoord : [...t.geantwoord, aanbieder];
      const { gegevenTijdstip = t.sluitTijdstip } = besluit.codes;
      const isAlsnog = t.status !== 'open' && gegevenTijdstip < t.sluitTijdstip;
      const wat = isAlsnog ? 'uitvraag-alsnog-beantwoord' : 'uitvraag-beantwoord';
      return { ...gevolg(t, { geantwoord }, wat), aanbieder };
    }
    case 'heropening': {
      const isNogOpen = isOpenVoorAllen(t, nu);
      const tot = Math.max(t.sluitTijdstip, besluit.codes.totTijdstip);
      const heropend = { ...t.heropend, [aanbieder]: tot };
      return {
        ...gevolg(t, { heropend }, isNogOpen ? 'uitvraag-opnieuw-gevraagd' : 'uitvraag-heropend', {
          soort: isNogOpen ? 'uitvraag-opnieuw' : 'uitvraag-heropend',
          aan: { wie: 'aanbieder', aanbieder },
          gelegenheid: `heropend-${t.versie + 1}`,
          gegevens: { tot },
        }),
        aanbieder,
      };
    }
  }
}

function gevolg(
  t: UitvraagToestand,
  wijziging: Partial<UitvraagToestand>,
  wat: UitvraagWat,
  ...berichten: BerichtOpdracht[]
): UitvraagGevolg {
  return { toestand: { ...t, ...wijziging, versie: t.versie + 1 }, wat, berichten };
}

/** The answer to a decision about one aanbieder: where it stands now. Moments are ISO 8601 in UTC. */
export function uitvraagAntwoord(t: UitvraagToestand, aanbieder: string) {
  const tot = t.heropend[aanbieder];
  return {
    uitvraagId: uitvraagId(t.code),
    code: t.code,
    status: t.status,
    aanbieder,
    heeftGeantwoord: t.geantwoord.includes(aanbieder),
    heropendTotTijdstip: tot === undefined ? null : new Date(tot).toISOString(),
  };
}
