/**
 * The rules of a traject: one transition table, what each decision changes, and which moments it waits for.
 * Source: ontwerp, "The rules of a traject"; domein, "One traject, from aanmelding to a place".
 */
import {
  type AmbitieStand,
  ambitieTijdstip,
  type Escalatieniveau,
  herbereken,
  hoogsteNiveau,
  volgendeTrede,
} from './ambitie.ts';
import type { Beleid } from './beleid.ts';
import type { BerichtOpdracht } from './berichten.ts';
import type { AntwoordCodes, TrajectBesluit, TrajectBesluitSoort, Weigering } from './besluiten.ts';
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
import type { Gebeurtenis } from './gebeurtenis.ts';
import { onderzoekId, trajectWorkflowId } from './kenmerk.ts';
import { isOpen, type OnderzoekMelding, type OnderzoekToestand, type VervalReden } from './onderzoek.ts';

/** What a traject remembers of one of its onderzoeken. */
interface OnderzoekInTraject {
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

type Doel = Fase | { bespreking: Fase; afgewezen: Fase };

/**
 * The transition table: per fase the decisions that are allowed and the fase that follows. `terug-naar-tafel` is no
 * decision of a person: the third level of the escalation ladder brings a traject back to the next table by itself.
 */
export const overgangen: Record<Fase, Partial<Record<TrajectBesluitSoort | 'terug-naar-tafel', Doel>>> = {
  intake: {
    triage: { bespreking: 'voorbereiding', afgewezen: 'afgesloten' },
    complexiteit: 'intake',
    wachtreden: 'intake',
    intrekking: 'afgesloten',
  },
  voorbereiding: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'voorbereiding',
    wachtreden: 'voorbereiding',
    intrekking: 'afgesloten',
  },
  bespreking: {
    tafeldatum: 'bespreking',
    verslag: 'onderzoek',
    keuze: 'overbrugging',
    complexiteit: 'bespreking',
    wachtreden: 'bespreking',
    intrekking: 'afgesloten',
  },
  onderzoek: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'onderzoek',
    wachtreden: 'onderzoek',
    intrekking: 'afgesloten',
    'terug-naar-tafel': 'voorbereiding',
  },
  overbrugging: {
    overbrugging: 'overbrugging',
    zorgstart: 'afgesloten',
    wachtreden: 'overbrugging',
    intrekking: 'afgesloten',
  },
  afgesloten: {},
};

/**
 * Once late, a wachtreden is mandatory: until it is on record these decisions wait for it. A step that ends the
 * waiting of the child, or ends the traject, is never held up by it.
 */
const vraagtWachtreden: ReadonlySet<TrajectBesluitSoort> = new Set(['tafeldatum', 'verslag', 'complexiteit']);

const faseNamen: Record<Fase, string> = {
  intake: 'de intake',
  voorbereiding: 'de voorbereiding van de bespreking',
  bespreking: 'de bespreking',
  onderzoek: 'het onderzoek door aanbieders',
  overbrugging: 'de overbrugging',
  afgesloten: 'afgesloten',
};

/** Why a traject cannot take this decision now; null when it can. Writes nothing. */
export function weigerTrajectBesluit(t: TrajectToestand, besluit: TrajectBesluit): Weigering | null {
  const toegestaan = Object.keys(overgangen[t.fase]).filter((soort) => soort !== 'terug-naar-tafel');
  if (t.fase === 'afgesloten')
    return {
      code: 'afgesloten',
      uitleg: 'Dit traject is afgesloten. Er kan niets meer veranderen.',
      toegestaan,
    };
  if (!toegestaan.includes(besluit.soort))
    return {
      code: 'verkeerde-fase',
      uitleg: `Dit kan nu niet: het traject is in ${faseNamen[t.fase]}.`,
      toegestaan,
    };
  if (wachtredenOntbreekt(t) && vraagtWachtreden.has(besluit.soort))
    return {
      code: 'wachtreden-ontbreekt',
      uitleg: 'Het traject is later dan de ambitie. Leg eerst de wachtreden vast.',
      toegestaan: toegestaan.filter((soort) => !vraagtWachtreden.has(soort as TrajectBesluitSoort)),
    };
  if (besluit.soort === 'keuze') {
    const zonder = besluit.codes.aanbieders.find((aanbieder) => !heeftDragendAntwoord(t, aanbieder));
    if (zonder)
      return {
        code: 'geen-aanbod',
        uitleg: `Aanbieder "${zonder}" heeft nog geen aanbod gedaan. Kies een aanbieder met een aanbod, of wacht op het antwoord.`,
        toegestaan,
      };
  }
  if (besluit.soort === 'verslag') {
    const bezig = besluit.codes.aanbieders.find((aanbieder) => heeftOpenOnderzoek(t, aanbieder));
    if (bezig)
      return {
        code: 'al-in-onderzoek',
        uitleg: `Aanbieder "${bezig}" is al aan het onderzoeken. Noem alleen aanbieders die nieuw aan de slag gaan.`,
        toegestaan,
      };
  }
  return null;
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

function heeftOpenOnderzoek(t: TrajectToestand, aanbieder: string): boolean {
  return onderzoekenVan(t).some((o) => o.aanbieder === aanbieder && isOpen(o.status));
}

function heeftDragendAntwoord(t: TrajectToestand, aanbieder: string): boolean {
  return onderzoekenVan(t).some(
    (o) =>
      o.status === 'beantwoord' &&
      o.antwoord !== undefined &&
      dragendeAntwoorden.includes(o.antwoord.antwoord) &&
      (o.aanbieder === aanbieder || o.antwoord.metAanbieders?.includes(aanbieder) === true),
  );
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

function wachtOpIn(t: TrajectToestand): WachtOp {
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

/** What follows from a message or a timer: the new state, its line in the story, who is mailed, and what happens to onderzoeken. */
export interface TrajectGevolg {
  toestand: TrajectToestand;
  gebeurtenis: Gebeurtenis;
  berichten: BerichtOpdracht[];
  /** Onderzoeken to start; their werkdagen are filled in by the workflow, which has the calendar. */
  teStarten: OnderzoekToestand[];
  /** Onderzoeken whose answer is no longer needed. */
  teVervallen: { id: string; reden: VervalReden }[];
}

type Wijziging = Partial<{ [K in keyof TrajectToestand]: TrajectToestand[K] }>;

function gevolg(
  t: TrajectToestand,
  wijziging: Wijziging,
  gebeurtenis: Gebeurtenis,
  nu: number,
  extra: Partial<Pick<TrajectGevolg, 'berichten' | 'teStarten' | 'teVervallen'>> = {},
): TrajectGevolg {
  const nieuw: TrajectToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  nieuw.wachtOp = wachtOpIn(nieuw);
  if (nieuw.wachtOp !== t.wachtOp || nieuw.fase !== t.fase) nieuw.wachtSinds = nu;
  return { toestand: nieuw, gebeurtenis, berichten: [], teStarten: [], teVervallen: [], ...extra };
}

const bericht = (
  soort: BerichtOpdracht['soort'],
  aan: BerichtOpdracht['aan'],
  gelegenheid: string,
  gegevens: BerichtOpdracht['gegevens'] = {},
): BerichtOpdracht => ({ soort, aan, gelegenheid, gegevens });

const aanmelder = { wie: 'aanmelder' } as const;
const coordinator = { wie: 'coordinator' } as const;
const voorzitter = { wie: 'voorzitter' } as const;
const manager = { wie: 'manager' } as const;

function nogOpen(t: TrajectToestand, reden: VervalReden): TrajectGevolg['teVervallen'] {
  return Object.entries(t.onderzoeken)
    .filter(([, o]) => isOpen(o.status))
    .map(([id]) => ({ id, reden }));
}

function vervallenVerklaard(t: TrajectToestand): TrajectToestand['onderzoeken'] {
  return Object.fromEntries(
    Object.entries(t.onderzoeken).map(([id, o]) => [
      id,
      isOpen(o.status) ? { ...o, status: 'vervallen' } : o,
    ]),
  );
}

/** What the aanmelding itself sets in motion: the confirmation to the aanmelder and the word to the team. */
export function bijBegin(t: TrajectToestand): TrajectGevolg {
  return gevolg(
    t,
    {},
    { soort: 'traject-begonnen', codes: { gemeente: t.gemeente, complexiteit: t.complexiteit } },
    t.aanmeldingTijdstip,
    {
      berichten: [
        bericht('ontvangst-aanmelding', aanmelder, 'start', { ambitie: t.ambitieTijdstip }),
        bericht('nieuwe-aanmelding', coordinator, 'start', { ambitie: t.ambitieTijdstip }),
      ],
    },
  );
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

/** The state after a decision that `weigerTrajectBesluit` let pass, taken at moment `nu` (ms); mails are keyed by its Invoer. */
export function pasTrajectBesluitToe(
  t: TrajectToestand,
  besluit: TrajectBesluit,
  invoerId: string,
  nu: number,
): TrajectGevolg {
  const gebeurtenis: Gebeurtenis = { soort: besluit.soort, codes: { ...besluit.codes } };
  const doel = overgangen[t.fase][besluit.soort];
  const fase = typeof doel === 'string' ? doel : t.fase;
  const gelegenheid = invoerId;
  switch (besluit.soort) {
    case 'triage': {
      const { uitkomst, reden, coordinator: wie } = besluit.codes;
      const opgepakt: Wijziging = wie ? { coordinator: wie } : {};
      if (uitkomst === 'afgewezen')
        return gevolg(t, { ...opgepakt, fase: 'afgesloten', uitkomst }, gebeurtenis, nu, {
          berichten: [bericht('aanmelding-afgewezen', aanmelder, gelegenheid, { reden: reden ?? '' })],
        });
      return gevolg(t, { ...opgepakt, fase: 'voorbereiding' }, gebeurtenis, nu, {
        berichten: [bericht('naar-bespreking', aanmelder, gelegenheid)],
      });
    }
    case 'tafeldatum':
      return gevolg(t, { fase, tafelDatum: besluit.codes.tafelDatum }, gebeurtenis, nu, {
        berichten: [
          bericht('tafeldatum-gepland', aanmelder, gelegenheid, { tafelDatum: besluit.codes.tafelDatum }),
        ],
      });
    case 'verslag': {
      const ronde = t.ronde + 1;
      const teStarten = besluit.codes.aanbieders.map((aanbieder) =>
        begonnenOnderzoek(t, aanbieder, ronde, nu),
      );
      const onderzoeken = { ...t.onderzoeken };
      for (const o of teStarten)
        onderzoeken[o.id] = { aanbieder: o.aanbieder, ronde, status: o.status, vastgelopen: false };
      return gevolg(t, { fase, ronde, onderzoeken }, gebeurtenis, nu, {
        teStarten,
        berichten: [bericht('verslag-gedeeld', aanmelder, gelegenheid, { aantal: teStarten.length })],
      });
    }
    case 'wachtreden':
      return gevolg(t, { wachtreden: besluit.codes.wachtreden }, gebeurtenis, nu);
    case 'complexiteit': {
      const { complexiteit } = besluit.codes;
      const stand = herbereken(t, complexiteit, nu, t.beleid);
      const codes = { complexiteit, vanTijdstip: t.ambitieTijdstip, naarTijdstip: stand.ambitieTijdstip };
      return gevolg(
        t,
        {
          complexiteit,
          herberekend: stand === t ? t.herberekend : t.herberekend + 1,
          ambitieTijdstip: stand.ambitieTijdstip,
          gewaarschuwd: stand.gewaarschuwd,
          escalatieniveau: stand.escalatieniveau,
        },
        { soort: besluit.soort, codes },
        nu,
      );
    }
    case 'keuze': {
      const { aanbieders, verwachteStartDatum, evaluatieDatum } = besluit.codes;
      return gevolg(
        t,
        {
          fase,
          gekozen: aanbieders,
          duidelijkheidTijdstip: nu,
          onderzoeken: vervallenVerklaard(t),
          ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
          ...(evaluatieDatum ? { evaluatieDatum } : {}),
        },
        gebeurtenis,
        nu,
        {
          teVervallen: nogOpen(t, 'andere-aanbieder'),
          berichten: [
            bericht('duidelijkheid', aanmelder, gelegenheid, { aantal: aanbieders.length }),
            ...aanbieders.map((aanbieder) =>
              bericht('gekozen', { wie: 'aanbieder', aanbieder }, gelegenheid, {
                ...(verwachteStartDatum ? { verwachteStartDatum } : {}),
              }),
            ),
          ],
        },
      );
    }
    case 'overbrugging':
      return gevolg(t, { evaluatieDatum: besluit.codes.evaluatieDatum }, gebeurtenis, nu);
    case 'zorgstart':
      return gevolg(t, { fase, uitkomst: 'zorg-gestart' }, gebeurtenis, nu, {
        berichten: [
          bericht('zorg-gestart', aanmelder, gelegenheid, { startDatum: besluit.codes.startDatum }),
          bericht('zorg-gestart', coordinator, gelegenheid, { startDatum: besluit.codes.startDatum }),
        ],
      });
    case 'intrekking':
      return gevolg(
        t,
        { fase, uitkomst: 'ingetrokken', onderzoeken: vervallenVerklaard(t) },
        gebeurtenis,
        nu,
        {
          teVervallen: nogOpen(t, 'ingetrokken'),
          berichten: [
            bericht('ingetrokken', aanmelder, gelegenheid),
            bericht('ingetrokken', coordinator, gelegenheid),
            ...(t.fase === 'overbrugging' ? t.gekozen : []).map((aanbieder) =>
              bericht('ingetrokken', { wie: 'aanbieder', aanbieder }, gelegenheid),
            ),
          ],
        },
      );
  }
}

function begonnenOnderzoek(
  t: TrajectToestand,
  aanbieder: string,
  ronde: number,
  nu: number,
): OnderzoekToestand {
  return {
    id: onderzoekId(t.kenmerk, aanbieder, ronde),
    kenmerk: t.kenmerk,
    trajectId: trajectWorkflowId(t.kenmerk),
    aanbieder,
    ronde,
    versie: 0,
    status: 'gevraagd',
    gevraagdTijdstip: nu,
    antwoordVoorTijdstip: t.ambitieTijdstip,
    contactTijdstip: nu,
    herinneringen: 0,
    onbeantwoord: 0,
    werkdagen: [],
    beleid: t.beleid,
    basisUrl: t.basisUrl,
    verwerkt: [],
  };
}

/** The state after an onderzoek told what happened in it; null when that changes nothing here. */
export function verwerkMelding(
  t: TrajectToestand,
  melding: OnderzoekMelding,
  nu: number,
): TrajectGevolg | null {
  const bekend = t.onderzoeken[melding.onderzoekId];
  if (!bekend || !isOpen(bekend.status)) return null;
  const nieuw: OnderzoekInTraject = {
    ...bekend,
    status: melding.status,
    vastgelopen: melding.vastgelopen,
    ...(melding.antwoord ? { antwoord: melding.antwoord } : {}),
  };
  const onderzoeken = { ...t.onderzoeken, [melding.onderzoekId]: nieuw };
  const gebeurtenis = {
    soort: 'onderzoek-gemeld',
    codes: { aanbieder: bekend.aanbieder, status: melding.status, vastgelopen: melding.vastgelopen },
  };
  return gevolg(t, { onderzoeken }, gebeurtenis, nu, {
    berichten: melding.antwoord
      ? [
          bericht('onderzoek-antwoord', coordinator, `${melding.onderzoekId}-${melding.gelegenheid}`, {
            aanbieder: bekend.aanbieder,
            antwoord: melding.antwoord.antwoord,
          }),
        ]
      : [],
  });
}

export type TrajectWekker =
  | { soort: 'waarschuwing'; gelegenheid: string; tijdstip: number }
  | { soort: 'escalatie'; niveau: Exclude<Escalatieniveau, 0>; gelegenheid: string; tijdstip: number }
  | { soort: 'schadelijk'; gelegenheid: string; tijdstip: number };

/** The first moment (ms since the epoch) at which something happens by itself; null when nothing does. */
export function volgendeWekker(t: TrajectToestand): TrajectWekker | null {
  if (t.fase === 'afgesloten') return null;
  const trede = t.duidelijkheidTijdstip === undefined ? volgendeTrede(t, t.beleid) : null;
  const kandidaten: TrajectWekker[] = [];
  if (trede) {
    const naam = trede.soort === 'escalatie' ? `niveau-${trede.niveau}` : trede.soort;
    kandidaten.push({ ...trede, gelegenheid: `${naam}-ladder-${t.herberekend}` });
  }
  if (!t.schadelijk)
    kandidaten.push({ soort: 'schadelijk', gelegenheid: 'schadelijk', tijdstip: t.schadelijkTijdstip });
  return kandidaten.reduce<TrajectWekker | null>(
    (eerste, deze) => (eerste === null || deze.tijdstip < eerste.tijdstip ? deze : eerste),
    null,
  );
}

/** True when this timer brings the traject back to the table: only then the next table date has to be looked up. */
export function gaatTerugNaarTafel(t: TrajectToestand, wekker: TrajectWekker): boolean {
  return (
    wekker.soort === 'escalatie' &&
    wekker.niveau === hoogsteNiveau &&
    overgangen[t.fase]['terug-naar-tafel'] !== undefined
  );
}

/**
 * The state after a timer of `volgendeWekker` fired at moment `nu` (ms). The third level brings a traject that is
 * with the aanbieders back to the table: on `tafelDatum` (yyyy-mm-dd) when a next table is known, else the coördinator
 * is asked for a date.
 */
export function verwerkWekker(
  t: TrajectToestand,
  wekker: TrajectWekker,
  nu: number,
  tafelDatum: string | null,
): TrajectGevolg {
  const { gelegenheid } = wekker;
  switch (wekker.soort) {
    case 'waarschuwing':
      return gevolg(
        t,
        { gewaarschuwd: true },
        { soort: 'ambitie-waarschuwing', codes: { ambitieTijdstip: t.ambitieTijdstip } },
        nu,
        {
          berichten: [
            bericht('ambitie-waarschuwing', coordinator, gelegenheid, { ambitie: t.ambitieTijdstip }),
          ],
        },
      );
    case 'schadelijk':
      return gevolg(t, { schadelijk: true }, { soort: 'schadelijk-wachtend', codes: {} }, nu, {
        berichten: [bericht('schadelijk-wachtend', coordinator, gelegenheid)],
      });
    case 'escalatie': {
      const { niveau } = wekker;
      const teLaat = (aan: BerichtOpdracht['aan']) =>
        bericht('te-laat', aan, gelegenheid, { niveau, ambitie: t.ambitieTijdstip });
      const naarTafel = gaatTerugNaarTafel(t, wekker);
      const terug: Wijziging = naarTafel
        ? tafelDatum
          ? { fase: 'bespreking', tafelDatum }
          : { fase: 'voorbereiding' }
        : {};
      const aan = { 1: [coordinator, voorzitter], 2: [manager], 3: [coordinator, voorzitter, manager] }[
        niveau
      ];
      return gevolg(
        t,
        { escalatieniveau: niveau, ...terug },
        {
          soort: 'escalatie',
          codes: { niveau, terugNaarTafel: naarTafel, ...(naarTafel && tafelDatum ? { tafelDatum } : {}) },
        },
        nu,
        {
          berichten: [
            ...aan.map(teLaat),
            ...(naarTafel
              ? [bericht('terug-naar-tafel', coordinator, gelegenheid, tafelDatum ? { tafelDatum } : {})]
              : []),
          ],
        },
      );
    }
  }
}
