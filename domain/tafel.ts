/**
 * The life of a table: what may happen to it, what follows, and where the trajecten of a cancelled one go. Its agenda is
 * no list of its own but the trajecten that are planned on its date.
 */
import type { BerichtOpdracht, BerichtSoort } from './berichten.ts';
import type { Weigering } from './besluiten.ts';
import type { Bestemming } from './meldingen.ts';
import type { TafelBesluit, TafelBesluitSoort, TafelUpdateSoort } from './tafelBesluiten.ts';
import { type TafelPlaats, type TafelStatus, type TafelVervalreden, tafelId } from './tafelCodes.ts';
import type { TafelMomenten } from './tafelkalender.ts';

/** The whole state of the workflow `tafelbespreking`: codes only, moments in ms since the epoch. Also its start input. */
export interface TafelToestand extends TafelMomenten {
  /** yyyy-mm-dd */
  datum: string;
  versie: number;
  status: TafelStatus;
  /** HH:MM on the clock in the Netherlands. */
  beginTijd: string;
  plaats: TafelPlaats;
  agendaLimiet: number;
  gemaaktTijdstip: number;
  /** SEQUENCE of the invitations. */
  uitnodigingVersie: number;
  /** Kenmerken in order, as they stood when the agenda closed. */
  agenda: string[];
  /** Codes of who was invited. */
  genodigden: string[];
  vervalreden?: TafelVervalreden;
  /** Base of the links for people, without a trailing slash. */
  basisUrl: string;
  /** Ids of the Invoer rows that have been handled; travels through continue-as-new. */
  verwerkt: string[];
}

/** What makes a table. */
export type TafelBegin = Pick<
  TafelToestand,
  'datum' | 'beginTijd' | 'plaats' | 'agendaLimiet' | 'gemaaktTijdstip' | 'basisUrl'
>;

/** The state in which a table begins. */
export function beginTafel(begin: TafelBegin, momenten: TafelMomenten): TafelToestand {
  return {
    ...begin,
    ...momenten,
    versie: 0,
    status: 'gepland',
    uitnodigingVersie: 0,
    agenda: [],
    genodigden: [],
    verwerkt: [],
  };
}

/** What follows from a decision or a timer: the new state, its word in the audit trail, and who is mailed. */
export interface TafelGevolg {
  toestand: TafelToestand;
  wat: string;
  berichten: BerichtOpdracht[];
}

/** What a workflow has stored of a table: one cause, one transaction (as domain/vastlegging.ts of a traject). */
export interface TafelVastlegging {
  /** Id of the table. */
  kenmerk: string;
  /** `start`, `invoer:<id>` or `wekker:<occasion>`; unique within the table. */
  oorzaak: string;
  /** Workflow time, ms since the epoch. */
  tijdstip: number;
  wat: string;
  tafel: TafelToestand;
  invoer?: { id: string; soort: string; codes: unknown; antwoord: Record<string, unknown> };
  berichten: BerichtOpdracht[];
}

/** The first moment at which something happens by itself. */
export interface TafelWekker {
  soort: 'agenda-sluit' | 'gehouden' | 'afgerond';
  tijdstip: number;
}

/** The agenda at the moment that it closes. */
export interface GeslotenAgenda {
  /** Kenmerken of the trajecten that still wait for this table, in order. */
  agenda: string[];
  /** Codes of the tafelleden's contacts, of the aanmelders and coördinatoren of those trajecten, and of the voorzitter: each person once. */
  genodigden: string[];
  /** True when no traject was ever planned on it, so that there is nothing to meet for. */
  isLeeg: boolean;
  /** Kenmerken of the trajecten that were still on their way to it when they were waited for no longer. */
  overgeslagen?: string[];
  /** How many trajecten wait for it, also those that are opgeschort. Absent in what was read before that was told. */
  wachtend?: number;
  /** Tafelleden that nobody can be invited for. Absent as `wachtend`. */
  zonderContact?: string[];
}

/** What the making of a table itself sets in motion. */
export function bijBeginTafel(t: TafelToestand): TafelGevolg {
  return gevolg(t, {}, 'tafel-gepland');
}

/** True while something can still happen to a table. */
export function isGaande(status: TafelStatus): boolean {
  return status !== 'vervallen' && status !== 'afgerond';
}

/** What happens next to a table by itself; null when nothing does. */
export function volgendeTafelwekker(t: TafelToestand): TafelWekker | null {
  switch (t.status) {
    case 'gepland':
      return { soort: 'agenda-sluit', tijdstip: t.agendaSluitTijdstip };
    case 'agenda-gesloten':
      return { soort: 'gehouden', tijdstip: t.eindTijdstip };
    case 'gehouden':
      return { soort: 'afgerond', tijdstip: t.afrondTijdstip };
    default:
      return null;
  }
}

/**
 * The agenda closes at moment `nu` (ms). Everybody of it is invited, unless the table has begun by then. A table for
 * which nothing was planned lapses by itself, and so does one that every traject has left by then (docs/decisions/0024). The team is told of a tafellid
 * that could not be invited, and when only what is opgeschort waits for it.
 */
export function sluitAgenda(t: TafelToestand, gesloten: GeslotenAgenda, nu: number): TafelGevolg {
  const { overgeslagen = [], zonderContact = [], wachtend } = gesloten;
  const isBegonnen = nu >= t.beginTijdstip;
  if (gesloten.isLeeg || (wachtend === 0 && !isBegonnen))
    return metOvergeslagen(
      gevolg(t, { status: 'vervallen', vervalreden: 'geen-aanmeldingen' }, 'tafel-vervallen'),
      overgeslagen,
    );
  const nodigtUit = !isBegonnen && gesloten.agenda.length > 0;
  const genodigden = nodigtUit ? gesloten.genodigden : [];
  const nieuw = { status: 'agenda-gesloten', agenda: gesloten.agenda, genodigden } as const;
  const dit = metOvergeslagen(gevolg(t, nieuw, 'agenda-gesloten', 'tafel-uitnodiging'), overgeslagen);
  const berichten = [
    ...dit.berichten,
    ...(nodigtUit && zonderContact.length > 0 ? [berichtZonderContact(zonderContact)] : []),
    ...(wachtend !== undefined && gesloten.agenda.length === 0 && !isBegonnen ? berichtenLeeg([]) : []),
  ];
  return { ...dit, berichten };
}

/** A tafellid without a contact gets no invitation: the team finds out who it is. */
function berichtZonderContact(aanbieders: readonly string[]): BerichtOpdracht {
  return {
    soort: 'tafel-zonder-contact',
    aan: { wie: 'coordinator' },
    gelegenheid: 'zonder-contact',
    gegevens: { aanbieders: aanbieders.join(' ') },
  };
}

/** Nothing is left to discuss, once: the team and the voorzitter decide whether the table goes on. */
function berichtenLeeg(genodigden: readonly string[]): BerichtOpdracht[] {
  return (['coordinator', 'voorzitter'] as const).map((wie) => ({
    soort: 'tafel-leeg',
    aan: { wie },
    gelegenheid: 'agenda-leeg',
    gegevens: { genodigden: genodigden.length },
  }));
}

/** The agenda of a cancelled table was divided without these trajecten, which were still on their way to it. */
export function verdeeldZonder(t: TafelToestand, overgeslagen: readonly string[]): TafelGevolg {
  return metOvergeslagen(gevolg(t, {}, 'tafel-verdeeld'), overgeslagen);
}

/** The coördinator of each traject that a table goes on without is told, since nothing else happens to it by itself. */
function metOvergeslagen(dit: TafelGevolg, overgeslagen: readonly string[]): TafelGevolg {
  const berichten = overgeslagen.map(
    (kenmerk): BerichtOpdracht => ({
      soort: 'tafel-zonder-traject',
      aan: { wie: 'coordinator-van', kenmerk },
      gelegenheid: `zonder-${kenmerk}`,
      gegevens: { traject: kenmerk, status: dit.toestand.status },
    }),
  );
  return { ...dit, berichten: [...dit.berichten, ...berichten] };
}

/**
 * True when this table goes by without a traject that was opgeschort from moment `sinds` until `nu` (both ms): its agenda
 * has closed without it, or the table was held in that time. For a table that was not cancelled.
 */
export function isGemist(t: TafelToestand, kenmerk: string, sinds: number, nu: number): boolean {
  if (t.status === 'gepland') return nu >= t.agendaSluitTijdstip;
  return !t.agenda.includes(kenmerk) || (sinds < t.eindTijdstip && nu >= t.eindTijdstip);
}

/** The table has been held, or the day after it has come: nothing more is done here, the verslag is of each traject. */
export function verstrijk(t: TafelToestand, status: 'gehouden' | 'afgerond'): TafelGevolg {
  return gevolg(t, { status }, `tafel-${status}`);
}

/** Which decisions a table can take in each status. Until the day after it can be told that it was not held. */
const tafelOvergangen: Record<TafelStatus, readonly TafelBesluitSoort[]> = {
  gepland: ['wijziging', 'vervallen'],
  'agenda-gesloten': ['wijziging', 'vervallen'],
  gehouden: ['vervallen'],
  vervallen: [],
  afgerond: [],
};

/**
 * Why a table cannot take this decision now; null when it can. Who its guests are matters as long as it is to come. `magNaEinde` is false for a table
 * that took this decision up under the first rules, when a table that had been held took none.
 */
export function weigerTafelBesluit(
  { status }: Pick<TafelToestand, 'status'>,
  soort: TafelUpdateSoort,
  magNaEinde = true,
): Weigering | null {
  const toegestaan = status === 'gehouden' && !magNaEinde ? [] : tafelOvergangen[status];
  const mag =
    soort === 'tafelleden'
      ? status === 'gepland' || status === 'agenda-gesloten'
      : toegestaan.includes(soort);
  if (mag) return null;
  if (status === 'gehouden')
    return {
      code: 'verkeerde-fase',
      uitleg:
        'Dit kan niet meer: de tafel is al gehouden. Is zij niet doorgegaan? Leg dan vast dat zij is vervallen.',
      toegestaan,
    };
  const uitleg =
    status === 'vervallen' ? 'Deze tafel is vervallen. Plan een nieuwe tafel.' : 'Deze tafel is afgerond.';
  return { code: 'afgesloten', uitleg, toegestaan };
}

/**
 * The state after a decision that `weigerTafelBesluit` let pass. `momenten` are those of the begintijd as it is after the
 * decision; the moment at which the agenda closes stays when it has closed. `besproken` are the guests of whom nothing waits for a table that
 * has been held: they hear nothing when it turns out to be cancelled.
 */
export function pasTafelBesluitToe(
  t: TafelToestand,
  besluit: TafelBesluit,
  momenten: TafelMomenten,
  besproken: readonly string[] = [],
): TafelGevolg {
  switch (besluit.soort) {
    case 'vervallen':
      return gevolg(
        t,
        {
          status: 'vervallen',
          vervalreden: besluit.codes.reden,
          ...hoger(t),
          genodigden: t.genodigden.filter((code) => !besproken.includes(code)),
        },
        'tafel-vervallen',
        'tafel-afgezegd',
        t.status === 'gehouden' ? { naEinde: 'ja' } : {},
      );
    case 'wijziging': {
      const { beginTijd = t.beginTijd, plaats = t.plaats } = besluit.codes;
      const { agendaSluitTijdstip, ...rest } = momenten;
      const sluit = t.status === 'gepland' ? { agendaSluitTijdstip } : {};
      return gevolg(
        t,
        { beginTijd, plaats, ...rest, ...sluit, ...hoger(t) },
        'tafel-gewijzigd',
        'tafel-gewijzigd',
      );
    }
  }
}

/** Who comes and who goes after the agenda had closed: codes of guests. A code that does both is of somebody else now. */
export interface Tafelwissel {
  komen: readonly string[];
  /** Contacts of tafelleden. */
  gaan: readonly string[];
  /** Aanmelders and coördinatoren of whom nothing is on the agenda any more. Absent in what was read before they could go. */
  vanAgenda?: readonly string[];
  /** How many trajecten still wait for this table. */
  aantal?: number;
  /** How many of these can be discussed: not those that are opgeschort. Absent in what was read before that was told. */
  teBespreken?: number;
}

/**
 * The state after a change of the guests at moment `nu` (ms). Who goes hears that the appointment is off; who comes is
 * invited. What both get has a higher SEQUENCE than anything before; the others hear nothing, since nothing changed for
 * them. Once the table has begun, or has nothing to discuss, nobody is invited, and only who is no tafellid any more goes:
 * a traject that was discussed leaves the agenda too. When nothing is left to discuss the team hears it: the tafelleden stay invited until a person
 * cancels the table, since people may be on their way to it.
 */
export function wisselGenodigden(t: TafelToestand, wissel: Tafelwissel, nu: number): TafelGevolg {
  const wat = 'genodigden-gewijzigd';
  const { vanAgenda = [], aantal = t.agenda.length, teBespreken } = wissel;
  const isBegonnen = nu >= t.beginTijdstip;
  const nieuw = isBegonnen || aantal === 0 ? [] : wissel.komen;
  const gaan = isBegonnen
    ? wissel.gaan.filter((code) => !wissel.komen.includes(code))
    : [...wissel.gaan, ...vanAgenda];
  const blijven = t.genodigden.filter((code) => !gaan.includes(code) && !nieuw.includes(code));
  const leeg = teBespreken === 0 && !isBegonnen && blijven.length > 0 ? berichtenLeeg(blijven) : [];
  if (nieuw.length + gaan.length === 0) return { ...gevolg(t, {}, wat), berichten: leeg };
  const genodigden = [...blijven, ...nieuw];
  const { toestand } = gevolg(t, { genodigden, uitnodigingVersie: t.uitnodigingVersie + 1 }, wat);
  return {
    toestand,
    wat,
    berichten: [
      ...gaan.map((code) =>
        uitnodiging(
          toestand,
          code,
          'tafel-uitnodiging-vervallen',
          wissel.komen.includes(code) ? { vervangen: 'ja' } : {},
        ),
      ),
      ...nieuw.map((code) => uitnodiging(toestand, code, 'tafel-uitnodiging', { aantal })),
      ...leeg,
    ],
  };
}

/** A change of what people have in their calendars has a higher SEQUENCE; before they have anything, it stays 0. */
function hoger({ genodigden, uitnodigingVersie }: TafelToestand): Pick<TafelToestand, 'uitnodigingVersie'> {
  return { uitnodigingVersie: genodigden.length > 0 ? uitnodigingVersie + 1 : uitnodigingVersie };
}

function gevolg(
  t: TafelToestand,
  wijziging: Partial<{ [K in keyof TafelToestand]: TafelToestand[K] }>,
  wat: string,
  bericht?: BerichtSoort,
  verder: BerichtOpdracht['gegevens'] = {},
): TafelGevolg {
  const toestand: TafelToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  return {
    toestand,
    wat,
    berichten: bericht ? toestand.genodigden.map((code) => uitnodiging(toestand, code, bericht, verder)) : [],
  };
}

function uitnodiging(
  t: TafelToestand,
  code: string,
  soort: BerichtSoort,
  verder: BerichtOpdracht['gegevens'] = {},
): BerichtOpdracht {
  return {
    soort,
    aan: { wie: 'genodigde', code },
    gelegenheid: `uitnodiging-${t.uitnodigingVersie}`,
    gegevens: {
      beginTijd: t.beginTijd,
      plaats: t.plaats,
      volgnummer: t.uitnodigingVersie,
      ...(soort === 'tafel-uitnodiging' ? { aantal: t.agenda.length } : {}),
      ...(t.vervalreden ? { reden: t.vervalreden } : {}),
      ...verder,
    },
  };
}

/** What one person is told for the own calendar: that the appointment is there, or that it is off. */
export interface Uitnodiging {
  /** Code of the person. */
  code: string;
  isAfgezegd: boolean;
  /** Whether the appointment is new to who reads it. */
  isNieuw: boolean;
}

/** Whom a change of a table tells something for the own calendar. */
export function uitnodigingenIn({ berichten }: Pick<TafelVastlegging, 'berichten'>): Uitnodiging[] {
  return berichten.flatMap(({ aan, soort }) =>
    aan.wie === 'genodigde'
      ? [
          {
            code: aan.code,
            isAfgezegd: soort === 'tafel-afgezegd' || soort === 'tafel-uitnodiging-vervallen',
            isNieuw: soort === 'tafel-uitnodiging',
          },
        ]
      : [],
  );
}

/** The answer to a decision: where the table stands after it. Moments are ISO 8601 in UTC. */
export function tafelAntwoord(t: TafelToestand) {
  return {
    tafelId: tafelId(t.datum),
    datum: t.datum,
    versie: t.versie,
    status: t.status,
    beginTijd: t.beginTijd,
    plaats: t.plaats,
    agendaLimiet: t.agendaLimiet,
    agendaSluitTijdstip: new Date(t.agendaSluitTijdstip).toISOString(),
  };
}

/** Not divided: it was still on its way to the table when it was waited for no longer. Its coördinator is told. */
export interface Overgeslagen {
  overgeslagen: 'besluit-onderweg';
}

/** What becomes of each traject of a cancelled table, by kenmerk. */
export type Verdeling = Record<string, Bestemming | Overgeslagen>;

/** Whether this traject was left out of the dividing. */
export function isOvergeslagen(naar: Bestemming | Overgeslagen): naar is Overgeslagen {
  return 'overgeslagen' in naar;
}

/** A table that can take over: its day (yyyy-mm-dd) and for how many trajecten there is room. */
export interface TafelMetRuimte {
  datum: string;
  ruimte: number;
}

/** A tafellid, and the sectoren that it works in. */
export interface Tafellid {
  aanbieder: string;
  sectoren: readonly string[];
}

/**
 * Where one traject goes: to the first of `tafels` with room; else buiten de bespreking om to the tafelleden that work in
 * its sector, and to all of them when none does (domein, "Tafelbespreking": "When a bespreking falls through ... the case
 * is put to aanbieders directly"). When nobody sits at the table either, the coördinator chooses: nothing can be done by
 * itself, and the norm of the planning keeps it from being forgotten. The caller gives only tables that are near enough.
 */
export function bestemmingNaVervallen(
  sector: string | null,
  tafels: readonly TafelMetRuimte[],
  leden: readonly Tafellid[],
): Bestemming {
  const eerste = tafels.filter(({ ruimte }) => ruimte > 0).sort((a, b) => (a.datum < b.datum ? -1 : 1))[0];
  if (eerste) return { tafelDatum: eerste.datum };
  if (leden.length === 0) return { wachtOp: 'coordinator' };
  const passend = leden.filter(({ sectoren }) => sector !== null && sectoren.includes(sector));
  return { aanbieders: (passend.length > 0 ? passend : leden).map(({ aanbieder }) => aanbieder).sort() };
}

/** The same for a whole agenda, in its order: who comes first gets the room of the nearest table. By kenmerk. */
export function bestemmingenNaVervallen(
  agenda: readonly { kenmerk: string; sector: string | null }[],
  tafels: readonly TafelMetRuimte[],
  leden: readonly Tafellid[],
): Record<string, Bestemming> {
  const over = tafels.map((tafel) => ({ ...tafel }));
  const bestemmingen: Record<string, Bestemming> = {};
  for (const { kenmerk, sector } of agenda) {
    const naar = bestemmingNaVervallen(sector, over, leden);
    bestemmingen[kenmerk] = naar;
    const gekozen = 'tafelDatum' in naar && over.find(({ datum }) => datum === naar.tafelDatum);
    if (gekozen) gekozen.ruimte -= 1;
  }
  return bestemmingen;
}
