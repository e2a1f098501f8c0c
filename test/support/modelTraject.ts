/**
 * A simple model of one traject, for tests that let anything happen in any order: what may be decided, where it leads, and
 * what comes by itself. Written apart from the rules of domain/, from the same sources (ontwerp, "The rules of a
 * traject"; domein, "One traject"), so that the two can disagree. Moments in ms since the epoch.
 */
import type { OnderzoekBesluitSoort, TrajectBesluitSoort } from '../../domain/besluiten.ts';
import type { Complexiteit, Fase, Spoor } from '../../domain/codes.ts';
import type { Leeftijdsmomenten } from '../../domain/leeftijd.ts';
import type { Bestemming } from '../../domain/meldingen.ts';
import { plusMaanden, werkdagenVanaf } from '../../domain/werkdagen.ts';

const dag = 86_400_000;
const week = 7 * dag;

const letters = {
  i: 'intake',
  v: 'voorbereiding',
  b: 'bespreking',
  o: 'onderzoek',
  m: 'bemiddeling',
  a: 'advies',
  u: 'overbrugging',
} as const satisfies Record<string, Fase>;
type Letter = keyof typeof letters;

/** In which fases each decision can be taken, as long as the traject has not ended. */
const altijd = 'ivbomau';
const waar: Readonly<Record<TrajectBesluitSoort, string>> = {
  triage: 'i',
  tafeldatum: 'vbou',
  'direct-voorleggen': 'vbomu',
  verslag: 'b',
  situatie: 'vbomau',
  complexiteit: 'ivboma',
  spoor: 'vboma',
  stap: 'vbomau',
  advies: 'a',
  'advies-uitgevoerd': 'vbomau',
  keuze: 'vbomu',
  overbrugging: 'u',
  // Outside the overbrugging only when a keuze lapsed because no start was on record.
  zorgstart: 'vbomau',
  informatievraag: altijd,
  informatie: altijd,
  'vraag-ingetrokken': altijd,
  weging: altijd,
  stuk: altijd,
  wachtreden: altijd,
  opschorting: altijd,
  hervatting: altijd,
  wachtkeuze: altijd,
  'wachtkeuze-einde': altijd,
  verhuizing: altijd,
  aanmelder: altijd,
  coordinator: altijd,
  contact: altijd,
  'afspraak-gedaan': altijd,
  overdracht: altijd,
  crisis: altijd,
  intrekking: altijd,
};
const nietTijdensOpschorting =
  /^(triage|tafeldatum|direct-voorleggen|verslag|complexiteit|spoor|keuze|wachtkeuze|zorgstart)$/;
const nietZonderWachtreden = /^(tafeldatum|verslag|complexiteit)$/;

const naTriage: Readonly<Record<string, Letter>> = {
  bespreking: 'v',
  'direct-voorleggen': 'o',
  zorgbemiddeling: 'm',
  experttafel: 'a',
};
const naSpoor: Readonly<Record<Spoor, Letter>> = {
  zorglogistiek: 'v',
  zorgbemiddeling: 'm',
  experttafel: 'a',
};
/** Who takes the decisions of a story. */
export const besluiter = 'coordinator-1';
const isAanbieder = (wie: string) => wie.startsWith('aanbieder');
const aanbiedend = ['aanbod', 'samenwerking', 'maatwerk', 'wachtlijst'];

/** The e-mail that the aanmelder gets for a decision, where it depends on nothing but its kind. */
const post: Partial<Record<TrajectBesluitSoort, string>> = {
  informatievraag: 'informatie-gevraagd',
  'vraag-ingetrokken': 'vraag-vervallen',
  tafeldatum: 'tafeldatum-gepland',
  'direct-voorleggen': 'direct-voorgelegd',
  verslag: 'verslag-gedeeld',
  situatie: 'situatie-veranderd',
  hervatting: 'hervat',
  aanmelder: 'aanmelder-gewijzigd',
  coordinator: 'coordinator-gewijzigd',
  spoor: 'ander-team',
  advies: 'advies-gegeven',
  'advies-uitgevoerd': 'advies-uitgevoerd',
  keuze: 'duidelijkheid',
  zorgstart: 'zorg-gestart',
  overdracht: 'overgedragen',
  crisis: 'crisis',
  intrekking: 'ingetrokken',
};
/** The same for the coördinator, or for the team while nobody has it. */
const teamPost: Partial<Record<TrajectBesluitSoort, string>> = {
  informatie: 'informatie-ontvangen',
  coordinator: 'coordinator-gewijzigd',
  zorgstart: 'zorg-gestart',
  crisis: 'crisis-gemeld',
  intrekking: 'ingetrokken',
};
const triagePost: Readonly<Record<string, string>> = {
  bespreking: 'naar-bespreking',
  'direct-voorleggen': 'direct-voorgelegd',
  zorgbemiddeling: 'ander-team',
  experttafel: 'ander-team',
  afgewezen: 'aanmelding-afgewezen',
};

/** For what may be waited too long, and where. */
const wachtIn: Readonly<Record<string, (m: ModelTraject) => boolean>> = {
  triage: (m) => m.is('i') && m.vragen.length === 0,
  planning: (m) => m.is('v'),
  afspraak: (m) => m.openAfspraken().length > 0,
  verslag: (m) => m.is('b'),
  antwoord: (m) => m.is('vbo') && m.open().length > 0,
  samenwerking: (m) => m.is('vbo'),
  keuze: (m) => m.is('o') && m.open().length === 0,
  stap: (m) => m.is('ma'),
  advies: (m) => m.is('ma') || m.geadviseerd,
  overbrugging: (m) => m.is('u'),
  zorgstart: (m) => m.is('u'),
  informatie: (m) => m.vragen.length > 0,
  weging: (m) => m.teWegenSinds() !== undefined,
  oppakken: () => true,
  contact: () => true,
  opschorting: (m) => m.opgeschortSinds !== undefined,
  wachtkeuze: (m) => m.wachtkeuzeSinds !== undefined,
  overdracht: (m) => m.achttien === 3,
  bevestiging: (m) => m.zwijgt('gevraagd'),
  nieuws: (m) => m.zwijgt('bevestigd'),
};
/** E-mails to the aanmelder that also tell of questions that need no answer any more. */
const noemtVragen = /^(duidelijkheid|opgeschort|situatie-veranderd|ander-team) aan aanmelder$/;
const ookTijdensOpschorting = ['contact', 'overdracht', 'informatie', 'opschorting'];

/** A decision on a traject, as codes. */
export interface ModelBesluit {
  soort: TrajectBesluitSoort;
  codes: Readonly<Record<string, unknown>>;
}

/** Something that happened by itself, as the story tells it. */
export interface Voorval {
  soort: string;
  codes: Readonly<Record<string, unknown>>;
  tijdstip: number;
}

/** What an outsider sees of a traject; the same of the model and of what is tested. */
export interface Beeld {
  fase: Fase;
  spoor: Spoor;
  wachtOp: string;
  complexiteit: Complexiteit;
  escalatieniveau: number;
  ambitieTijdstip: number;
  /** All but `vastgelopen`, in alphabetical order. */
  signalen: string[];
  gekozen: string[];
  uitkomst: string | null;
  /** Which aanbieders still have to answer, in alphabetical order. */
  open: string[];
}

interface ModelOnderzoek {
  aanbieder: string;
  stand: 'gevraagd' | 'bevestigd' | 'beantwoord' | 'vervallen';
  /** False once the situation for which it was answered has changed. */
  telt: boolean;
  antwoord: string;
  met: readonly string[];
  /** The aanbieder heard that its offer is not needed. */
  losgelaten: boolean;
  /** Before when it is asked; absent once the aanbieder asked for more time. */
  voor: number | undefined;
}

/** With what a traject begins. */
interface ModelBegin {
  aanmeldingTijdstip: number;
  triageVoorstel: string;
  complexiteit: Complexiteit;
  elementen: readonly string[];
  leeftijd: Leeftijdsmomenten;
  /** How much later (ms) than planned something may happen by itself. */
  speling: number;
}

export class ModelTraject {
  fase: Fase = 'intake';
  spoor: Spoor = 'zorglogistiek';
  uitkomst: string | null = null;
  gekozen: readonly string[] = [];
  onderzoeken: ModelOnderzoek[] = [];
  /** The questions that the aanmelder has not answered: of which aanbieder, if any, and when it was asked. */
  vragen: { van: string | undefined; op: number }[] = [];
  /** Whether there is an advies that has not been carried out. */
  geadviseerd = false;
  elementen: readonly string[];
  /** The afspraken of every verslag, in order. */
  readonly afspraken: { wie: string; gedaan: boolean }[] = [];
  weging: string | undefined;
  opgeschortSinds: number | undefined;
  wachtkeuzeSinds: number | undefined;
  achttien: number;
  complexiteit: Complexiteit;
  /** The moment of whatever happened last. */
  nu: number;
  /**
   * The e-mails that every decision leads to, each as its kind and its reader: the aanmelder, the code of the coördinator or
   * of an aanbieder, or the team. To the aanmelder those that come by themselves as well.
   */
  readonly post: string[] = ['ontvangst-aanmelding aan aanmelder', 'nieuwe-aanmelding aan team'];
  /** Kinds of the decisions that were taken, in order. */
  readonly genomen: string[] = [];
  /** What has just become vastgelopen, and must still be seen. */
  readonly versVastgelopen = new Set<string>();
  /** Aanbieders that let the norm for a word pass. */
  readonly stil = new Set<string>();

  readonly aanmeldingTijdstip: number;
  /** When the last advies was given. */
  adviesTijdstip: number | undefined;

  private readonly begin: ModelBegin;
  private tafelDatum: string | undefined;
  private startDatum: string | undefined;
  /** Whose keuze lapsed because no start of care was on record; their care may have started after all. */
  private uitgebleven: readonly string[] | undefined;
  private coordinator: string | undefined;
  /** Whose the overbruggingsplan is. */
  private eigenaar: string | undefined;
  /** When the triage was done. */
  private getrieerd: number | undefined;
  /** Since when news asks for a weging. */
  private nieuws: number | undefined;
  private duidelijk = false;
  private wachtreden: string | undefined;
  private gewaarschuwd = false;
  private niveau = 0;
  private geescaleerd: number | undefined;
  private ambitie: number;
  private opgeschortDuur = 0;
  private hervat = 0;
  private teHervatten: string[] = [];
  private faseSinds: number;
  private schadelijk = false;
  private schadelijkOp: number;
  private zeven: number | undefined;
  private gesproken: number;
  private contactVerteld: { op: number; aanManager: boolean } | undefined;

  constructor(begin: ModelBegin) {
    const { aanmeldingTijdstip, leeftijd } = begin;
    this.begin = begin;
    this.aanmeldingTijdstip = aanmeldingTijdstip;
    this.nu = aanmeldingTijdstip;
    this.faseSinds = aanmeldingTijdstip;
    this.gesproken = aanmeldingTijdstip;
    this.complexiteit = begin.complexiteit;
    this.ambitie = this.ambitieVan(begin.complexiteit);
    this.schadelijkOp = plusMaanden(aanmeldingTijdstip, 3);
    this.elementen = begin.elementen;
    this.zeven = leeftijd.zevenTijdstip;
    this.achttien =
      leeftijd.achttienOver3Tijdstip === undefined ? 2 : leeftijd.achttienOver6Tijdstip === undefined ? 1 : 0;
  }

  is(fases: string): boolean {
    return [...fases].some((letter) => letters[letter as Letter] === this.fase);
  }

  open(): string[] {
    return this.onderzoeken.filter(isOpen).map(({ aanbieder }) => aanbieder);
  }

  openAfspraken(): { wie: string }[] {
    return this.afspraken.filter(({ gedaan }) => !gedaan);
  }

  laatsteVan(aanbieder: string): ModelOnderzoek | undefined {
    return this.onderzoeken.filter((o) => o.aanbieder === aanbieder).at(-1);
  }

  beeld(): Beeld {
    const signalen = [
      this.achttien > 0 && 'achttien',
      this.opgeschortSinds !== undefined && this.fase !== 'afgesloten' && 'opgeschort',
      this.schadelijk && this.wachtkeuzeSinds === undefined && 'schadelijk',
      this.isTeLaat() && 'te-laat',
      this.weging === 'voorrang' && 'voorrang',
      this.wachtkeuzeSinds !== undefined && 'wachten-is-keuze',
    ];
    return {
      fase: this.fase,
      spoor: this.spoor,
      wachtOp: this.wachtOp(),
      complexiteit: this.complexiteit,
      escalatieniveau: this.niveau,
      ambitieTijdstip: this.ambitie,
      signalen: signalen.filter((signaal) => signaal !== false),
      gekozen: [...this.gekozen],
      uitkomst: this.uitkomst,
      open: this.open().sort(),
    };
  }

  /** Whether an aanbieder that acknowledged, or did not yet, lets the norm for a word pass. */
  zwijgt(stand: 'gevraagd' | 'bevestigd'): boolean {
    return this.onderzoeken.some((o) => o.stand === stand && this.stil.has(o.aanbieder));
  }

  /** On which aanbieders it waits, in alphabetical order. */
  wachtOpAanbieders(): string[] {
    if (this.fase === 'afgesloten' || this.opgeschortSinds !== undefined) return [];
    const vanPlan = this.is('u') ? [...this.gekozen, this.eigenaar ?? ''] : [];
    const metAfspraak = this.openAfspraken().map(({ wie }) => wie);
    return [...new Set([...this.open(), ...[...vanPlan, ...metAfspraak].filter(isAanbieder)])].sort();
  }

  /** What is wrong with these reasons to be vastgelopen; empty when they fit. */
  mankeertAan(redenen: readonly string[]): string[] {
    const dicht = this.fase === 'afgesloten';
    const fouten: string[] = [];
    for (const reden of redenen) {
      if (dicht || !this.kanWachtenOp(reden)) fouten.push(`${reden} kan hier niet`);
    }
    for (const [stand, reden] of [
      ['gevraagd', 'bevestiging'],
      ['bevestigd', 'nieuws'],
    ] as const)
      if (this.zwijgt(stand) !== redenen.includes(reden)) fouten.push(`${reden} klopt niet`);
    if (!dicht && (this.contactVerteld !== undefined) !== redenen.includes('contact'))
      fouten.push('contact klopt niet');
    const teWegen = this.opgeschortSinds === undefined ? this.teWegenSinds() : undefined;
    fouten.push(
      ...this.mankeertAanNorm(
        'weging',
        redenen,
        teWegen === undefined ? [] : [Math.max(teWegen, this.hervat)],
        2,
      ),
      ...this.mankeertAanNorm(
        'informatie',
        redenen,
        this.vragen.map(({ op }) => op),
        10,
      ),
    );
    for (const vers of this.versVastgelopen)
      if (!dicht && !redenen.includes(vers)) fouten.push(`${vers} ontbreekt`);
    return fouten;
  }

  /** Whether a wait that began at these moments, each with a norm of so many werkdagen, is told when the first has passed, and not before. */
  private mankeertAanNorm(
    reden: string,
    redenen: readonly string[],
    begonnen: readonly number[],
    werkdagen: number,
  ): string[] {
    if (this.fase === 'afgesloten') return [];
    const { speling } = this.begin;
    const op = (sinds: number) =>
      werkdagenVanaf(sinds - dag, werkdagen + 12).filter((morgen) => morgen >= sinds)[werkdagen] ?? 0;
    const eerst = Math.min(...begonnen.map((sinds) => op(sinds - speling)));
    const laatst = Math.min(...begonnen.map((sinds) => op(sinds + speling)));
    const is = redenen.includes(reden);
    if (is && this.nu < eerst - speling) return [`${reden} is te vroeg`];
    return !is && this.nu > laatst + speling ? [`${reden} had er moeten zijn`] : [];
  }

  /** Since when somebody of the team has to make the weging: not before the triage; news gives no more time than there was. */
  teWegenSinds(): number | undefined {
    if (this.getrieerd === undefined) return undefined;
    if (this.nieuws !== undefined) return Math.max(this.nieuws, this.getrieerd);
    return this.weging === undefined && this.elementen.length > 0 ? this.getrieerd : undefined;
  }

  /** News: the weging has to be made, or made anew. */
  private vraagtWeging(nu: number): void {
    this.nieuws = this.teWegenSinds() ?? this.nieuws ?? nu;
  }

  /** The questions that can be withdrawn: no aanbieder that investigates waits for the answer. */
  private intrekbaar() {
    return this.vragen.filter(({ van }) => van === undefined || !this.open().includes(van));
  }

  /** Who no longer investigates needs no answer: the aanmelder hears that, in an e-mail that it gets anyway or by itself. */
  private ruimVragenOp(eerdereMails: number): void {
    if (this.fase === 'afgesloten') return;
    const open = this.open();
    const over = this.vragen.filter(({ van }) => van === undefined || open.includes(van));
    if (over.length === this.vragen.length) return;
    this.vragen = over;
    if (!this.post.slice(eerdereMails).some((mail) => noemtVragen.test(mail)))
      this.mail('vraag-vervallen', 'aanmelder');
  }

  /** Why a decision is refused; null when it can be taken. */
  weigering({ soort, codes }: ModelBesluit): string | null {
    if (this.fase === 'afgesloten') return 'afgesloten';
    if (!this.is(waar[soort])) return 'verkeerde-fase';
    if (soort === 'zorgstart' && !this.is('u') && !this.uitgebleven) return 'verkeerde-fase';
    if (this.opgeschortSinds !== undefined && nietTijdensOpschorting.test(soort)) return 'opgeschort';
    if (this.isTeLaat() && this.wachtreden === undefined && nietZonderWachtreden.test(soort))
      return 'wachtreden-ontbreekt';
    switch (soort) {
      case 'triage':
        return codes.uitkomst !== this.begin.triageVoorstel &&
          codes.uitkomst !== 'crisis' &&
          !codes.afwijkReden
          ? 'afwijking-zonder-reden'
          : null;
      case 'weging': {
        const elementen = (codes.elementen as string[] | undefined) ?? this.elementen;
        const voorstel = elementen.length > 0 ? 'voorrang' : 'geen-voorrang';
        return codes.besluit !== voorstel && !codes.afwijkReden ? 'afwijking-zonder-reden' : null;
      }
      case 'informatie':
        return this.vragen.length > 0 ? null : 'niet-van-toepassing';
      case 'vraag-ingetrokken':
        return this.intrekbaar().length > 0 ? null : 'niet-van-toepassing';
      case 'afspraak-gedaan':
        return this.afspraken[Number(codes.nummer) - 1]?.gedaan === false ? null : 'niet-van-toepassing';
      case 'hervatting':
        return this.opgeschortSinds === undefined ? 'niet-van-toepassing' : null;
      case 'wachtkeuze-einde':
        return this.wachtkeuzeSinds === undefined ? 'niet-van-toepassing' : null;
      case 'overdracht':
        return this.achttien > 0 ? null : 'niet-van-toepassing';
      case 'advies-uitgevoerd':
        return this.geadviseerd ? null : 'niet-van-toepassing';
      case 'stap':
        return this.geadviseerd || this.is('ma') ? null : 'niet-van-toepassing';
      case 'spoor': {
        const blijft = this.is(naSpoor[codes.spoor as Spoor]) || codes.spoor === 'zorglogistiek';
        return codes.spoor === this.spoor && blijft ? 'niet-van-toepassing' : null;
      }
      case 'keuze':
        return this.is('m') ? null : this.keuzeWeigering(codes.aanbieders as string[]);
      default:
        return null;
    }
  }

  private keuzeWeigering(gekozen: readonly string[]): string | null {
    const heeftAanbod = (aanbieder: string) => {
      const laatste = this.onderzoeken.filter((o) => o.aanbieder === aanbieder && isGeldig(o)).at(-1);
      return laatste !== undefined && isAanbod(laatste);
    };
    if (!gekozen.every(heeftAanbod)) return 'geen-aanbod';
    const isRond = gekozen.every((aanbieder) => {
      const plan = this.plan(aanbieder);
      if (!plan || !isAanbod(plan)) return true;
      return plan.met.every((partner) => gekozen.includes(partner) && this.isAkkoord(partner, aanbieder));
    });
    return isRond ? null : 'niet-ingestemd';
  }

  /** What an aanbieder said last or is still asked, in the present situation. */
  private plan(aanbieder: string): ModelOnderzoek | undefined {
    return this.onderzoeken
      .filter((o) => o.aanbieder === aanbieder && o.stand !== 'vervallen' && o.telt)
      .at(-1);
  }

  private isAkkoord(partner: string, van: string): boolean {
    const eigen = this.plan(partner);
    if (!eigen || !isAanbod(eigen)) return false;
    return eigen.met.some((ander) => {
      if (ander === van) return true;
      const plan = this.plan(ander);
      return plan !== undefined && isAanbod(plan) && plan.met.includes(van) && plan.met.includes(partner);
    });
  }

  /**
   * What a traject that goes on must hear of its table: that it was held in between (true) or is far away (false); nearer by
   * only the table knows whether its agenda has closed.
   */
  private moetGemistZijn(nu: number): boolean | undefined {
    if (!this.is('b') || this.opgeschortSinds === undefined) return false;
    const tafel = Date.parse(this.tafelDatum ?? '');
    if (this.opgeschortSinds < tafel && nu > tafel + dag) return true;
    return nu < tafel - 2 * week || this.opgeschortSinds > tafel + dag ? false : undefined;
  }

  /** Takes a decision that is not refused; `isTafelGemist` when it went with word that its table had gone by. */
  neem(besluit: ModelBesluit, nu: number, isTafelGemist = false): void {
    const mails = this.post.length;
    this.neemZelf(besluit, nu, isTafelGemist);
    this.ruimVragenOp(mails);
  }

  private neemZelf({ soort, codes }: ModelBesluit, nu: number, isTafelGemist: boolean): void {
    if (soort === 'hervatting') {
      const moet = this.moetGemistZijn(nu) ?? isTafelGemist;
      if (isTafelGemist !== moet) throw new Error(`de tafel is ${moet ? '' : 'niet '}gemist`);
    }
    this.gebeurt(nu);
    this.genomen.push(soort);
    if (soort === 'stap' || soort === 'advies') this.pakOp(codes);
    else if (codes.coordinator) this.coordinator = codes.coordinator as string;
    this.mail(post[soort], 'aanmelder');
    this.mail(teamPost[soort], this.team());
    switch (soort) {
      case 'triage':
        this.triage(codes);
        return;
      case 'informatievraag':
        this.vragen.push({ van: undefined, op: nu });
        return;
      case 'informatie':
        this.mail(
          'vraag-beantwoord',
          ...this.open().filter((wie) => this.vragen.some(({ van }) => van === wie)),
        );
        this.vragen = [];
        return;
      case 'vraag-ingetrokken': {
        const weg = this.intrekbaar();
        this.vragen = this.vragen.filter((vraag) => !weg.includes(vraag));
        return;
      }
      case 'weging':
        this.elementen = (codes.elementen as string[] | undefined) ?? this.elementen;
        this.weging = codes.besluit as string;
        this.nieuws = undefined;
        return;
      case 'tafeldatum':
        this.trekKeuzeIn();
        this.tafelDatum = codes.tafelDatum as string;
        this.naar('b');
        return;
      case 'direct-voorleggen':
        this.trekKeuzeIn();
        this.naar('o');
        this.vraag(codes.aanbieders as string[]);
        return;
      case 'verslag':
        this.gesproken = nu;
        this.contactVerteld = undefined;
        this.verslag(codes);
        return;
      case 'wachtreden':
        this.wachtreden = codes.wachtreden as string;
        this.wachtOpWatNietBestaat();
        return;
      case 'complexiteit':
        this.herbereken(codes.complexiteit as Complexiteit);
        return;
      case 'situatie':
        this.laatLos(this.gekozen);
        this.trekKeuzeIn();
        this.laatVervallen();
        for (const o of this.onderzoeken) o.telt = false;
        this.teHervatten = [];
        this.uitgebleven = undefined;
        this.mail('weging-herzien', this.team());
        this.vraagtWeging(nu);
        if (!this.is('ma')) this.naar('v');
        return;
      case 'opschorting':
        if (this.opgeschortSinds === undefined) {
          this.mail('opgeschort', 'aanmelder', ...this.wiePlekHoudt());
          this.opgeschortSinds = nu;
          this.teHervatten = this.open();
          this.laatVervallen();
        }
        return;
      case 'hervatting': {
        const duur = nu - (this.opgeschortSinds ?? nu);
        this.opgeschortSinds = undefined;
        this.opgeschortDuur += duur;
        this.ambitie += duur;
        if (this.geescaleerd !== undefined) this.geescaleerd += duur;
        this.hervat = nu;
        this.vraag(this.teHervatten.splice(0));
        this.mail('hervat', ...this.wiePlekHoudt());
        if (!isTafelGemist) return;
        this.mail('tafel-gemist', this.team());
        this.naar('v');
        return;
      }
      case 'wachtkeuze':
        this.wachtkeuzeSinds ??= nu;
        return;
      case 'wachtkeuze-einde':
        this.schadelijkOp += nu - (this.wachtkeuzeSinds ?? nu);
        this.wachtkeuzeSinds = undefined;
        this.wachtOpWatNietBestaat();
        return;
      case 'verhuizing':
        if (codes.afloop === 'overgedragen') this.sluit('doorverwezen', 'doorverwezen');
        return;
      case 'spoor':
        this.laatLos();
        this.geefAan(codes, true);
        this.keuzeTerug();
        this.laatVervallen();
        this.spoor = codes.spoor as Spoor;
        this.naar(naSpoor[this.spoor]);
        return;
      case 'advies':
        this.geadviseerd = true;
        this.adviesTijdstip = nu;
        this.duidelijk = true;
        return;
      case 'keuze':
        {
          const { gekozen: eerder, eigenaar } = this;
          this.gekozen = codes.aanbieders as string[];
          const afgewezen = this.laatLos(this.gekozen);
          for (const o of this.onderzoeken) if (this.gekozen.includes(o.aanbieder)) o.losgelaten = false;
          // Who prepared without an offer of its own.
          const wisten = [...afgewezen, ...this.gekozen];
          this.mail('traject-beeindigd', ...eerder.filter((aanbieder) => !wisten.includes(aanbieder)));
          this.eigenaar = codes.eigenaar as string | undefined;
          this.eindigtUitvoering(eigenaar, 'aanmelder', ...eerder, ...this.gekozen);
        }
        this.mail('gekozen', ...this.gekozen);
        this.uitgebleven = undefined;
        this.laatVervallen(this.gekozen);
        // In the e-mail about the keuze it stands for whoever gets that one.
        this.mailEigenaar('aanmelder', ...this.gekozen);
        this.duidelijk = true;
        this.startDatum = codes.verwachteStartDatum as string | undefined;
        this.naar('u');
        return;
      case 'overbrugging': {
        const { eigenaar } = this;
        this.eigenaar = (codes.eigenaar as string | undefined) ?? this.eigenaar;
        this.mailEigenaar();
        this.eindigtUitvoering(eigenaar);
        this.startDatum = (codes.verwachteStartDatum as string | undefined) ?? this.startDatum;
        return;
      }
      case 'afspraak-gedaan':
        Object.assign(this.afspraken[Number(codes.nummer) - 1] ?? {}, { gedaan: true });
        return;
      case 'contact':
        this.gesproken = nu;
        this.contactVerteld = undefined;
        return;
      case 'zorgstart':
        this.alsnogGestart();
        this.eindig('zorg-gestart');
        this.eindigtUitvoering(this.eigenaar, 'aanmelder');
        return;
      case 'advies-uitgevoerd':
        this.sluit('advies-uitgevoerd');
        return;
      case 'overdracht':
        this.sluit('overgedragen');
        return;
      case 'crisis':
        this.sluit('crisis');
        return;
      case 'intrekking':
        this.sluit('ingetrokken');
        return;
      case 'stuk':
      case 'stap':
      case 'aanmelder':
      case 'coordinator':
        return;
    }
  }

  /** The start was only late on record: the keuze holds, and whoever was asked or made an offer since is told. */
  private alsnogGestart(): void {
    if (!this.uitgebleven) return;
    this.mail('onderzoek-vervallen', ...this.metAanbod(this.uitgebleven));
    this.laatVervallen(this.uitgebleven);
    this.mail('zorg-gestart', ...this.uitgebleven);
    this.gekozen = this.uitgebleven;
    this.duidelijk = true;
  }

  private triage(codes: ModelBesluit['codes']): void {
    const uit = codes.uitkomst as string;
    const fase = naTriage[uit];
    this.getrieerd = this.nu;
    if (!fase) {
      if (uit === 'crisis') this.mail('crisis-gemeld', this.team());
      this.sluit(uit, triagePost[uit] ?? uit);
      return;
    }
    const isAnderTeam = uit === 'zorgbemiddeling' || uit === 'experttafel';
    if (isAnderTeam) this.spoor = uit;
    this.mail(triagePost[uit], 'aanmelder');
    this.geefAan(codes, isAnderTeam);
    this.naar(fase);
    if (uit === 'direct-voorleggen') this.vraag(codes.aanbieders as string[]);
  }

  private verslag(codes: ModelBesluit['codes']): void {
    const { aanbieders = [], afspraken = [] } = codes as {
      aanbieders?: string[];
      afspraken?: { wie: string }[];
    };
    const gaatDoor = aanbieders.filter((aanbieder) => this.open().includes(aanbieder));
    const metAfspraak = afspraken.map(({ wie }) => wie).filter(isAanbieder);
    this.mail('verslag-gedeeld', ...new Set([...gaatDoor, ...metAfspraak]));
    this.afspraken.push(...afspraken.map(({ wie }) => ({ wie, gedaan: false })));
    this.naar(aanbieders.length > 0 ? 'o' : 'v');
    this.vraag(aanbieders);
  }

  /** The table of this traject falls through: to another date, directly to these aanbieders, or the coördinator chooses. */
  tafelVervalt(naar: Bestemming, nu: number): void {
    this.gebeurt(nu);
    this.mail('bespreking-vervallen', this.team());
    if ('wachtOp' in naar) {
      this.mail('bespreking-vervallen', 'aanmelder');
      this.naar('v');
      return;
    }
    if ('tafelDatum' in naar) {
      this.mail('tafeldatum-gepland', 'aanmelder');
      this.tafelDatum = naar.tafelDatum;
      return;
    }
    this.mail('direct-voorgelegd', 'aanmelder');
    this.keuzeTerug();
    this.naar('o');
    if (this.opgeschortSinds === undefined) this.vraag(naar.aanbieders);
    else this.teHervatten = [...new Set([...this.teHervatten, ...naar.aanbieders])];
  }

  /** The table on which it stands now, if any. */
  tafel(): string | undefined {
    return this.is('b') ? this.tafelDatum : undefined;
  }

  /** Why the word of an aanbieder is refused; null when it is taken. */
  weigeringAanbieder(aanbieder: string, soort: OnderzoekBesluitSoort): string | null {
    const o = this.laatsteVan(aanbieder);
    if (!o || o.stand === 'vervallen') return 'afgesloten';
    if (o.stand === 'beantwoord') return 'al-beantwoord';
    return soort === 'bevestiging' && o.stand === 'bevestigd' ? 'verkeerde-fase' : null;
  }

  /** Takes the word of an aanbieder that is not refused. */
  hoor(aanbieder: string, soort: OnderzoekBesluitSoort, codes: ModelBesluit['codes'], nu: number): void {
    const mails = this.post.length;
    this.hoorZelf(aanbieder, soort, codes, nu);
    this.ruimVragenOp(mails);
  }

  private hoorZelf(
    aanbieder: string,
    soort: OnderzoekBesluitSoort,
    codes: ModelBesluit['codes'],
    nu: number,
  ): void {
    this.gebeurt(nu);
    const o = this.laatsteVan(aanbieder);
    if (!o) throw new Error(`no onderzoek of ${aanbieder}`);
    o.stand = 'bevestigd';
    this.stil.delete(aanbieder);
    if (soort === 'vraag') {
      this.vragen.push({ van: aanbieder, op: nu });
      this.mail('informatie-gevraagd', 'aanmelder');
    }
    if (soort === 'vraag' || soort === 'antwoord') this.mail('onderzoek-antwoord', this.team());
    if (soort !== 'antwoord') return;
    o.antwoord = codes.antwoord as string;
    o.met = (codes.metAanbieders as string[] | undefined) ?? [];
    o.voor = undefined;
    if (o.antwoord === 'meer-tijd') return;
    o.stand = 'beantwoord';
    if (isAanbod(o))
      for (const partner of o.met) {
        const eigen = this.plan(partner);
        // Who investigates already hears of the plan; who did not agree is asked.
        if (eigen && isOpen(eigen)) this.mail('samenwerking-gevraagd', partner);
        else if (!eigen || !this.isAkkoord(partner, aanbieder)) this.start(partner, 'samenwerking-gevraagd');
      }
    if (!this.isAllesAfgewezen()) return;
    this.mail('terug-naar-tafel', this.team(), 'aanmelder');
    if (this.is('o')) this.naar('v');
  }

  private isAllesAfgewezen(): boolean {
    return this.open().length === 0 && this.onderzoeken.some(isGeldig) && this.metAanbod().length === 0;
  }

  /** Whose last answer is an offer that still counts, without these. */
  private metAanbod(behalve: readonly string[] = []): string[] {
    const laatste = new Map(this.onderzoeken.filter(isGeldig).map((o) => [o.aanbieder, o]));
    return [...laatste.values()]
      .filter((o) => isAanbod(o) && !o.losgelaten && !behalve.includes(o.aanbieder))
      .map(({ aanbieder }) => aanbieder);
  }

  /** Every offer but those of these aanbieders is not needed: they hear it, and never again. */
  private laatLos(behalve: readonly string[] = []): string[] {
    const wie = this.metAanbod(behalve);
    this.mail('onderzoek-vervallen', ...wie);
    for (const o of this.onderzoeken)
      if (wie.includes(o.aanbieder) && o.stand === 'beantwoord') o.losgelaten = true;
    return wie;
  }

  /**
   * Who carried something out until now hears that it is over, unless one of these who hear of it otherwise: whoever was the
   * owner of the plan, and at an end who has an afspraak.
   */
  private eindigtUitvoering(eigenaar: string | undefined, ...weetHet: readonly string[]): void {
    const isEinde = this.fase === 'afgesloten';
    const wie = new Set(isEinde ? this.openAfspraken().map((afspraak) => afspraak.wie) : []);
    if (eigenaar && (isEinde || eigenaar !== this.eigenaar)) wie.add(eigenaar);
    const isBuiten = (code: string) => code === 'aanmelder' || isAanbieder(code);
    this.mail(
      'uitvoering-beeindigd',
      ...[...wie].filter((code) => isBuiten(code) && !weetHet.includes(code)),
    );
  }

  /** Who keeps a place: who is chosen, else who made an offer and is not asked anew. */
  private wiePlekHoudt(): readonly string[] {
    return this.gekozen.length > 0 ? this.gekozen : this.metAanbod(this.open());
  }

  /** Who is mailed as the coördinator. */
  private team(): string {
    return this.coordinator ?? 'team';
  }

  private mail(soort: string | undefined, ...lezers: readonly string[]): void {
    if (soort) this.post.push(...lezers.map((lezer) => `${soort} aan ${lezer}`));
  }

  /** A colleague that is named hears of it; when nobody is, another team, if it goes there, is told that it is of nobody. */
  private geefAan({ coordinator }: ModelBesluit['codes'], isAnderTeam: boolean): void {
    if (coordinator && coordinator !== besluiter) this.mail('coordinator-gewijzigd', String(coordinator));
    if (coordinator || !isAnderTeam) return;
    this.coordinator = undefined;
    this.mail('ander-team', this.team());
  }

  /** What is of nobody is now of who is named and hears it, or of who takes the decision. */
  private pakOp({ coordinator = besluiter }: ModelBesluit['codes']): void {
    if (this.coordinator) return;
    this.coordinator = String(coordinator);
    if (coordinator !== besluiter) this.mail('coordinator-gewijzigd', this.coordinator);
  }

  /** The owner of the plan hears that, unless it is one of the team or of these, who are told in another e-mail. */
  private mailEigenaar(...weetHet: readonly string[]): void {
    const { eigenaar = '' } = this;
    const isBuiten = eigenaar === 'aanmelder' || isAanbieder(eigenaar);
    if (isBuiten && !weetHet.includes(eigenaar)) this.mail('overbruggingsplan', eigenaar);
  }

  /** What comes by itself next, with the moment at which it is due. */
  wekkers(): Map<string, number> {
    const lijst = new Map<string, number>();
    if (this.fase === 'afgesloten') return lijst;
    const { aanmeldingTijdstip, leeftijd } = this.begin;
    if (!this.duidelijk && this.opgeschortSinds === undefined) {
      const duur = this.ambitie - aanmeldingTijdstip - this.opgeschortDuur;
      if (!this.gewaarschuwd) lijst.set('ambitie-waarschuwing', this.ambitie - duur / 4);
      else if (this.niveau < 3)
        lijst.set(
          `escalatie ${this.niveau + 1}`,
          this.geescaleerd === undefined ? this.ambitie : this.geescaleerd + week,
        );
    }
    if (!this.schadelijk && this.wachtkeuzeSinds === undefined)
      lijst.set('schadelijk-wachtend', this.schadelijkOp);
    if (this.zeven !== undefined && this.elementen.includes('jong-kind'))
      lijst.set('weging-herzien', this.zeven);
    const { achttienOver6Tijdstip, achttienOver3Tijdstip, achttienTijdstip } = leeftijd;
    const standen = [undefined, achttienOver6Tijdstip, achttienOver3Tijdstip, achttienTijdstip];
    const stand = standen.findIndex((moment, i) => i > this.achttien && moment !== undefined);
    if (stand > 0) lijst.set(`achttien ${stand}`, standen[stand] as number);
    if (!this.contactVerteld) lijst.set('vastgelopen contact', this.gesproken + 4 * week);
    else if (!this.contactVerteld.aanManager)
      lijst.set('vastgelopen-manager contact', this.contactVerteld.op + week);
    if (this.is('u') && this.startDatum && this.opgeschortSinds === undefined) {
      const begin = Math.max(Date.parse(`${this.startDatum}T12:00Z`), this.faseSinds, this.hervat);
      const moment = werkdagenVanaf(begin - dag, 12).filter((morgen) => morgen >= begin)[5];
      if (moment !== undefined) lijst.set('zorgstart-uitgebleven', moment);
    }
    return lijst;
  }

  /** What should have come by itself before `nu` and did not. */
  achterstallig(nu: number): string[] {
    return [...this.wekkers()].filter(([, op]) => op < nu - this.begin.speling).map(([wat]) => wat);
  }

  /** Takes what happened by itself; says what is wrong with it, or null. */
  vanzelf({ soort, codes, tijdstip }: Voorval): string | null {
    if (soort === 'onderzoek-gemeld') return null;
    const wacht = String(codes.wacht);
    if (soort === 'vastgelopen' && /^(bevestiging|nieuws)$/.test(wacht)) this.stil.add(String(codes.wie));
    if (soort === 'norm-herinnering' || (/^vastgelopen/.test(soort) && wacht !== 'contact')) {
      if (soort === 'vastgelopen') this.versVastgelopen.add(wacht);
      // Whoever must act is reminded itself; of information by an e-mail of its own.
      if (soort === 'norm-herinnering' && codes.op === 'aanmelder' && wacht !== 'informatie')
        this.mail('norm-herinnering', 'aanmelder');
      return this.kanWachtenOp(wacht) ? null : `${soort}: op ${wacht} wordt hier niet gewacht`;
    }
    const nummer = codes.niveau ?? codes.stand;
    const naam = [
      soort === 'achttien-nadert' ? 'achttien' : soort,
      ...(/^vastgelopen/.test(soort) ? [wacht] : nummer === undefined ? [] : [nummer]),
    ].join(' ');
    const op = this.wekkers().get(naam);
    if (op === undefined) return `${naam} hoort hier niet te gebeuren`;
    const hoort = Math.max(op, this.nu);
    if (tijdstip < hoort - this.begin.speling || tijdstip > hoort + this.begin.speling)
      return `${naam} gebeurt op ${new Date(tijdstip).toISOString()}, hoort op ${new Date(hoort).toISOString()}`;
    this.nu = Math.max(this.nu, tijdstip);
    this.gebeurtVanzelf(soort, codes, tijdstip);
    return null;
  }

  private gebeurtVanzelf(soort: string, codes: Voorval['codes'], nu: number): void {
    switch (soort) {
      case 'ambitie-waarschuwing':
        this.gewaarschuwd = true;
        return;
      case 'escalatie':
        this.niveau += 1;
        this.geescaleerd = nu;
        if (this.niveau === 1) this.wachtreden = undefined;
        if (this.niveau === 3 && this.is('vo')) {
          this.versVastgelopen.clear();
          this.tafelDatum = codes.tafelDatum as string | undefined;
          this.mail(this.tafelDatum ? 'tafeldatum-gepland' : 'terug-naar-tafel', 'aanmelder');
          this.naar(this.tafelDatum ? 'b' : 'v');
        }
        return;
      case 'schadelijk-wachtend':
        this.schadelijk = true;
        return;
      case 'weging-herzien':
        this.zeven = undefined;
        if (this.weging !== undefined) this.vraagtWeging(nu);
        this.versVastgelopen.delete('weging');
        this.elementen = this.elementen.filter((element) => element !== 'jong-kind');
        return;
      case 'achttien':
      case 'achttien-nadert':
        this.achttien = Number(codes.stand);
        return;
      case 'vastgelopen':
        this.contactVerteld = { op: nu, aanManager: false };
        return;
      case 'vastgelopen-manager':
        this.contactVerteld = { op: nu, aanManager: true };
        return;
      case 'zorgstart-uitgebleven':
        this.versVastgelopen.clear();
        this.mail('zorgstart-uitgebleven', 'aanmelder');
        this.uitgebleven = this.gekozen;
        this.keuzeTerug();
        this.laatVervallen();
        this.naar('v');
    }
  }

  private kanWachtenOp(wacht: string): boolean {
    if (this.opgeschortSinds !== undefined && !ookTijdensOpschorting.includes(wacht)) return false;
    return wachtIn[wacht]?.(this) === true;
  }

  private gebeurt(nu: number): void {
    this.nu = Math.max(this.nu, nu);
    this.versVastgelopen.clear();
  }

  private naar(letter: Letter): void {
    const fase = letters[letter];
    if (fase !== this.fase) this.faseSinds = this.nu;
    this.fase = fase;
  }

  private start(aanbieder: string, mail = 'onderzoek-gevraagd'): void {
    this.mail(mail, aanbieder);
    const voor = this.antwoordVoor();
    this.onderzoeken.push({
      aanbieder,
      stand: 'gevraagd',
      telt: true,
      antwoord: '',
      met: [],
      losgelaten: false,
      voor,
    });
    this.stil.delete(aanbieder);
  }

  /** The ambitie, or a week when that is too near to ask it fairly. */
  private antwoordVoor(): number {
    return this.ambitie > this.nu + 2 * dag ? this.ambitie : this.nu + week;
  }

  private vraag(aanbieders: readonly string[]): void {
    const nieuw = aanbieders.filter((aanbieder) => !this.open().includes(aanbieder));
    // Whose plan stands, and names others.
    const plannen = this.metAanbod()
      .filter((van) => !nieuw.includes(van))
      .map((van) => this.plan(van))
      .filter((plan) => plan !== undefined && isAanbod(plan));
    for (const aanbieder of nieuw) {
      const [eerste, ...verder] = plannen.filter((plan) => plan?.met.includes(aanbieder));
      this.start(aanbieder, eerste ? 'samenwerking-gevraagd' : 'onderzoek-gevraagd');
      this.mail('samenwerking-gevraagd', ...verder.map(() => aanbieder));
    }
  }

  /** Nobody has to answer any more; these hear of it in another e-mail. */
  private laatVervallen(weetHet: readonly string[] = []): void {
    this.mail('onderzoek-vervallen', ...this.open().filter((wie) => !weetHet.includes(wie)));
    for (const o of this.onderzoeken) if (isOpen(o)) o.stand = 'vervallen';
  }

  private trekKeuzeIn(): void {
    const { gekozen, eigenaar } = this;
    this.mail('traject-beeindigd', ...gekozen);
    this.keuzeTerug();
    this.eindigtUitvoering(eigenaar, 'aanmelder', ...gekozen);
  }

  private keuzeTerug(): void {
    // Who drops out has no offer any more.
    for (const o of this.onderzoeken)
      if (o.stand === 'beantwoord' && this.gekozen.includes(o.aanbieder)) o.telt = false;
    this.gekozen = [];
    this.eigenaar = undefined;
    this.duidelijk = false;
    this.startDatum = undefined;
  }

  private sluit(uitkomst: string, mail?: string): void {
    this.mail(mail, 'aanmelder');
    const losgelaten = this.laatLos(this.gekozen);
    this.mail(uitkomst === 'ingetrokken' ? 'ingetrokken' : 'traject-beeindigd', ...this.gekozen);
    const weetHet = ['aanmelder', ...losgelaten, ...this.gekozen, ...this.open()];
    this.laatVervallen();
    this.eindig(uitkomst);
    this.eindigtUitvoering(this.eigenaar, ...weetHet);
  }

  private eindig(uitkomst: string): void {
    this.fase = 'afgesloten';
    this.uitkomst = uitkomst;
  }

  private herbereken(complexiteit: Complexiteit): void {
    this.complexiteit = complexiteit;
    const ambitie = this.ambitieVan(complexiteit) + this.opgeschortDuur;
    if (ambitie === this.ambitie) return;
    const isLater = ambitie > this.ambitie;
    this.ambitie = ambitie;
    const voor = this.antwoordVoor();
    for (const o of this.onderzoeken)
      if (isOpen(o) && o.voor !== undefined && (isLater ? o.voor < voor : o.voor > voor)) {
        o.voor = voor;
        this.mail('onderzoek-verplaatst', o.aanbieder);
      }
    this.niveau = 0;
    this.geescaleerd = undefined;
    this.gewaarschuwd = this.nu >= ambitie;
  }

  private ambitieVan(complexiteit: Complexiteit): number {
    return this.begin.aanmeldingTijdstip + (complexiteit === 'gewoon' ? 2 : 4) * week;
  }

  private wachtOpWatNietBestaat(): void {
    if (this.wachtreden !== 'aanbod-ontbreekt' || this.wachtkeuzeSinds !== undefined || this.schadelijk)
      return;
    this.schadelijk = true;
    this.mail('schadelijk-wachtend', this.team());
  }

  private isTeLaat(): boolean {
    return (
      this.niveau > 0 && !this.duidelijk && this.fase !== 'afgesloten' && this.opgeschortSinds === undefined
    );
  }

  private wachtOp(): string {
    if (this.fase === 'afgesloten') return 'niemand';
    if (this.opgeschortSinds !== undefined) return 'coordinator';
    if (this.is('b')) return 'tafel';
    if (this.is('u')) return 'zorgstart';
    if (this.is('o')) return this.open().length > 0 ? 'aanbieder' : 'coordinator';
    return this.vragen.length > 0 ? 'aanmelder' : 'coordinator';
  }
}

const isOpen = (o: ModelOnderzoek) => o.stand === 'gevraagd' || o.stand === 'bevestigd';
/** True when it is answered, for the present situation. */
const isGeldig = (o: ModelOnderzoek) => o.stand === 'beantwoord' && o.telt;
const isAanbod = (o: ModelOnderzoek) => isGeldig(o) && aanbiedend.includes(o.antwoord);
