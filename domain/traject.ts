/**
 * The state of a traject, and what follows from it without anything happening. What may happen stands in overgangen.ts,
 * what then changes in trajectBesluit.ts, trajectMelding.ts and trajectWekker.ts.
 */
import type { MaatregelCode } from './aanmeldingCodes.ts';
import type { WegingBesluit, WegingElement } from './afwegingskader.ts';
import { type AmbitieStand, ambitieTijdstip } from './ambitie.ts';
import type { Beleid } from './beleid.ts';
import type { AntwoordCodes, CodesVan } from './besluiten.ts';
import type {
  Complexiteit,
  Fase,
  InformatieSoort,
  OnderzoekStatus,
  Spoor,
  Uitkomst,
  WachtOp,
  Wachtreden,
} from './codes.ts';
import type { Leeftijdsmomenten } from './leeftijd.ts';
import { draagtKeuze, isOpen, type VervalReden } from './onderzoek.ts';
import type { TriageUitkomst } from './triageCodes.ts';

/** What a traject remembers of one of its onderzoeken; moments in ms since the epoch. */
export interface OnderzoekInTraject {
  aanbieder: string;
  ronde: number;
  status: OnderzoekStatus;
  vastgelopen: boolean;
  vastgelopenTijdstip?: number;
  /** Before when the answer is asked; moves when the aanbieder asks for more time. */
  antwoordVoorTijdstip?: number;
  antwoord?: AntwoordCodes;
  beantwoordTijdstip?: number;
  /** Why it lapsed; gone when an answer that was under way counts after all. */
  vervalReden?: VervalReden;
  /** The aanbieder was told that its offer is not needed, and was not chosen since. */
  losgelaten?: true;
}

/** The weging that holds, with what the afwegingskader proposed (afwegingskader-deeltafel-2025-05-15). */
interface Weging {
  versie: string;
  elementen: readonly WegingElement[];
  voorstel: WegingBesluit;
  besluit: WegingBesluit;
  afwijkReden?: CodesVan<'weging'>['afwijkReden'];
}

/** A doorbraak in which a traject is gone through. */
interface DoorbraakVan {
  id: string;
  sindsTijdstip: number;
}

/** An agreed next step of a verslag; since `regels: 3` with when it was made, and when it was done. */
export type Afspraak = NonNullable<CodesVan<'verslag'>['afspraken']>[number] & {
  gemaaktTijdstip?: number;
  gedaanTijdstip?: number;
};

/**
 * One question to the aanmelder: its Invoer, what is asked for, the aanbieder that asked (else it was the coördinator), and
 * since `regels: 5` when, in ms since the epoch.
 */
export interface Vraag {
  vraagId: string;
  soorten: readonly InformatieSoort[];
  vrager?: string;
  gevraagdTijdstip?: number;
}

/** What the aanmelder is asked for, since when, and which aanbieders asked for it. */
export interface Gevraagd {
  soorten: readonly InformatieSoort[];
  gevraagdTijdstip: number;
  gelegenheid: string;
  vragers?: readonly string[];
  /** The questions that are open, in the order in which they came; absent where they were not told apart yet. */
  vragen?: readonly Vraag[];
}

/**
 * What a traject knows that came after the first rules. A traject that began before them lacks all of it and goes on
 * under the rules that it began with, so that its history replays (docs/decisions/0016).
 */
interface Praktijk {
  /**
   * The rules under which the traject began; absent for the first. 2: the whole practice; 3, 4 and 5: see docs/decisions/0016.
   */
  regels?: 2 | 3 | 4 | 5;
  /** What the rules of the triage propose. */
  triageVoorstel?: TriageUitkomst;
  /** What the triage decided, and why that differs from the proposal; since `regels: 4` with when. */
  triage?: {
    uitkomst: TriageUitkomst;
    afwijkReden?: CodesVan<'triage'>['afwijkReden'];
    tijdstip?: number;
  };
  /** 09:00 in the Netherlands on each coming werkdag, ms since the epoch, ascending. */
  werkdagen?: number[];
  /** The maatregel since a person told that it changed, with `gi`; until then the aanmelding tells. */
  maatregel?: MaatregelCode;
  /** Kind of care that is sought, for the lacunes. */
  sector?: string;
  /** When the present fase began. */
  faseTijdstip?: number;
  /** When it ended. */
  eindeTijdstip?: number;
  /** The day on which care started or the advies was carried out, where that was told, yyyy-mm-dd: it is recorded on that day or later. */
  eindeDatum?: string;
  /** Which elements of the afwegingskader apply. */
  elementen?: readonly WegingElement[];
  weging?: Weging;
  /** Since when the weging has to be looked at again. */
  wegingHerzienTijdstip?: number;
  /** Months in which an age matters, never the birthday itself (docs/decisions/0013). */
  leeftijd?: Leeftijdsmomenten;
  /** 1 and 2: six and three months before the month of the 18th birthday; 3: that month. */
  achttienStand?: 0 | 1 | 2 | 3;
  informatie?: Gevraagd;
  /** When the aanmelder last answered, or the last question that was open was no longer needed. */
  informatieTijdstip?: number;
  /** The ids of the questions that were withdrawn, or of which the aanbieder no longer investigates. */
  vervallenVragen?: readonly string[];
  opgeschort?: CodesVan<'opschorting'> & { sindsTijdstip: number };
  /** When the last opschorting ended: what stood still counts from here. */
  hervatTijdstip?: number;
  /** Aanbieders whose onderzoek lapsed by the opschorting, or that it kept from being asked; asked when it ends. */
  teHervatten?: string[];
  /** With the time, in ms, that the traject had been opgeschort when it began. */
  wachtkeuze?: CodesVan<'wachtkeuze'> & { sindsTijdstip: number; opgeschortDuur: number };
  /** Time that waiting was a choice and the traject not opgeschort as well, in ms, without the present one. */
  wachtkeuzeDuur?: number;
  /** Agreed next steps: of every verslag, in the order of their numbers; before `regels: 3` of the last verslag. */
  afspraken?: readonly Afspraak[];
  /** When it went to another team that has not taken it up yet. */
  spoorTijdstip?: number;
  stapTijdstip?: number;
  /** When Zorgbemiddeling or the Experttafel looks again, yyyy-mm-dd; with an advies: whether it has been carried out. */
  opvolgDatum?: string;
  /** The advies that is followed until it has been carried out. */
  advies?: CodesVan<'advies'>['advies'];
  /** When the last aanbieder answered. */
  antwoordTijdstip?: number;
  /** The keuze that lapsed because no start of care was on record, until another follows: the care may have started after all. */
  uitgebleven?: {
    gekozen: string[];
    verwachteStartDatum: string;
    duidelijkheidTijdstip?: number | undefined;
  };
  /** Owner of the overbruggingsplan: `aanmelder`, or a code. */
  eigenaar?: string;
  /** The doorbraak in which it is gone through now, in a traject of the third rules or before. Read it with `doorbrakenVan`. */
  doorbraak?: DoorbraakVan;
  /** The doorbraken in which it is gone through now. Read it with `doorbrakenVan`. */
  doorbraken?: DoorbraakVan[];
  /** When the jeugdige was last spoken of. */
  contactTijdstip?: number;
  /** How often whoever must act was reminded, per wait. */
  herinnerd?: Readonly<Record<string, number>>;
  /** When a norm passed, per wait, and whether the manager has heard of it. */
  overschreden?: Readonly<Record<string, { tijdstip: number; bijManager?: true }>>;
}

/** The whole state of the workflow `traject`: codes only, moments in ms since the epoch. It is also its start input. */
export interface TrajectToestand extends AmbitieStand, Praktijk {
  kenmerk: string;
  spoor: Spoor;
  versie: number;
  fase: Fase;
  gemeente: string;
  gi?: string;
  complexiteit: Complexiteit;
  /** How often the ambitie was counted anew: each time the ladder starts again, with occasions of its own. */
  herberekend: number;
  /** Pseudonym of the coördinator that took the aanmelding up. */
  coordinator?: string;
  wachtOp: WachtOp;
  wachtSinds: number;
  wachtreden?: Wachtreden;
  /** Three calendar months after the aanmelding. */
  schadelijkTijdstip: number;
  schadelijk: boolean;
  /** The mark came at once, since the hulp does not exist; not when the three months had passed before. */
  hulpOntbreekt?: true;
  /** yyyy-mm-dd */
  tafelDatum?: string;
  ronde: number;
  onderzoeken: Record<string, OnderzoekInTraject>;
  duidelijkheidTijdstip?: number;
  gekozen: string[];
  /** yyyy-mm-dd */
  verwachteStartDatum?: string;
  /** yyyy-mm-dd */
  evaluatieDatum?: string;
  uitkomst?: Uitkomst;
  beleid: Beleid;
  /** Base of the links for people, without a trailing slash. */
  basisUrl: string;
  /** Ids of the Invoer rows that have been handled; travels through continue-as-new. */
  verwerkt: string[];
}

/** What is known of an aanmelding when its traject begins; codes only, moments in ms since the epoch. */
export interface TrajectBegin {
  kenmerk: string;
  spoor: Spoor;
  gemeente: string;
  gi?: string;
  complexiteit: Complexiteit;
  aanmeldingTijdstip: number;
  schadelijkTijdstip: number;
  beleid: Beleid;
  basisUrl: string;
  triageVoorstel: TriageUitkomst;
  werkdagen: number[];
  sector: string;
  elementen: readonly WegingElement[];
  leeftijd: Leeftijdsmomenten;
}

/** The rules of every new traject, and the newest that this code knows (docs/decisions/0016). */
export const regelsNu = 5;

/** The state in which a traject begins: intake, waiting for the coördinator. */
export function beginTraject(begin: TrajectBegin): TrajectToestand {
  return {
    ...begin,
    regels: regelsNu,
    faseTijdstip: begin.aanmeldingTijdstip,
    achttienStand: achttienStandBijBegin(begin.leeftijd),
    versie: 0,
    fase: 'intake',
    wachtOp: 'coordinator',
    wachtSinds: begin.aanmeldingTijdstip,
    ambitieTijdstip: ambitieTijdstip(begin.aanmeldingTijdstip, begin.complexiteit, begin.beleid),
    gewaarschuwd: false,
    escalatieniveau: 0,
    herberekend: 0,
    schadelijk: false,
    ronde: 0,
    onderzoeken: {},
    gekozen: [],
    verwerkt: [],
  };
}

/** Who is signed up within half a year of the 18th birthday can be overgedragen from the start. */
function achttienStandBijBegin(leeftijd: Leeftijdsmomenten): 0 | 1 | 2 {
  if (leeftijd.achttienOver3Tijdstip === undefined) return 2;
  return leeftijd.achttienOver6Tijdstip === undefined ? 1 : 0;
}

/** True once the ambitie has passed without clarity and nobody has said why. */
export function wachtredenOntbreekt(t: TrajectToestand): boolean {
  return isTeLaat(t) && t.wachtreden === undefined;
}

/** True from the first level of the ladder until there is clarity; not while the traject is opgeschort. */
export function isTeLaat(t: TrajectToestand): boolean {
  return (
    t.escalatieniveau > 0 &&
    t.duidelijkheidTijdstip === undefined &&
    t.fase !== 'afgesloten' &&
    t.opgeschort === undefined
  );
}

function onderzoekenVan(t: TrajectToestand): OnderzoekInTraject[] {
  return Object.values(t.onderzoeken);
}

/** True while this aanbieder still has to answer. */
export function heeftOpenOnderzoek(t: TrajectToestand, aanbieder: string): boolean {
  return onderzoekenVan(t).some((o) => o.aanbieder === aanbieder && isOpen(o.status));
}

/** Whether this onderzoek ended in an answer on which a keuze can rest. */
export function isDragend({ status, antwoord }: OnderzoekInTraject): boolean {
  return status === 'beantwoord' && draagtKeuze(antwoord);
}

/**
 * The last word of every aanbieder that answered: of its highest round, whether a keuze can rest on it, and whether it stands:
 * an offer that the aanbieder was not told is not needed.
 */
export function laatsteAntwoorden(t: TrajectToestand) {
  const perAanbieder = new Map<string, OnderzoekInTraject & { id: string }>();
  for (const [id, o] of Object.entries(t.onderzoeken)) {
    if (o.status === 'beantwoord' && o.ronde > (perAanbieder.get(o.aanbieder)?.ronde ?? 0))
      perAanbieder.set(o.aanbieder, { ...o, id });
  }
  return [...perAanbieder.values()].map((o) => ({
    id: o.id,
    aanbieder: o.aanbieder,
    antwoord: o.antwoord,
    isDragend: isDragend(o),
    staat: isDragend(o) && !o.losgelaten,
  }));
}

/**
 * True when a keuze can rest on this aanbieder: it made an offer itself. Under the first rules it was enough to be named
 * in the samenwerking of another.
 */
export function heeftDragendAntwoord(t: TrajectToestand, aanbieder: string): boolean {
  const antwoorden = laatsteAntwoorden(t);
  const eigen = antwoorden.find((o) => o.aanbieder === aanbieder);
  if (eigen) return eigen.isDragend;
  if (kentRegels(t, 2)) return false;
  return antwoorden.some((o) => o.isDragend && o.antwoord?.metAanbieders?.includes(aanbieder) === true);
}

/**
 * True while the offer of this aanbieder counts, so that it keeps a place: nobody is chosen, it was not told that it is not needed,
 * and it is not investigating again.
 */
export function heeftStaandAanbod(t: TrajectToestand, aanbieder: string): boolean {
  return (
    t.fase !== 'afgesloten' &&
    t.gekozen.length === 0 &&
    laatsteAntwoorden(t).some((o) => o.aanbieder === aanbieder && o.staat) &&
    !heeftOpenOnderzoek(t, aanbieder)
  );
}

/** True when this aanbieder made an offer and was told that it is not needed; it may be chosen yet. */
export function isLosgelaten(t: TrajectToestand, aanbieder: string): boolean {
  return laatsteAntwoorden(t).some((o) => o.aanbieder === aanbieder && o.isDragend && !o.staat);
}

/** Whether a traject began under these rules or later ones (docs/decisions/0016). */
export function kentRegels(t: TrajectToestand, vanaf: NonNullable<TrajectToestand['regels']>): boolean {
  return (t.regels ?? 1) >= vanaf;
}

/** Whether a traject began under rules that this code does not know: a newer worker has to carry it on. */
export function kentRegelsNiet(t: TrajectToestand): boolean {
  return (t.regels ?? 1) > regelsNu;
}

/** The doorbraken in which a traject is gone through now, the first one first. */
export function doorbrakenVan({ doorbraak, doorbraken = [] }: TrajectToestand): readonly DoorbraakVan[] {
  return doorbraak ? [doorbraak, ...doorbraken] : doorbraken;
}

/** The aanbieders that still have to answer. */
export function openAanbieders(t: TrajectToestand): string[] {
  return onderzoekenVan(t)
    .filter((o) => isOpen(o.status))
    .map((o) => o.aanbieder);
}

/** The afspraken of a traject with their numbers, from 1. */
export function genummerdeAfspraken({ afspraken = [] }: TrajectToestand): (Afspraak & { nummer: number })[] {
  return afspraken.map((afspraak, plaats) => ({ ...afspraak, nummer: plaats + 1 }));
}

/** The afspraken that are not done yet, with their numbers. */
export function openAfspraken(t: TrajectToestand): (Afspraak & { nummer: number })[] {
  return genummerdeAfspraken(t).filter(({ gedaanTijdstip }) => gedaanTijdstip === undefined);
}

/** On whom a traject in this state waits. */
export function wachtOpIn(t: TrajectToestand): WachtOp {
  if (t.opgeschort && t.fase !== 'afgesloten') return 'coordinator';
  switch (t.fase) {
    case 'intake':
    case 'voorbereiding':
      return t.informatie ? 'aanmelder' : 'coordinator';
    case 'bespreking':
      return 'tafel';
    case 'onderzoek':
      return openAanbieders(t).length > 0 ? 'aanbieder' : 'coordinator';
    case 'bemiddeling':
    case 'advies':
      return t.informatie ? 'aanmelder' : 'coordinator';
    case 'overbrugging':
      return 'zorgstart';
    case 'afgesloten':
      return 'niemand';
  }
}

/** The answer to a decision: where the traject stands after it. Moments are ISO 8601 in UTC. */
export function trajectAntwoord(t: TrajectToestand) {
  return {
    kenmerk: t.kenmerk,
    versie: t.versie,
    spoor: t.spoor,
    fase: t.fase,
    wachtOp: t.wachtOp,
    complexiteit: t.complexiteit,
    escalatieniveau: t.escalatieniveau,
    ambitieTijdstip: new Date(t.ambitieTijdstip).toISOString(),
    onderzoeken: Object.keys(t.onderzoeken),
    ...(t.uitkomst ? { uitkomst: t.uitkomst } : {}),
  };
}
