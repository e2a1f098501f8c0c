/**
 * What can happen in a random story, as fast-check commands that read as Dutch sentences. A command knows beforehand,
 * from the model alone, whether it can be refused; the system under test is behind {@link Systeem}.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import type { Bestemming } from '../../domain/meldingen.ts';
import { eersteWerkdag } from '../../domain/tafelkalender.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { tekstveldenBij } from './besluiten.ts';
import type { ModelBesluit, ModelTraject } from './modelTraject.ts';

const dag = 86_400_000;
const aanbieders = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'];
const afwijkReden = 'individuele-situatie';

/**
 * What became of a decision: taken, with the moment at which it was (ms since the epoch) and whether a table turned out to
 * have gone by, or refused.
 */
export type Afloop = { genomen: number; isTafelGemist?: boolean } | { geweigerd: string };

/** What a story is played on. */
export interface Systeem {
  besluit(besluit: ModelBesluit, ook: { nogEens: boolean; tijdensHerstart: boolean }): Promise<Afloop>;
  /** The last onderzoek of this aanbieder says something. */
  zegt(aanbieder: string, soort: OnderzoekBesluitSoort, codes: ModelBesluit['codes']): Promise<Afloop>;
  /** Lets so many ms pass. */
  verstrijk(duur: number): Promise<void>;
  /** Stops the worker and starts another; without a cache each task replays the whole history. */
  herstart(metCache: boolean): Promise<void>;
  tafelVervalt(naar: Bestemming): Promise<Afloop>;
  /** Brings what happened by itself to the model, and fails when the two do not agree in the end. */
  vergelijk(model: ModelTraject): Promise<void>;
}

/** What a form of a decision is filled in with. */
interface Invulling {
  wie: readonly string[];
  datum: string;
  /** Some days before today, but not before the aanmelding, or the last advies. */
  eerder: string;
  eerderNaAdvies: string;
  afwijkReden: { afwijkReden?: string };
}

const aanwezig = ['aanmelder', 'coordinator-1'];
const triage = (uitkomst: string, meer: object = {}) => ({
  soort: 'triage' as const,
  codes: (i: Invulling) => ({ uitkomst, coordinator: 'coordinator-1', ...meer, ...i.afwijkReden }),
});
const zo = <S extends TrajectBesluitSoort>(soort: S, codes: (i: Invulling) => object = () => ({})) => ({
  soort,
  codes,
});

/** Every decision in every form that leads elsewhere, as a sentence. */
const vormen: Readonly<
  Record<string, { soort: TrajectBesluitSoort; codes: (i: Invulling) => object; gewicht?: number }>
> = {
  'triage: naar de bespreking': { ...triage('bespreking'), gewicht: 6 },
  'triage: direct voorleggen': {
    soort: 'triage',
    codes: (i) => ({ ...triage('direct-voorleggen').codes(i), aanbieders: i.wie }),
    gewicht: 3,
  },
  'triage: naar Zorgbemiddeling, bij een collega': {
    ...triage('zorgbemiddeling', { coordinator: 'coordinator-2' }),
    gewicht: 2,
  },
  'triage: naar de Experttafel, bij niemand': {
    soort: 'triage',
    codes: (i) => ({ uitkomst: 'experttafel', ...i.afwijkReden }),
    gewicht: 2,
  },
  'triage: doorverwezen': triage('doorverwezen', { doorverwezenNaar: 'lokaal-team' }),
  'triage: teruggestuurd': triage('teruggestuurd', { terugstuurReden: 'te-vroeg' }),
  'triage: afgewezen': triage('afgewezen', { reden: 'geen-verblijf' }),
  'triage: crisis': triage('crisis'),
  'vraagt de aanmelder om informatie': zo('informatievraag', () => ({ soorten: ['intelligentie'] })),
  'krijgt de informatie van de aanmelder': zo('informatie'),
  'laat een vraag aan de aanmelder vervallen': zo('vraag-ingetrokken'),
  'weegt: voorrang': zo('weging', (i) => ({ besluit: 'voorrang', ...i.afwijkReden })),
  'weegt: geen voorrang, jong kind': zo('weging', (i) => ({
    besluit: 'geen-voorrang',
    elementen: ['jong-kind'],
    ...i.afwijkReden,
  })),
  'plant de tafel': {
    ...zo('tafeldatum', ({ datum }) => ({ tafelDatum: eersteWerkdag(datum) })),
    gewicht: 6,
  },
  'legt direct voor': {
    ...zo('direct-voorleggen', ({ wie }) => ({ aanbieders: wie, reden: 'tijd-winnen' })),
    gewicht: 3,
  },
  'maakt het verslag: aanbieders aan de slag': {
    ...zo('verslag', ({ wie }) => ({ aanwezig, aanbieders: wie })),
    gewicht: 6,
  },
  'maakt het verslag: een afspraak': zo('verslag', ({ datum }) => ({
    aanwezig,
    afspraken: [{ wie: 'aanmelder', wat: 'andere-stap', voorDatum: datum }],
  })),
  'meldt afspraak 1 gedaan': { ...zo('afspraak-gedaan', () => ({ nummer: 1 })), gewicht: 2 },
  'meldt afspraak 2 gedaan': zo('afspraak-gedaan', () => ({ nummer: 2 })),
  'maakt het verslag: aanbieders aan de slag, en een afspraak': zo('verslag', ({ wie, datum }) => ({
    aanwezig,
    aanbieders: wie,
    afspraken: [{ wie: 'aanmelder', wat: 'andere-stap', voorDatum: datum }],
  })),
  'maakt het verslag: afspraken met aanbieders': zo('verslag', (i) => ({
    aanwezig,
    afspraken: i.wie.map((wie) => ({ wie, wat: 'andere-stap', voorDatum: i.datum })),
  })),
  'legt een wachtreden vast': { ...zo('wachtreden', () => ({ wachtreden: 'wachtlijst' })), gewicht: 2 },
  'legt vast dat het aanbod ontbreekt': zo('wachtreden', () => ({ wachtreden: 'aanbod-ontbreekt' })),
  'maakt het zeer complex': zo('complexiteit', () => ({ complexiteit: 'zeer-complex' })),
  'maakt het gewoon': zo('complexiteit', () => ({ complexiteit: 'gewoon' })),
  'meldt een nieuwe situatie': zo('situatie'),
  'schort op': {
    ...zo('opschorting', ({ datum }) => ({ reden: 'veiligheid-eerst', evaluatieDatum: datum })),
    gewicht: 2,
  },
  hervat: { ...zo('hervatting'), gewicht: 6 },
  'legt vast dat wachten een keuze is': zo('wachtkeuze', ({ datum }) => ({
    reden: 'behandeling-later',
    evaluatieDatum: datum,
  })),
  'legt vast dat wachten geen keuze meer is': zo('wachtkeuze-einde'),
  'legt een verhuizing vast: blijft hier': zo('verhuizing', () => ({
    gemeente: 'delft',
    afloop: 'blijft-hier',
  })),
  'legt een verhuizing vast: overgedragen': zo('verhuizing', () => ({
    gemeente: 'buiten-haaglanden',
    afloop: 'overgedragen',
  })),
  'krijgt een andere aanmelder': zo('aanmelder', () => ({ aanmelderCode: 'aanmelder-1' })),
  'draagt over aan een collega': zo('coordinator', () => ({ coordinator: 'coordinator-2' })),
  'geeft het aan Zorglogistiek': zo('spoor', () => ({ spoor: 'zorglogistiek' })),
  'geeft het aan Zorgbemiddeling': zo('spoor', () => ({ spoor: 'zorgbemiddeling' })),
  'geeft het aan de Experttafel': zo('spoor', () => ({
    spoor: 'experttafel',
    coordinator: 'coordinator-2',
  })),
  'doet een stap': zo('stap', () => ({ stap: 'opgepakt' })),
  'doet een stap, en noemt een collega': zo('stap', () => ({
    stap: 'gesprek-aanbieder',
    coordinator: 'coordinator-2',
  })),
  'doet een stap met een datum': zo('stap', ({ datum }) => ({ stap: 'opvolging', opvolgDatum: datum })),
  'geeft advies': {
    ...zo('advies', ({ datum }) => ({ advies: 'samenwerking', opvolgDatum: datum })),
    gewicht: 2,
  },
  'meldt het advies uitgevoerd': zo('advies-uitgevoerd', ({ eerderNaAdvies }) => ({
    uitgevoerdDatum: eerderNaAdvies,
  })),
  'kiest, met een startdatum': {
    ...zo('keuze', ({ wie, datum }) => ({ aanbieders: wie, verwachteStartDatum: datum })),
    gewicht: 8,
  },
  'kiest, met een plan': {
    ...zo('keuze', ({ wie, datum }) => ({ aanbieders: wie, evaluatieDatum: datum })),
    gewicht: 3,
  },
  'kiest, met een plan van een aanbieder': zo('keuze', ({ wie, datum }) => ({
    aanbieders: wie,
    evaluatieDatum: datum,
    eigenaar: 'aanbieder-02',
  })),
  'werkt het overbruggingsplan bij': zo('overbrugging', ({ datum }) => ({
    evaluatieDatum: datum,
    verwachteStartDatum: datum,
  })),
  'geeft het overbruggingsplan aan de aanmelder': zo('overbrugging', ({ datum }) => ({
    evaluatieDatum: datum,
    eigenaar: 'aanmelder',
  })),
  'meldt de start van de zorg': zo('zorgstart', ({ eerder }) => ({ startDatum: eerder })),
  'spreekt over de jeugdige': { ...zo('contact', () => ({ met: 'ouders' })), gewicht: 2 },
  'draagt over bij 18 jaar': zo('overdracht', () => ({ naar: 'wlz' })),
  'meldt een crisis': zo('crisis'),
  'trekt in': zo('intrekking', () => ({ reden: 'plek-gevonden' })),
};

/** The kinds of decision that a story can hold; a stuk is a file and has its own tests. */
export const soortenInVerhaal = new Set(Object.values(vormen).map(({ soort }) => soort));

type Momenten = Pick<ModelTraject, 'nu' | 'aanmeldingTijdstip' | 'adviesTijdstip'>;
type Commando = fc.AsyncCommand<ModelTraject, Systeem>;

/** Checks that what the system did with a decision is what the model says; takes it into the model. */
function klopt(
  afloop: Afloop,
  weigering: string | null,
  neem: (nu: number, isTafelGemist: boolean) => void,
): void {
  expect(afloop).toMatchObject(weigering ? { geweigerd: weigering } : { genomen: expect.any(Number) });
  if ('genomen' in afloop) neem(afloop.genomen, afloop.isTafelGemist ?? false);
}

class Besluit implements Commando {
  private readonly opzet: BesluitOpzet;
  constructor(opzet: BesluitOpzet) {
    this.opzet = opzet;
  }

  private besluit({ nu, aanmeldingTijdstip, adviesTijdstip }: Momenten): ModelBesluit {
    const { vorm, wie, over, metReden } = this.opzet;
    const { soort, codes } = vormVan(vorm);
    const eerder = (vanaf: number) => datumInNederland(Math.max(vanaf, nu - over * dag));
    const invulling = {
      wie,
      eerder: eerder(aanmeldingTijdstip),
      eerderNaAdvies: eerder(adviesTijdstip ?? aanmeldingTijdstip),
      datum: datumInNederland(nu + over * dag),
      afwijkReden: metReden ? { afwijkReden } : {},
    };
    return { soort, codes: codes(invulling) as ModelBesluit['codes'] };
  }

  check(model: Readonly<ModelTraject>): boolean {
    return this.opzet.ookFout || model.weigering(this.besluit(model)) === null;
  }

  async run(model: ModelTraject, systeem: Systeem): Promise<void> {
    const besluit = this.besluit(model);
    const weigering = model.weigering(besluit);
    const afloop = await systeem.besluit(besluit, this.opzet);
    klopt(afloop, weigering, (nu, isTafelGemist) => model.neem(besluit, nu, isTafelGemist));
    await systeem.vergelijk(model);
  }

  toString(): string {
    const { vorm, wie, over, metReden, nogEens, tijdensHerstart } = this.opzet;
    const { soort } = vormVan(vorm);
    const bij = [
      /voorleggen|voor$|aanbieders|kiest/.test(vorm) ? wie.join(' en ') : '',
      /eerder/.test(vormVan(vorm).codes.toString()) ? `${over} dagen eerder` : '',
      /datum/.test(vormVan(vorm).codes.toString()) ? `over ${over} dagen` : '',
      /triage|weging/.test(soort) && !metReden ? 'zonder reden om af te wijken' : '',
      nogEens ? 'en stuurt dat nog eens' : '',
      tijdensHerstart ? 'terwijl de worker herstart' : '',
    ].filter((deel) => deel);
    return `De coördinator ${[vorm, ...bij].join(', ')}.`;
  }
}

interface BesluitOpzet {
  vorm: string;
  wie: readonly string[];
  over: number;
  metReden: boolean;
  ookFout: boolean;
  nogEens: boolean;
  tijdensHerstart: boolean;
}

function vormVan(naam: string) {
  const vorm = vormen[naam];
  if (!vorm) throw new Error(`unknown form: ${naam}`);
  return vorm;
}

interface WoordOpzet {
  aanbieder: string;
  soort: OnderzoekBesluitSoort;
  antwoord: string;
  met: readonly string[];
  over: number;
  ookFout: boolean;
}

/** An aanbieder says something in its last onderzoek. */
class Woord implements Commando {
  private readonly opzet: WoordOpzet;
  constructor(opzet: WoordOpzet) {
    this.opzet = opzet;
  }

  private codes(model: ModelTraject): ModelBesluit['codes'] {
    const { soort, antwoord, over } = this.opzet;
    if (soort === 'vraag') return { soorten: ['risicotaxatie'] };
    if (soort !== 'antwoord') return {};
    const totDatum = datumInNederland(model.nu + over * dag);
    switch (antwoord) {
      case 'samenwerking':
        return { antwoord, metAanbieders: this.met() };
      case 'wachtlijst':
        return { antwoord, totDatum };
      case 'afwijzing':
        return { antwoord, afwijzingReden: 'geen-plek' };
      case 'meer-tijd':
        return { antwoord, totDatum, meerTijdReden: 'draagvlak-nodig' };
      default:
        return { antwoord };
    }
  }

  private met(): string[] {
    const { met, aanbieder } = this.opzet;
    const anderen = met.filter((ander) => ander !== aanbieder);
    return anderen.length > 0 ? anderen : aanbieders.filter((ander) => ander !== aanbieder).slice(0, 1);
  }

  check(model: Readonly<ModelTraject>): boolean {
    const { aanbieder, soort, ookFout } = this.opzet;
    if (!model.laatsteVan(aanbieder)) return false;
    return ookFout || model.weigeringAanbieder(aanbieder, soort) === null;
  }

  async run(model: ModelTraject, systeem: Systeem): Promise<void> {
    const { aanbieder, soort } = this.opzet;
    const codes = this.codes(model);
    const weigering = model.weigeringAanbieder(aanbieder, soort);
    const afloop = await systeem.zegt(aanbieder, soort, codes);
    klopt(afloop, weigering, (nu) => model.hoor(aanbieder, soort, codes, nu));
    await systeem.vergelijk(model);
  }

  toString(): string {
    const { aanbieder, soort, antwoord, over } = this.opzet;
    const wat = {
      bevestiging: 'bevestigt',
      nieuws: 'geeft nieuws',
      vraag: 'vraagt om informatie',
      antwoord: `antwoordt: ${antwoord}`,
    }[soort];
    const met = antwoord === 'samenwerking' ? ` met ${this.met().join(' en ')}` : '';
    const tot = /wachtlijst|meer-tijd/.test(antwoord) ? ` tot over ${over} dagen` : '';
    return `${aanbieder} ${wat}${soort === 'antwoord' ? met + tot : ''}.`;
  }
}

class Wacht implements Commando {
  private readonly uren: number;
  constructor(uren: number) {
    this.uren = uren;
  }
  check(): boolean {
    return true;
  }
  async run(model: ModelTraject, systeem: Systeem): Promise<void> {
    // Some minutes more, so that nothing falls due at the very end.
    await systeem.verstrijk(this.uren * 3_600_000 + 7 * 60_000);
    await systeem.vergelijk(model);
  }
  toString(): string {
    return this.uren < 48 ? `Er gaan ${this.uren} uur voorbij.` : `Er gaan ${this.uren / 24} dagen voorbij.`;
  }
}

class Herstart implements Commando {
  private readonly metCache: boolean;
  constructor(metCache: boolean) {
    this.metCache = metCache;
  }
  check(): boolean {
    return true;
  }
  async run(model: ModelTraject, systeem: Systeem): Promise<void> {
    await systeem.herstart(this.metCache);
    await systeem.vergelijk(model);
  }
  toString(): string {
    return `De worker herstart${this.metCache ? '' : ', zonder cache'}.`;
  }
}

class TafelVervalt implements Commando {
  private readonly over: number | 'direct' | 'coordinator';
  constructor(over: number | 'direct' | 'coordinator') {
    this.over = over;
  }
  check(model: Readonly<ModelTraject>): boolean {
    return model.tafel() !== undefined;
  }
  async run(model: ModelTraject, systeem: Systeem): Promise<void> {
    const naar = this.bestemming(model.nu);
    klopt(await systeem.tafelVervalt(naar), null, (nu) => model.tafelVervalt(naar, nu));
    await systeem.vergelijk(model);
  }
  private bestemming(nu: number): Bestemming {
    if (this.over === 'coordinator') return { wachtOp: this.over };
    return this.over === 'direct'
      ? { aanbieders: aanbieders.slice(0, 2) }
      : { tafelDatum: datumInNederland(nu + this.over * dag) };
  }
  toString(): string {
    const waarheen = { direct: 'direct naar aanbieders', coordinator: 'de coördinator kiest' };
    return `De tafel vervalt: ${typeof this.over === 'number' ? `nieuwe datum over ${this.over} dagen` : waarheen[this.over]}.`;
  }
}

/** A road on which a story begins, so that the late fases are met as often as the early ones. */
class Weg {
  readonly stappen: readonly Commando[];
  constructor(...stappen: Commando[]) {
    this.stappen = stappen;
  }
  [fc.toStringMethod](): string {
    return `Zo begint het: ${this.stappen.join(' ') || 'met de aanmelding.'}`;
  }
}
const besluitOpWeg = (naam: string, wie = ['aanbieder-01'], over = 5) =>
  new Besluit({
    vorm: naam,
    wie,
    over,
    metReden: true,
    ookFout: false,
    nogEens: false,
    tijdensHerstart: false,
  });
const antwoordOpWeg = (aanbieder: string, antwoord: string) =>
  new Woord({ aanbieder, soort: 'antwoord', antwoord, met: [], over: 3, ookFout: false });
const naarTafel = [besluitOpWeg('triage: naar de bespreking'), besluitOpWeg('plant de tafel')];
const naarOnderzoek = [
  ...naarTafel,
  besluitOpWeg('maakt het verslag: aanbieders aan de slag', aanbieders.slice(0, 2)),
];

/** The roads: from the aanmelding alone to the keuze. */
export const wegen = [
  new Weg(),
  new Weg(...naarTafel),
  new Weg(...naarOnderzoek),
  new Weg(...naarOnderzoek, antwoordOpWeg('aanbieder-01', 'aanbod')),
  new Weg(
    ...naarOnderzoek,
    antwoordOpWeg('aanbieder-01', 'aanbod'),
    besluitOpWeg('kiest, met een startdatum'),
  ),
  new Weg(...naarOnderzoek, antwoordOpWeg('aanbieder-01', 'samenwerking'), besluitOpWeg('schort op')),
  new Weg(besluitOpWeg('triage: naar Zorgbemiddeling, bij een collega')),
  new Weg(besluitOpWeg('triage: naar de Experttafel, bij niemand')),
];

/** Roads that take time, for where the clock can jump: care that did not start on its day. */
export const wegenInDeTijd = [
  new Weg(
    ...naarOnderzoek,
    antwoordOpWeg('aanbieder-01', 'aanbod'),
    besluitOpWeg('kiest, met een startdatum'),
    new Wacht(20 * 24),
  ),
];

/** Plays a story that begins on a road. */
export function speel(
  begin: { model: ModelTraject; real: Systeem },
  { stappen }: Weg,
  verhaal: Iterable<Commando>,
): Promise<void> {
  return fc.asyncModelRun(() => begin, [...stappen, ...verhaal]);
}

const soms = (kans: number) => fc.integer({ min: 1, max: 100 }).map((n) => n > 100 - kans);
/** What ends a traject ends the story too: that comes less often. */
const isEinde =
  /doorverwezen|teruggestuurd|afgewezen|crisis|overgedragen|uitgevoerd|start van|18 jaar|trekt in/;
const gewogen = Object.entries(vormen).flatMap(([naam, { gewicht = 1 }]) =>
  Array.from({ length: isEinde.test(naam) ? 1 : 3 * gewicht }, () => naam),
);
/** Shrinks to the first form of the table. */
const vorm = fc.nat(gewogen.length - 1).map((n) => gewogen[n] ?? '');

/** What a story may hold, beside decisions and the words of aanbieders. */
interface Verhaalopties {
  /** How far the clock may jump, in hours; absent when it cannot. */
  sprongen?: readonly number[];
  /** Which kinds of worker may take over; absent when the worker stays. */
  herstarten?: 'met en zonder cache' | 'zonder cache';
  tafelVervalt?: boolean;
  maxCommands: number;
  replayPath?: string;
}

/** Random stories. */
export function verhalen({ sprongen, herstarten, tafelVervalt, maxCommands, replayPath }: Verhaalopties) {
  const nooit = fc.constant(false);
  const besluit = fc
    .record({
      vorm,
      wie: fc.subarray(aanbieders, { minLength: 1 }),
      over: fc.constantFrom(0, 1, 5, 16, 45),
      metReden: soms(90),
      ookFout: soms(8),
      nogEens: herstarten ? soms(10) : nooit,
      tijdensHerstart: herstarten ? soms(3) : nooit,
    })
    .map((opzet) => new Besluit(opzet));
  const woord = fc
    .record({
      aanbieder: fc.constantFrom(...aanbieders),
      soort: fc.constantFrom<OnderzoekBesluitSoort>(
        'antwoord',
        'antwoord',
        'antwoord',
        'bevestiging',
        'nieuws',
        'vraag',
      ),
      antwoord: fc.constantFrom('aanbod', 'samenwerking', 'maatwerk', 'wachtlijst', 'afwijzing', 'meer-tijd'),
      met: fc.subarray(aanbieders),
      over: fc.constantFrom(1, 3, 20),
      ookFout: soms(15),
    })
    .map((opzet) => new Woord(opzet));
  const keer = (gewicht: number, arbitrary: fc.Arbitrary<Commando>) =>
    Array.from({ length: gewicht }, () => arbitrary);
  return fc.commands<ModelTraject, Systeem, false>(
    [
      ...keer(8, besluit),
      ...keer(3, woord),
      ...(sprongen
        ? keer(
            2,
            fc.constantFrom(...sprongen).map((uren) => new Wacht(uren)),
          )
        : []),
      ...(herstarten
        ? [(herstarten === 'zonder cache' ? nooit : fc.boolean()).map((metCache) => new Herstart(metCache))]
        : []),
      ...(tafelVervalt
        ? [
            fc
              .constantFrom(3, 10, 'direct' as const, 'coordinator' as const)
              .map((over) => new TafelVervalt(over)),
          ]
        : []),
    ],
    { maxCommands, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) },
  );
}

/**
 * How a story is found again: `VERHAAL_ZAAD` and `VERHAAL_PAD` (seed and path, as a failure prints them), `VERHAAL_STAPPEN`
 * (its replayPath) and `VERHAAL_AANTAL`, how many stories are played.
 */
export function zoals(aantal: number): { numRuns: number; seed: number; path?: string; replayPath?: string } {
  const { VERHAAL_ZAAD, VERHAAL_PAD, VERHAAL_STAPPEN, VERHAAL_AANTAL } = process.env;
  return {
    numRuns: Number(VERHAAL_AANTAL ?? aantal),
    seed: Number(VERHAAL_ZAAD ?? 20_260_401),
    ...(VERHAAL_PAD ? { path: VERHAAL_PAD } : {}),
    ...(VERHAAL_STAPPEN ? { replayPath: VERHAAL_STAPPEN } : {}),
  };
}

const minuten = 60_000;

/**
 * The same for stories on servers: one that hangs fails, and making a counter-example shorter ends after `VERHAAL_MINUTEN`
 * (real time), because each try takes seconds.
 */
export function zoalsOpServers(aantal: number) {
  const { replayPath, ...hoe } = zoals(aantal);
  return {
    hoe: {
      ...hoe,
      // A short list of stories would otherwise begin with short stories.
      unbiased: true,
      timeout: 3 * minuten,
      interruptAfterTimeLimit: Number(process.env.VERHAAL_MINUTEN ?? 6) * minuten,
      // Else what hangs after a story that went well would pass.
      markInterruptAsFailure: true,
    },
    stappen: replayPath === undefined ? {} : { replayPath },
    grens: 30 * minuten,
  };
}

/** Free text for the body of a decision, beside its codes. */
export function metTekst({ soort, codes }: ModelBesluit): Record<string, unknown> {
  const nodig: Record<string, string> = {
    naam: 'Noor Voorbeeld',
    email: 'noor@jeugdteam.example',
    telefoon: '070 000 01 02',
  };
  const velden = tekstveldenBij(soort, codes);
  return {
    ...codes,
    ...Object.fromEntries(velden.map((veld) => [veld, nodig[veld] ?? 'Een verzonnen tekst.'])),
  };
}
