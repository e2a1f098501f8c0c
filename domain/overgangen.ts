/**
 * What may happen in a traject: the one transition table, and why a decision cannot be taken now.
 * Source: ontwerp, "The rules of a traject"; domein, "One traject, from aanmelding to a place".
 */
import { stelWegingVoor } from './afwegingskader.ts';
import type { TrajectBesluit, TrajectBesluitSoort, Weigering } from './besluiten.ts';
import type { Fase } from './codes.ts';
import { instemmingen } from './samenwerking.ts';
import {
  heeftDragendAntwoord,
  kentRegels,
  openAfspraken,
  type TrajectToestand,
  wachtredenOntbreekt,
} from './traject.ts';
import { intrekbareVragen } from './vragen.ts';

/** What is no decision of a person, yet moves a traject to another fase. */
const vanzelf = [
  'terug-naar-tafel',
  'bespreking-vervallen',
  'allen-afgewezen',
  'zorgstart-uitgebleven',
] as const;

/** The fase that follows, or the fase per outcome of the decision. */
type Doel = Fase | Readonly<Record<string, Fase>>;
type Rij = Partial<Record<TrajectBesluitSoort | (typeof vanzelf)[number], Doel>>;

/** What can be decided as long as a traject has not ended: it changes nothing about where the traject stands, or ends it. */
const overal = (fase: Fase): Rij => ({
  stuk: fase,
  informatievraag: fase,
  informatie: fase,
  'vraag-ingetrokken': fase,
  weging: fase,
  wachtreden: fase,
  opschorting: fase,
  hervatting: fase,
  wachtkeuze: fase,
  'wachtkeuze-einde': fase,
  aanmelder: fase,
  coordinator: fase,
  contact: fase,
  'afspraak-gedaan': fase,
  verhuizing: { 'blijft-hier': fase, overgedragen: 'afgesloten' },
  overdracht: 'afgesloten',
  crisis: 'afgesloten',
  intrekking: 'afgesloten',
});

/** The follow-up of an advies goes on wherever the traject is; a step is also what Zorgbemiddeling and the Experttafel do. */
const vervolg = (fase: Fase): Rij => ({ stap: fase, 'advies-uitgevoerd': 'afgesloten' });

const naarSpoor: Doel = {
  zorglogistiek: 'voorbereiding',
  zorgbemiddeling: 'bemiddeling',
  experttafel: 'advies',
};

/** The transition table: per fase the decisions that are allowed and the fase that follows. */
export const overgangen: Record<Fase, Rij> = {
  intake: {
    triage: {
      bespreking: 'voorbereiding',
      'direct-voorleggen': 'onderzoek',
      zorgbemiddeling: 'bemiddeling',
      experttafel: 'advies',
      doorverwezen: 'afgesloten',
      teruggestuurd: 'afgesloten',
      afgewezen: 'afgesloten',
      crisis: 'afgesloten',
    },
    complexiteit: 'intake',
    ...overal('intake'),
  },
  voorbereiding: {
    'terug-naar-tafel': 'voorbereiding',
    tafeldatum: 'bespreking',
    'direct-voorleggen': 'onderzoek',
    keuze: 'overbrugging',
    zorgstart: 'afgesloten',
    complexiteit: 'voorbereiding',
    situatie: 'voorbereiding',
    spoor: naarSpoor,
    ...vervolg('voorbereiding'),
    ...overal('voorbereiding'),
  },
  bespreking: {
    tafeldatum: 'bespreking',
    verslag: { onderzoek: 'onderzoek', afspraak: 'voorbereiding' },
    'direct-voorleggen': 'onderzoek',
    'bespreking-vervallen': { tafel: 'bespreking', aanbieders: 'onderzoek', coordinator: 'voorbereiding' },
    keuze: 'overbrugging',
    zorgstart: 'afgesloten',
    complexiteit: 'bespreking',
    situatie: 'voorbereiding',
    spoor: naarSpoor,
    ...vervolg('bespreking'),
    ...overal('bespreking'),
    // The table may have gone by while the traject was opgeschort.
    hervatting: { 'op-tafel': 'bespreking', gemist: 'voorbereiding' },
  },
  onderzoek: {
    tafeldatum: 'bespreking',
    'direct-voorleggen': 'onderzoek',
    keuze: 'overbrugging',
    zorgstart: 'afgesloten',
    complexiteit: 'onderzoek',
    situatie: 'voorbereiding',
    spoor: naarSpoor,
    'terug-naar-tafel': 'voorbereiding',
    'allen-afgewezen': 'voorbereiding',
    ...vervolg('onderzoek'),
    ...overal('onderzoek'),
  },
  bemiddeling: {
    'direct-voorleggen': 'onderzoek',
    keuze: 'overbrugging',
    zorgstart: 'afgesloten',
    complexiteit: 'bemiddeling',
    situatie: 'bemiddeling',
    spoor: naarSpoor,
    ...vervolg('bemiddeling'),
    ...overal('bemiddeling'),
  },
  advies: {
    advies: 'advies',
    zorgstart: 'afgesloten',
    complexiteit: 'advies',
    situatie: 'advies',
    spoor: naarSpoor,
    ...vervolg('advies'),
    ...overal('advies'),
  },
  overbrugging: {
    // An aanbieder can drop out before care starts: then another offer is chosen, or the traject is back at the table.
    tafeldatum: 'bespreking',
    'direct-voorleggen': 'onderzoek',
    keuze: 'overbrugging',
    situatie: 'voorbereiding',
    overbrugging: 'overbrugging',
    zorgstart: 'afgesloten',
    'zorgstart-uitgebleven': 'voorbereiding',
    ...vervolg('overbrugging'),
    ...overal('overbrugging'),
  },
  afgesloten: {},
};

/** The decisions of a person that the table has for a fase. */
function besluitenIn(fase: Fase): TrajectBesluitSoort[] {
  return Object.keys(overgangen[fase]).filter(
    (soort): soort is TrajectBesluitSoort => !(vanzelf as readonly string[]).includes(soort),
  );
}

/** The decisions of a person that a traject may take as it stands now; whether a choice needs a reason is told when it is made. */
export function besluitenNu(t: TrajectToestand): TrajectBesluitSoort[] {
  const kanNiet: Partial<Record<TrajectBesluitSoort, boolean>> = {
    hervatting: !t.opgeschort,
    informatie: !t.informatie,
    'vraag-ingetrokken': intrekbareVragen(t).length === 0,
    'afspraak-gedaan': openAfspraken(t).length === 0,
    'wachtkeuze-einde': !t.wachtkeuze,
    overdracht: !t.achttienStand,
    'advies-uitgevoerd': !t.advies,
    stap: !magStap(t),
  };
  return besluitenVan(t).filter((soort) => !kanNiet[soort] && !isUitgesteld(t, soort));
}

/** The fase that follows on something in a fase; `uitkomst` chooses where the table has more than one. */
export function faseNa(fase: Fase, wat: keyof Rij, uitkomst?: string): Fase {
  const doel = overgangen[fase][wat];
  return (typeof doel === 'object' ? doel[uitkomst ?? ''] : doel) ?? fase;
}

/**
 * Once late, a wachtreden is mandatory: until it is on record these decisions wait for it. A step that ends the
 * waiting of the child, or ends the traject, is never held up by it.
 */
const vraagtWachtreden: ReadonlySet<TrajectBesluitSoort> = new Set(['tafeldatum', 'verslag', 'complexiteit']);

/** What is slowed down while a traject is opgeschort: every step towards a place. */
const wachtOpHervatting: ReadonlySet<TrajectBesluitSoort> = new Set([
  'triage',
  'tafeldatum',
  'direct-voorleggen',
  'verslag',
  'complexiteit',
  'spoor',
  'keuze',
  'wachtkeuze',
  'zorgstart',
]);

/** Where a situatie could be told under the rules before the fourth. */
const situatieVoorheen: ReadonlySet<Fase> = new Set(['bespreking', 'onderzoek', 'overbrugging']);

/**
 * The decisions that the table has for the fase of this traject. What a traject of earlier rules refused in its turn it must refuse again when
 * its history is played, so for those a situatie is what it was.
 */
function besluitenVan(t: TrajectToestand): TrajectBesluitSoort[] {
  return besluitenIn(t.fase).filter(
    (soort) =>
      (soort !== 'situatie' || kentRegels(t, 4) || situatieVoorheen.has(t.fase)) &&
      (soort !== 'zorgstart' || kanStarten(t)),
  );
}

/** Care starts at who is chosen, or it turns out to have started after the keuze lapsed for want of a start on record. */
function kanStarten({ fase, uitgebleven }: TrajectToestand): boolean {
  return fase === 'overbrugging' || uitgebleven !== undefined;
}

/** Whether a decision has to wait until the traject is hervat. */
function isUitgesteld(t: TrajectToestand, soort: TrajectBesluitSoort): boolean {
  return (
    t.opgeschort !== undefined &&
    (wachtOpHervatting.has(soort) || (soort === 'situatie' && !kentRegels(t, 4)))
  );
}

const faseNamen: Record<Fase, string> = {
  intake: 'de intake',
  voorbereiding: 'de voorbereiding van de bespreking',
  bespreking: 'de bespreking',
  onderzoek: 'het onderzoek door aanbieders',
  bemiddeling: 'de bemiddeling door Zorgbemiddeling',
  advies: 'het advies van de Experttafel',
  overbrugging: 'de overbrugging',
  afgesloten: 'afgesloten',
};

/** What a decision says that cannot be so in this state, beside the fase. */
const bezwaren: {
  readonly [S in TrajectBesluitSoort]?: (
    t: TrajectToestand,
    codes: Extract<TrajectBesluit, { soort: S }>['codes'],
  ) => Omit<Weigering, 'toegestaan'> | null;
} = {
  triage: (t, { uitkomst, afwijkReden }) =>
    // A crisis is never held up by a reason.
    t.triageVoorstel && uitkomst !== t.triageVoorstel && uitkomst !== 'crisis' && !afwijkReden
      ? {
          code: 'afwijking-zonder-reden',
          uitleg: `Het voorstel was “${t.triageVoorstel}”. U mag anders besluiten: geef bij afwijkReden aan waarom.`,
        }
      : null,
  weging: (t, { besluit, elementen, afwijkReden }) => {
    const voorstel = stelWegingVoor(elementen ?? t.elementen ?? []);
    return besluit !== voorstel && !afwijkReden
      ? {
          code: 'afwijking-zonder-reden',
          uitleg: `Het afwegingskader stelt voor: “${voorstel}”. U mag anders besluiten: geef bij afwijkReden aan waarom.`,
        }
      : null;
  },
  'afspraak-gedaan': (t, { nummer }) =>
    openAfspraken(t).some((afspraak) => afspraak.nummer === nummer)
      ? null
      : nietVanToepassing(
          `Er is geen open afspraak met nummer ${nummer}. Kijk bij het traject welke er zijn.`,
        ),
  informatie: ({ informatie, vervallenVragen }, { vragen }) => {
    if (vragen?.every((id) => vervallenVragen?.includes(id)))
      return nietVanToepassing(
        `Deze vraag is niet meer nodig.${informatie ? ' Er staat wel een andere vraag open.' : ''}`,
      );
    if (!informatie) return nietGevraagd(vervallenVragen);
    return vragen && informatie.vragen?.every(({ vraagId }) => !vragen.includes(vraagId))
      ? nietVanToepassing('Deze vraag is al beantwoord. Er staat wel een andere vraag open.')
      : null;
  },
  'vraag-ingetrokken': (t, { vragen = [] }) => {
    if (!t.informatie) return nietGevraagd(t.vervallenVragen);
    const intrekbaar = intrekbareVragen(t);
    const kan = (id: string) => intrekbaar.some(({ vraagId }) => vraagId === id);
    if (intrekbaar.length > 0 && vragen.every(kan)) return null;
    return vragen.every((id) => t.informatie?.vragen?.some(({ vraagId }) => vraagId === id))
      ? nietVanToepassing(
          'De aanbieder die dit vroeg, onderzoekt nog en wacht op het antwoord. Leg vast wat u die aanbieder antwoordt.',
        )
      : nietVanToepassing('Deze vraag staat niet open. Kijk bij het traject welke vragen openstaan.');
  },
  hervatting: (t) => (t.opgeschort ? null : nietVanToepassing('Het traject is niet opgeschort.')),
  'wachtkeuze-einde': (t) =>
    t.wachtkeuze ? null : nietVanToepassing('Er is niet vastgelegd dat wachten een keuze is.'),
  overdracht: (t) =>
    t.achttienStand
      ? null
      : nietVanToepassing(
          'Overdragen kan vanaf een half jaar voor de achttiende verjaardag. Kies anders een verhuizing, doorverwijzing of intrekking.',
        ),
  // A case that Zorgbemiddeling put to aanbieders or to the table stays its own, and can come back to it.
  'advies-uitgevoerd': (t) => (t.advies ? null : nietVanToepassing('Er is nog geen advies gegeven.')),
  stap: (t) =>
    magStap(t)
      ? null
      : nietVanToepassing(
          'Een stap hoort bij Zorgbemiddeling of de Experttafel, of bij een advies dat nog niet is uitgevoerd.',
        ),
  spoor: (t, { spoor }) =>
    spoor === t.spoor && (spoor === 'zorglogistiek' || faseNa(t.fase, 'spoor', spoor) === t.fase)
      ? nietVanToepassing('Het traject is al bij dit team.')
      : null,
  keuze: (t, { aanbieders }) => {
    // Zorgbemiddeling speaks to aanbieders itself: there is no onderzoek to rest on.
    if (t.fase === 'bemiddeling') return null;
    const zonder = aanbieders.find((aanbieder) => !heeftDragendAntwoord(t, aanbieder));
    if (zonder)
      return {
        code: 'geen-aanbod',
        uitleg: `Aanbieder “${zonder}” heeft nog geen aanbod gedaan. Kies een aanbieder met een aanbod, of wacht op het antwoord.`,
      };
    return kentRegels(t, 2) ? nietIngestemd(t, aanbieders) : null;
  },
};

/** A step belongs to the two teams that work without a table, and to the follow-up of an advies. */
function magStap({ fase, advies }: TrajectToestand): boolean {
  return fase === 'bemiddeling' || fase === 'advies' || advies !== undefined;
}

function nietGevraagd(vervallen: readonly string[] = []): Omit<Weigering, 'toegestaan'> {
  return nietVanToepassing(
    vervallen.length > 0
      ? 'Er wordt nu niets gevraagd aan de aanmelder.'
      : 'Er is niets gevraagd aan de aanmelder.',
  );
}

function nietVanToepassing(uitleg: string): Omit<Weigering, 'toegestaan'> {
  return { code: 'niet-van-toepassing', uitleg };
}

/** A plan of more aanbieders is one plan: all of them agree, and all of them are chosen. */
function nietIngestemd(t: TrajectToestand, gekozen: readonly string[]): Omit<Weigering, 'toegestaan'> | null {
  const partner = instemmingen(t).find(
    ({ vanAanbieder, aanbieder, stand }) =>
      gekozen.includes(vanAanbieder) && (stand !== 'akkoord' || !gekozen.includes(aanbieder)),
  );
  if (!partner) return null;
  const { vanAanbieder, aanbieder, stand } = partner;
  const reden = {
    akkoord: `Kies “${aanbieder}” er ook bij`,
    gevraagd: `“${aanbieder}” heeft nog niet ingestemd: wacht op het antwoord`,
    oneens: `“${aanbieder}” is het niet eens met het plan: overleg, of kies een ander aanbod`,
  }[stand];
  return {
    code: 'niet-ingestemd',
    uitleg: `“${vanAanbieder}” wil dit samen doen. ${reden}.`,
  };
}

/** Why a traject cannot take this decision now; null when it can. Writes nothing. */
export function weigerTrajectBesluit(t: TrajectToestand, besluit: TrajectBesluit): Weigering | null {
  const { soort } = besluit;
  const nu = besluitenNu(t);
  if (t.fase === 'afgesloten')
    return {
      code: 'afgesloten',
      uitleg: 'Dit traject is afgesloten. Er kan niets meer veranderen.',
      toegestaan: nu,
    };
  if (!besluitenVan(t).includes(soort))
    return {
      code: 'verkeerde-fase',
      uitleg: `Dit kan nu niet: het traject is in ${faseNamen[t.fase]}.`,
      toegestaan: nu,
    };
  if (isUitgesteld(t, soort))
    return {
      code: 'opgeschort',
      uitleg: 'Het traject is opgeschort. Hervat het eerst.',
      toegestaan: nu,
    };
  if (wachtredenOntbreekt(t) && vraagtWachtreden.has(soort))
    return {
      code: 'wachtreden-ontbreekt',
      uitleg: 'Het traject is later dan de ambitie. Leg eerst de wachtreden vast.',
      toegestaan: nu.filter((ander) => !vraagtWachtreden.has(ander)),
    };
  const bezwaar = bezwaren[soort] as
    | ((t: TrajectToestand, codes: TrajectBesluit['codes']) => Omit<Weigering, 'toegestaan'> | null)
    | undefined;
  const gevonden = bezwaar?.(t, besluit.codes);
  return gevonden ? { ...gevonden, toegestaan: nu } : null;
}
