/**
 * What reports count from: the facts of one aanmelding, folded from its story up to a moment. A report over an earlier
 * moment is the same, whenever it is made: nothing that came later plays a part, but for what was only recorded later: what tells on
 * which day it happened counts from that day.
 */
import type { Aanmelding, TrajectCodes } from '../aanmelding.ts';
import type { CodesVan } from '../besluiten.ts';
import type { Complexiteit, Spoor, Uitkomst, Wachtkeuzereden, Wachtreden } from '../codes.ts';
import { gebeurdOp } from '../gebeurdOp.ts';
import { leesSpoor } from '../kenmerk.ts';

/** One line of the story of a traject, as far as reports need it; the moment in ms since the epoch. */
export interface Verhaalregel {
  soort: string;
  tijdstip: number;
  codes: Readonly<Record<string, unknown>>;
}

/** What is known of an aanmelding beside its story: codes only, never a name or a date of birth. */
export interface Aangemeld {
  kenmerk: string;
  aanmeldingTijdstip: number;
  /** Whole months between the birth of the jeugdige and the aanmelding. */
  leeftijdMaanden: number;
  /** The ambitie as it stands now: in the story stands only what changed it. */
  ambitieTijdstip: number;
}

/** How a traject ended, and why; the moment in ms since the epoch: that of the day on which it really did, where that was told. */
export interface Einde {
  uitkomst: Uitkomst;
  reden?: string;
  tijdstip: number;
}

/** The facts of one aanmelding at a moment: codes and moments (ms since the epoch) only. */
export interface Feiten {
  kenmerk: string;
  aanmeldingTijdstip: number;
  leeftijdMaanden: number;
  aanmelderKind: Aanmelding['aanmelder']['organisatieSoort'];
  gemeente: Aanmelding['jeugdige']['gemeente'];
  verblijfplaats: Aanmelding['jeugdige']['verblijfplaats'];
  complexiteit: Complexiteit;
  /** Each team that had the traject, in order; the first by the letters of the kenmerk. */
  sporen: readonly { spoor: Spoor; vanafTijdstip: number }[];
  /** When a tafelbespreking had its first verslag. */
  besprekingTijdstip?: number;
  /** When the case was first put to aanbieders without a bespreking. */
  voorgelegdTijdstip?: number;
  /** The last advies of the Experttafel, also when the traject went to another team after it. */
  advies?: CodesVan<'advies'>['advies'];
  /** When it became clear who takes the question up; a keuze that was taken back is none. */
  duidelijkheidTijdstip?: number;
  /** How long that took, in ms, without the time that the traject was opgeschort: the clock of the ambitie. */
  duidelijkheidDuur?: number;
  /** The ambitie that held at that moment, or that holds now; moved by the opschorting of that moment. */
  ambitieTijdstip: number;
  /** Since when it stands still, or stood still as it ended: the clock of the ambitie with it. */
  opgeschortSindsTijdstip?: number;
  /** The reason that was given last for taking longer than the ambitie. */
  wachtreden?: Wachtreden;
  /** Why waiting was a choice, as it was told last; absent when it never was. */
  wachtkeuze?: Wachtkeuzereden;
  /** Waiting in ms until the end, or until now: gross, and without opschorting and waiting by choice. */
  wachttijd: { bruto: number; netto: number };
  einde?: Einde;
}

/** What changes while the story is read. */
interface Stand {
  readonly aanmeldingTijdstip: number;
  sporen: { spoor: Spoor; vanafTijdstip: number }[];
  complexiteit: Complexiteit;
  ambitieTijdstip: number;
  bespreking?: number;
  voorgelegd?: number;
  advies?: Feiten['advies'];
  duidelijkheid?: { tijdstip: number; duur: number; ambitieTijdstip: number } | undefined;
  /** The clarity of a keuze that lapsed because no start of care was on record: it holds after all once that start is told. */
  uitgebleven?: Stand['duidelijkheid'];
  wachtreden?: Wachtreden;
  opgeschortSinds?: number | undefined;
  opgeschortDuur: number;
  keuzeSinds?: number | undefined;
  wachtkeuze?: Wachtkeuzereden;
  /** When the traject last came to stand still, for whatever reason; and how long it did before. */
  stilSinds?: number | undefined;
  stilDuur: number;
  einde?: Einde;
}

type Lees = (s: Stand, regel: Verhaalregel) => void;

const code = (codes: Verhaalregel['codes'], naam: string): string | undefined => {
  const waarde = codes[naam];
  return typeof waarde === 'string' ? waarde : undefined;
};
const getal = (codes: Verhaalregel['codes'], naam: string): number | undefined => {
  const waarde = codes[naam];
  return typeof waarde === 'number' ? waarde : undefined;
};

/** A traject stands still from the first reason for it until the last one has gone: time under both counts once. */
function telStil(s: Stand, tijdstip: number): void {
  const staatStil = s.opgeschortSinds !== undefined || s.keuzeSinds !== undefined;
  if (staatStil) s.stilSinds ??= tijdstip;
  else if (s.stilSinds !== undefined) {
    s.stilDuur += tijdstip - s.stilSinds;
    s.stilSinds = undefined;
  }
}

const naarSpoor = (s: Stand, spoor: Spoor, tijdstip: number) => {
  if (s.sporen.at(-1)?.spoor !== spoor) s.sporen.push({ spoor, vanafTijdstip: tijdstip });
};
const eindig =
  (uitkomst: Uitkomst, redenCode = 'reden'): Lees =>
  (s, { tijdstip, codes }) => {
    const reden = code(codes, redenCode);
    s.einde = { uitkomst, tijdstip, ...(reden ? { reden } : {}) };
  };
/** What changes how long it takes: not once it has ended, though it was recorded before that was known. */
const totHetEinde =
  (lees: Lees): Lees =>
  (s, regel) => {
    if (!s.einde) lees(s, regel);
  };
const keuzeTerug = totHetEinde((s) => {
  s.duidelijkheid = undefined;
});
const zonderUitgebleven =
  (lees: Lees): Lees =>
  (s, regel) => {
    s.uitgebleven = undefined;
    lees(s, regel);
  };
const isDuidelijk: Lees = (s, { tijdstip }) => {
  // An advies can be given during an opschorting.
  const opgeschort = s.opgeschortSinds === undefined ? 0 : tijdstip - s.opgeschortSinds;
  s.duidelijkheid ??= {
    tijdstip,
    duur: tijdstip - s.aanmeldingTijdstip - s.opgeschortDuur - opgeschort,
    ambitieTijdstip: s.ambitieTijdstip + opgeschort,
  };
};
/** It can have happened before the keuze was recorded, or earlier on the day of the advies: then there was clarity by then. */
const duidelijkEinde =
  (uitkomst: Uitkomst): Lees =>
  (s, regel) => {
    isDuidelijk(s, regel);
    eindig(uitkomst)(s, regel);
  };
const legtVoor: Lees = (s, { tijdstip }) => {
  s.voorgelegd ??= tijdstip;
};

const triage: Lees = (s, regel) => {
  const { codes, tijdstip } = regel;
  switch (code(codes, 'uitkomst')) {
    case 'bespreking':
      return naarSpoor(s, 'zorglogistiek', tijdstip);
    case 'direct-voorleggen':
      if (s.sporen.at(-1)?.spoor === 'experttafel') naarSpoor(s, 'zorglogistiek', tijdstip);
      return legtVoor(s, regel);
    case 'zorgbemiddeling':
      return naarSpoor(s, 'zorgbemiddeling', tijdstip);
    case 'experttafel':
      return naarSpoor(s, 'experttafel', tijdstip);
    case 'doorverwezen':
      return eindig('doorverwezen', 'doorverwezenNaar')(s, regel);
    case 'teruggestuurd':
      return eindig('teruggestuurd', 'terugstuurReden')(s, regel);
    case 'afgewezen':
      return eindig('afgewezen')(s, regel);
    case 'crisis':
      return eindig('crisis')(s, regel);
  }
};

/** What each kind of line changes in the facts; the rules themselves stand in domain/traject*.ts. */
const lezers: Readonly<Record<string, Lees>> = {
  triage,
  spoor: (s, regel) => {
    keuzeTerug(s, regel);
    naarSpoor(s, code(regel.codes, 'spoor') as Spoor, regel.tijdstip);
  },
  verslag: (s, { tijdstip }) => {
    s.bespreking ??= tijdstip;
  },
  'direct-voorleggen': (s, regel) => {
    keuzeTerug(s, regel);
    legtVoor(s, regel);
  },
  'bespreking-vervallen': (s, regel) => {
    const naar = regel.codes.naar;
    if (typeof naar === 'object' && naar !== null && 'aanbieders' in naar) legtVoor(s, regel);
  },
  tafeldatum: keuzeTerug,
  situatie: zonderUitgebleven(keuzeTerug),
  'zorgstart-uitgebleven': totHetEinde((s) => {
    s.uitgebleven = s.duidelijkheid;
    s.duidelijkheid = undefined;
  }),
  keuze: zonderUitgebleven(isDuidelijk),
  advies: (s, regel) => {
    s.advies = code(regel.codes, 'advies') as NonNullable<Feiten['advies']>;
    isDuidelijk(s, regel);
  },
  complexiteit: (s, { codes }) => {
    s.complexiteit = code(codes, 'complexiteit') as Complexiteit;
    s.ambitieTijdstip = getal(codes, 'naarTijdstip') ?? s.ambitieTijdstip;
  },
  wachtreden: (s, { codes }) => {
    s.wachtreden = code(codes, 'wachtreden') as Wachtreden;
  },
  opschorting: totHetEinde((s, { tijdstip }) => {
    s.opgeschortSinds ??= tijdstip;
    telStil(s, tijdstip);
  }),

  hervatting: totHetEinde((s, { tijdstip, codes }) => {
    s.opgeschortDuur += s.opgeschortSinds === undefined ? 0 : tijdstip - s.opgeschortSinds;
    s.opgeschortSinds = undefined;
    s.ambitieTijdstip = getal(codes, 'naarTijdstip') ?? s.ambitieTijdstip;
    telStil(s, tijdstip);
  }),

  wachtkeuze: totHetEinde((s, { tijdstip, codes }) => {
    s.keuzeSinds ??= tijdstip;
    s.wachtkeuze = code(codes, 'reden') as Wachtkeuzereden;
    telStil(s, tijdstip);
  }),

  'wachtkeuze-einde': totHetEinde((s, { tijdstip }) => {
    s.keuzeSinds = undefined;
    telStil(s, tijdstip);
  }),

  verhuizing: (s, regel) => {
    if (code(regel.codes, 'afloop') === 'overgedragen')
      s.einde = { uitkomst: 'doorverwezen', reden: 'andere-regio', tijdstip: regel.tijdstip };
  },
  zorgstart: (s, regel) => {
    s.duidelijkheid ??= s.uitgebleven;
    duidelijkEinde('zorg-gestart')(s, regel);
  },
  'advies-uitgevoerd': duidelijkEinde('advies-uitgevoerd'),
  intrekking: eindig('ingetrokken'),
  overdracht: eindig('overgedragen', 'naar'),
  crisis: eindig('crisis'),
};

/** The kinds of line in a story that reports need; the others change nothing that is counted. */
export const verhaalsoorten: readonly string[] = ['aangemeld', ...Object.keys(lezers)];

/** The field in which a kind of line tells on which day it happened (yyyy-mm-dd), which may be long before it was recorded. */
const dagvelden: Readonly<Record<string, string>> = {
  zorgstart: 'startDatum',
  'advies-uitgevoerd': 'uitgevoerdDatum',
};

/** The lines with the moment at which each happened, in that order. */
function opVolgorde(
  { aanmeldingTijdstip }: Aangemeld,
  verhaal: readonly Verhaalregel[],
): readonly Verhaalregel[] {
  return verhaal
    .map((regel) => {
      const dag = code(regel.codes, dagvelden[regel.soort] ?? '');
      return dag ? { ...regel, tijdstip: gebeurdOp(dag, aanmeldingTijdstip, regel.tijdstip) } : regel;
    })
    .sort((a, b) => a.tijdstip - b.tijdstip);
}

/** The ambitie with which the traject began: what the first change moved it from, or as it stands now when none did. */
function eersteAmbitie(aangemeld: Aangemeld, verhaal: readonly Verhaalregel[]): number {
  const verschoven = verhaal.find(({ codes }) => getal(codes, 'vanTijdstip') !== undefined);
  return (verschoven && getal(verschoven.codes, 'vanTijdstip')) ?? aangemeld.ambitieTijdstip;
}

/**
 * The facts of one aanmelding at moment `peil` (ms since the epoch), from its whole story as it is known now, oldest line first; null
 * when it had not come in yet, or its story does not begin with the aanmelding.
 */
export function feitenVan(
  aangemeld: Aangemeld,
  verhaal: readonly Verhaalregel[],
  peil: number,
): Feiten | null {
  const { kenmerk, aanmeldingTijdstip, leeftijdMaanden } = aangemeld;
  const begin = verhaal.find(({ soort }) => soort === 'aangemeld')?.codes as unknown as
    | TrajectCodes
    | undefined;
  if (!begin || aanmeldingTijdstip > peil) return null;
  const s: Stand = {
    aanmeldingTijdstip,
    sporen: [{ spoor: leesSpoor(kenmerk), vanafTijdstip: aanmeldingTijdstip }],
    complexiteit: begin.complexiteit,
    ambitieTijdstip: eersteAmbitie(aangemeld, verhaal),
    opgeschortDuur: 0,
    stilDuur: 0,
  };
  for (const regel of opVolgorde(aangemeld, verhaal))
    if (regel.tijdstip <= peil) lezers[regel.soort]?.(s, regel);
  const einde = s.einde?.tijdstip ?? peil;
  const bruto = einde - aanmeldingTijdstip;
  const stil = s.stilDuur + (s.stilSinds === undefined ? 0 : einde - s.stilSinds);
  return {
    kenmerk,
    aanmeldingTijdstip,
    leeftijdMaanden,
    aanmelderKind: begin.organisatieSoort,
    gemeente: begin.gemeente,
    verblijfplaats: begin.verblijfplaats,
    complexiteit: s.complexiteit,
    sporen: s.sporen,
    ...(s.bespreking === undefined ? {} : { besprekingTijdstip: s.bespreking }),
    ...(s.voorgelegd === undefined ? {} : { voorgelegdTijdstip: s.voorgelegd }),
    ...(s.advies ? { advies: s.advies } : {}),
    ...(s.duidelijkheid
      ? { duidelijkheidTijdstip: s.duidelijkheid.tijdstip, duidelijkheidDuur: s.duidelijkheid.duur }
      : {}),
    ambitieTijdstip: s.duidelijkheid?.ambitieTijdstip ?? s.ambitieTijdstip,
    ...(s.opgeschortSinds === undefined ? {} : { opgeschortSindsTijdstip: s.opgeschortSinds }),
    ...(s.wachtreden ? { wachtreden: s.wachtreden } : {}),
    ...(s.wachtkeuze ? { wachtkeuze: s.wachtkeuze } : {}),
    wachttijd: { bruto, netto: bruto - stil },
    ...(s.einde ? { einde: s.einde } : {}),
  };
}
