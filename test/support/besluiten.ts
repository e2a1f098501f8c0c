/** Every decision on a traject in every form that leads elsewhere, for tests that go through all of them. */
import { type TrajectBesluit, type TrajectBesluitSoort, trajectBesluiten } from '../../domain/besluiten.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';

const afwijkReden = 'individuele-situatie';
const afspraken = [
  { wie: 'aanmelder', wat: 'informatie-aanvullen' as const, voorDatum: '2026-04-03' },
  { wie: 'coordinator-1', wat: 'overleg-voeren' as const, voorDatum: '2026-04-10' },
];
const aanwezig = ['aanmelder', 'coordinator-1'];

/** The decisions by name: the kind, and behind it the form. */
export const alleBesluiten = {
  'triage bespreking': {
    soort: 'triage',
    codes: { uitkomst: 'bespreking', coordinator: 'coordinator-1', afwijkReden },
  },
  'triage direct-voorleggen': {
    soort: 'triage',
    codes: { uitkomst: 'direct-voorleggen', aanbieders: ['aanbieder-03'], afwijkReden },
  },
  'triage zorgbemiddeling': { soort: 'triage', codes: { uitkomst: 'zorgbemiddeling', afwijkReden } },
  'triage experttafel': { soort: 'triage', codes: { uitkomst: 'experttafel', afwijkReden } },
  'triage doorverwezen': {
    soort: 'triage',
    codes: { uitkomst: 'doorverwezen', doorverwezenNaar: 'lokaal-team', afwijkReden },
  },
  'triage teruggestuurd': {
    soort: 'triage',
    codes: { uitkomst: 'teruggestuurd', terugstuurReden: 'te-vroeg', afwijkReden },
  },
  'triage afgewezen': {
    soort: 'triage',
    codes: { uitkomst: 'afgewezen', reden: 'geen-verblijf', afwijkReden },
  },
  'triage crisis': { soort: 'triage', codes: { uitkomst: 'crisis', afwijkReden } },
  informatievraag: { soort: 'informatievraag', codes: { soorten: ['intelligentie'] } },
  informatie: { soort: 'informatie', codes: {} },
  'vraag-ingetrokken': { soort: 'vraag-ingetrokken', codes: {} },
  weging: { soort: 'weging', codes: { besluit: 'voorrang', elementen: ['gi'] } },
  stuk: {
    soort: 'stuk',
    codes: { stukId: '00000000-0000-4000-8000-000000000000', stukSoort: 'plan', versie: 1 },
  },
  tafeldatum: { soort: 'tafeldatum', codes: { tafelDatum: '2026-04-16' } },
  'direct-voorleggen': {
    soort: 'direct-voorleggen',
    codes: { aanbieders: ['aanbieder-02', 'aanbieder-03'], reden: 'tijd-winnen' },
  },
  'verslag aanbieders': { soort: 'verslag', codes: { aanwezig, aanbieders: ['aanbieder-03'] } },
  'verslag afspraken': { soort: 'verslag', codes: { aanwezig, afspraken } },
  'verslag beide': { soort: 'verslag', codes: { aanwezig, aanbieders: ['aanbieder-03'], afspraken } },
  'afspraak-gedaan': { soort: 'afspraak-gedaan', codes: { nummer: 1 } },
  wachtreden: { soort: 'wachtreden', codes: { wachtreden: 'wachtlijst' } },
  complexiteit: { soort: 'complexiteit', codes: { complexiteit: 'zeer-complex' } },
  situatie: { soort: 'situatie', codes: {} },
  opschorting: {
    soort: 'opschorting',
    codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2026-05-01' },
  },
  hervatting: { soort: 'hervatting', codes: {} },
  wachtkeuze: { soort: 'wachtkeuze', codes: { reden: 'behandeling-later', evaluatieDatum: '2026-05-01' } },
  'wachtkeuze-einde': { soort: 'wachtkeuze-einde', codes: {} },
  'verhuizing blijft-hier': { soort: 'verhuizing', codes: { gemeente: 'delft', afloop: 'blijft-hier' } },
  'verhuizing overgedragen': {
    soort: 'verhuizing',
    codes: { gemeente: 'buiten-haaglanden', afloop: 'overgedragen' },
  },
  aanmelder: { soort: 'aanmelder', codes: { aanmelderCode: 'aanmelder-2' } },
  coordinator: { soort: 'coordinator', codes: { coordinator: 'coordinator-2' } },
  'spoor zorglogistiek': { soort: 'spoor', codes: { spoor: 'zorglogistiek' } },
  'spoor zorgbemiddeling': { soort: 'spoor', codes: { spoor: 'zorgbemiddeling' } },
  'spoor experttafel': { soort: 'spoor', codes: { spoor: 'experttafel', coordinator: 'coordinator-2' } },
  stap: { soort: 'stap', codes: { stap: 'opgepakt' } },
  advies: { soort: 'advies', codes: { advies: 'samenwerking', opvolgDatum: '2026-06-01' } },
  'advies-uitgevoerd': { soort: 'advies-uitgevoerd', codes: {} },
  keuze: { soort: 'keuze', codes: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-06-01' } },
  overbrugging: { soort: 'overbrugging', codes: { evaluatieDatum: '2026-06-01' } },
  zorgstart: { soort: 'zorgstart', codes: { startDatum: '2026-04-01' } },
  contact: { soort: 'contact', codes: { met: 'ouders' } },
  overdracht: { soort: 'overdracht', codes: { naar: 'wlz' } },
  crisis: { soort: 'crisis', codes: {} },
  intrekking: { soort: 'intrekking', codes: { reden: 'plek-gevonden' } },
} as const satisfies Record<string, Leesbaar<TrajectBesluit>>;

/** The same, with lists that are not to be changed. */
type Leesbaar<T> = T extends readonly (infer E)[]
  ? readonly Leesbaar<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Leesbaar<T[K]> }
    : T;

export type BesluitNaam = keyof typeof alleBesluiten;
export const besluitNamen = Object.keys(alleBesluiten) as BesluitNaam[];

/** One decision by its name. */
export function besluitVan(naam: BesluitNaam): TrajectBesluit {
  return structuredClone(alleBesluiten[naam]) as TrajectBesluit;
}

let nummer = 0;

/** What follows from a decision at moment `nu` (ms since the epoch); throws when the traject refuses it. */
export function neem(t: TrajectToestand, besluit: TrajectBesluit, nu: number): TrajectGevolg {
  const weigering = weigerTrajectBesluit(t, besluit);
  if (weigering) throw new Error(`${besluit.soort} geweigerd: ${weigering.code}`);
  nummer += 1;
  return pasTrajectBesluitToe(t, besluit, `invoer-${nummer}`, nu);
}

/** The state after decisions that follow on each other at moment `nu` (ms since the epoch). */
export function na(t: TrajectToestand, nu: number, ...besluiten: TrajectBesluit[]): TrajectToestand {
  return besluiten.reduce((toestand, besluit) => neem(toestand, besluit, nu).toestand, t);
}

/** The fields with free text that go with these codes: only who is not helped on gets an uitleg, and a plan is looked at again. */
export function tekstveldenBij(soort: TrajectBesluitSoort, codes: object): string[] {
  const { uitkomst = '', evaluatieDatum } = codes as { uitkomst?: string; evaluatieDatum?: string };
  const metUitleg = ['doorverwezen', 'teruggestuurd', 'afgewezen'].includes(uitkomst);
  const weg = [...(metUitleg ? [] : ['uitleg']), ...(evaluatieDatum ? [] : ['overbruggingsplan'])];
  return trajectBesluiten[soort].tekstvelden.filter((veld) => !weg.includes(veld));
}
