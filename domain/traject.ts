/**
 * The state of a traject, and what follows from it without anything happening. What may happen stands in overgangen.ts,
 * what then changes in trajectBesluit.ts, trajectMelding.ts and trajectWekker.ts.
 */
import { type AmbitieStand, ambitieTijdstip } from './ambitie.ts';
import type { Beleid } from './beleid.ts';
import type { AntwoordCodes } from './besluiten.ts';
import {
  type Complexiteit,
  dragendeAntwoorden,
  type Fase,
  type OnderzoekStatus,
  type Signaal,
  type Spoor,
  type Uitkomst,
  type WachtOp,
  type Wachtreden,
} from './codes.ts';
import { isOpen } from './onderzoek.ts';

/** What a traject remembers of one of its onderzoeken. */
export interface OnderzoekInTraject {
  aanbieder: string;
  ronde: number;
  status: OnderzoekStatus;
  vastgelopen: boolean;
  antwoord?: AntwoordCodes;
}

/** The whole state of the workflow `traject`: codes only, moments in ms since the epoch. It is also its start input. */
export interface TrajectToestand extends AmbitieStand {
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
}

/** The state in which a traject begins: intake, waiting for the coördinator. */
export function beginTraject(begin: TrajectBegin): TrajectToestand {
  return {
    ...begin,
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

/** True once the ambitie has passed without clarity and nobody has said why. */
export function wachtredenOntbreekt(t: TrajectToestand): boolean {
  return isTeLaat(t) && t.wachtreden === undefined;
}

function isTeLaat(t: TrajectToestand): boolean {
  return t.escalatieniveau > 0 && t.duidelijkheidTijdstip === undefined && t.fase !== 'afgesloten';
}

function onderzoekenVan(t: TrajectToestand): OnderzoekInTraject[] {
  return Object.values(t.onderzoeken);
}

/** True while this aanbieder still has to answer. */
export function heeftOpenOnderzoek(t: TrajectToestand, aanbieder: string): boolean {
  return onderzoekenVan(t).some((o) => o.aanbieder === aanbieder && isOpen(o.status));
}

/** The last word of every aanbieder that answered: of its highest round, and whether a keuze can rest on it. */
export function laatsteAntwoorden(t: TrajectToestand) {
  const perAanbieder = new Map<string, OnderzoekInTraject & { id: string }>();
  for (const [id, o] of Object.entries(t.onderzoeken)) {
    if (o.status === 'beantwoord' && o.ronde > (perAanbieder.get(o.aanbieder)?.ronde ?? 0))
      perAanbieder.set(o.aanbieder, { ...o, id });
  }
  return [...perAanbieder.values()].map(({ id, aanbieder, antwoord }) => ({
    id,
    aanbieder,
    antwoord,
    isDragend: antwoord !== undefined && dragendeAntwoorden.includes(antwoord.antwoord),
  }));
}

/** True when a keuze can rest on this aanbieder: it made an offer, or another that did named it in a samenwerking. */
export function heeftDragendAntwoord(t: TrajectToestand, aanbieder: string): boolean {
  const antwoorden = laatsteAntwoorden(t);
  const eigen = antwoorden.find((o) => o.aanbieder === aanbieder);
  if (eigen) return eigen.isDragend;
  return antwoorden.some((o) => o.isDragend && o.antwoord?.metAanbieders?.includes(aanbieder) === true);
}

/** What a manager looks for, as it holds now. */
export function signalenVan(t: TrajectToestand): Signaal[] {
  const lijst: Signaal[] = [];
  if (isTeLaat(t)) lijst.push('te-laat');
  if (t.fase !== 'afgesloten' && onderzoekenVan(t).some((o) => isOpen(o.status) && o.vastgelopen))
    lijst.push('vastgelopen');
  if (t.schadelijk) lijst.push('schadelijk');
  return lijst;
}

/** The aanbieders that still have to answer. */
export function openAanbieders(t: TrajectToestand): string[] {
  return onderzoekenVan(t)
    .filter((o) => isOpen(o.status))
    .map((o) => o.aanbieder);
}

/** On whom a traject in this state waits. */
export function wachtOpIn(t: TrajectToestand): WachtOp {
  switch (t.fase) {
    case 'intake':
    case 'voorbereiding':
      return 'coordinator';
    case 'bespreking':
      return 'tafel';
    case 'onderzoek':
      return openAanbieders(t).length > 0 ? 'aanbieder' : 'coordinator';
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
