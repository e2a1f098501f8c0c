/**
 * The rules of triage: what they find in an aanmelding, and which outcome they propose. The coördinator decides.
 * Never called in workflow code, since ages need the calendar; its codes and types stand in triageCodes.ts.
 */
import { type Aanmelding, eersteSpoor } from './aanmelding.ts';
import { heeftMaatregel } from './afwegingskader.ts';
import type { Spoor } from './codes.ts';
import { isHaaglanden } from './gemeenten.ts';
import { isVolwassen, leeftijdsmomenten } from './leeftijd.ts';
import {
  type TriageBevinding,
  type TriageUitkomst,
  type TriageVraag,
  type Triagevoorstel,
  triageVragen,
} from './triageCodes.ts';

type Oordeel = Pick<TriageBevinding, 'uitkomst' | 'uitleg'>;
const binnen = (uitleg: string): Oordeel => ({ uitkomst: 'binnen', uitleg });
const buiten = (uitleg: string): Oordeel => ({ uitkomst: 'buiten', uitleg });
const letOp = (uitleg: string): Oordeel => ({ uitkomst: 'let-op', uitleg });

const watDoet = 'halfjaarverslag-zorglogistiek-2025, “wat doet de Zorglogistiek”';
const cijfers = 'halfjaarverslag-zorglogistiek-2025, “de cijfers”';
const ambities = 'halfjaarverslag-zorglogistiek-2025, “ambities”';

interface Regel {
  bron: string;
  oordeel: (aanmelding: Aanmelding, nu: number) => Oordeel;
}

const regels: Readonly<Record<TriageVraag, Regel>> = {
  /** A crisis never waits in a queue here: the CIT is on call day and night. */
  crisis: {
    bron: 'regiovisie-monitor-2022, “Crisisinterventieteam (CIT)”',
    oordeel: ({ crisis }) =>
      crisis
        ? buiten('De aanmelder meldt een crisis. Daarvoor is het Crisis Interventie Team (CIT).')
        : binnen('De aanmelder meldt geen crisis.'),
  },

  /**
   * Zorglogistiek finds a behandelgroep or woongroep in jeugdhulp, jeugd-GGZ or LVB-zorg; those are all the sectors that
   * the form knows. Gezinshuis, pleeggezin and JeugdzorgPlus are named as not belonging to it. `anders` tells that the
   * aanmelder could not name a place: then it is not clear what the jeugdige needs, which is a question of content.
   */
  'soort-verblijf': {
    bron: watDoet,
    oordeel: ({ vraag }) => {
      switch (vraag.verblijfSoort) {
        case 'behandelgroep':
        case 'woongroep':
          return binnen(
            'Gezocht wordt een behandelgroep of een woongroep in de jeugdhulp, de jeugd-GGZ of de LVB-zorg.',
          );
        case 'gezinshuis':
          return buiten('Gezocht wordt een gezinshuis. Dat zoekt Zorglogistiek niet.');
        case 'pleeggezin':
          return buiten('Gezocht wordt een pleeggezin. Dat zoekt Zorglogistiek niet.');
        case 'jeugdzorgplus':
          return buiten('Gezocht wordt JeugdzorgPlus. Dat zoekt Zorglogistiek niet.');
        case 'anders':
          return letOp(
            'Gezocht wordt iets anders dan een plek die wij kennen. Dat lijkt een vraag over de inhoud van de hulp.',
          );
      }
    },
  },

  /** Only for a jeugdige for whom the woonplaatsbeginsel points at one of the ten gemeenten; others have a region of their own. */
  woonplaats: {
    bron: watDoet,
    oordeel: ({ jeugdige }) =>
      isHaaglanden(jeugdige.gemeente)
        ? binnen('Een gemeente in Haaglanden is verantwoordelijk.')
        : buiten('Een gemeente buiten Haaglanden is verantwoordelijk. Een andere regio kan helpen.'),
  },

  /**
   * The aanmelding of an adult is refused, but a jeugdige may turn 18 before the triage. Who is nearly 18 is pointed out
   * here, since the warnings of 6 and 3 months before may already lie in the past when the aanmelding comes in.
   */
  leeftijd: {
    bron: 'regiovisie-monitor-2022, “Ontwikkeling van de vraag naar jeugdhulp”',
    oordeel: ({ jeugdige: { geboorteDatum } }, nu) => {
      if (isVolwassen(geboorteDatum, nu)) {
        return buiten('De jeugdige is 18 jaar of ouder. De gemeente weet waar hulp voor volwassenen is.');
      }
      return leeftijdsmomenten(geboorteDatum, nu).achttienOver6Tijdstip === undefined
        ? letOp(
            'De jeugdige wordt binnen ongeveer een half jaar 18 jaar. Bedenk nu al welke hulp er daarna is.',
          )
        : binnen('De jeugdige is voorlopig nog geen 18 jaar.');
    },
  },

  /** The team wants each child that comes from JeugdzorgPlus, or has just entered it, discussed: it is part of a traject. */
  'herkomst-jeugdzorgplus': {
    bron: ambities,
    oordeel: ({ jeugdige }) =>
      jeugdige.verblijfplaats === 'jeugdzorgplus'
        ? letOp('De jeugdige woont in de JeugdzorgPlus. Bespreek deze jeugdige altijd aan tafel.')
        : binnen('De jeugdige woont niet in de JeugdzorgPlus.'),
  },

  /**
   * Where an aanmelder can go to an aanbieder directly, Zorglogistiek has no task. A gewone vraag that no aanbieder has
   * been asked has not shown that the search is hard; in practice Zorgbemiddeling puts such a vraag through.
   */
  'rechtstreeks-aanmelden': {
    bron: cijfers,
    oordeel: ({ vraag, complexiteit }) => {
      if (vraag.gevraagdeAanbieders.some((naam) => !isNietszeggend(naam))) {
        return binnen('De aanmelder heeft al aanbieders gevraagd.');
      }
      return complexiteit === 'gewoon'
        ? letOp(
            'De vraag is gewoon en er is nog geen aanbieder gevraagd. Misschien kan de vraag rechtstreeks naar een aanbieder.',
          )
        : binnen('Er is nog geen aanbieder gevraagd, maar de vraag is zeer complex.');
    },
  },

  /** Since one large LVB aanbieder left the table at the start of 2025, these are more often put to aanbieders directly. */
  'sector-lvb': {
    bron: cijfers,
    oordeel: ({ vraag }) =>
      vraag.sector === 'lvb'
        ? letOp(
            'Het gaat om LVB-zorg. Zulke vragen worden vaak buiten de bespreking om aan aanbieders voorgelegd.',
          )
        : binnen('Het gaat niet om LVB-zorg.'),
  },

  /** It must be clear what the jeugdige needs and what the place must look like. */
  plek: verhaalRegel('plek', watDoet, {
    ja: 'Beschreven is hoe de plek eruit moet zien.',
    nee: 'Het is niet duidelijk hoe de plek eruit moet zien. Vraag de aanmelder ernaar.',
  }),

  /** The first thing that the table asks: what has the aanmelder done? */
  geprobeerd: verhaalRegel('geprobeerd', watDoet, {
    ja: 'Beschreven is wat al is geprobeerd.',
    nee: 'Het is niet duidelijk wat al is geprobeerd. Vraag de aanmelder ernaar.',
  }),

  /** The second: why did that not lead to a place? It shows that the search is hard. */
  'waarom-geen-plek': verhaalRegel('waaromGeenPlek', watDoet, {
    ja: 'Beschreven is waarom dat geen plek gaf.',
    nee: 'Het is niet duidelijk waarom dat geen plek gaf. Vraag de aanmelder ernaar.',
  }),

  /** A jeugdige needs to know what to work towards; the table works out the long term as well. */
  perspectief: verhaalRegel('perspectief', watDoet, {
    ja: 'Het perspectief van de jeugdige is beschreven.',
    nee: 'Het perspectief van de jeugdige is niet duidelijk. Vraag de aanmelder ernaar.',
  }),

  /** The will for help has to come from the jeugdige, so the jeugdige is heard. */
  'stem-jeugdige': verhaalRegel('stemJeugdige', watDoet, {
    ja: 'Beschreven is wat de jeugdige zelf wil.',
    nee: 'Het is niet duidelijk wat de jeugdige zelf wil. Vraag de aanmelder ernaar.',
  }),

  /** A GI carries a maatregel out and decides which care is needed, so it has to be known which GI. */
  gi: {
    bron: 'regiovisie-monitor-2022, “Jeugdbeschermingsmaatregelen”',
    oordeel: ({ jeugdige }) => {
      if (!heeftMaatregel(jeugdige.maatregel)) return binnen('Er is geen maatregel.');
      return jeugdige.gi
        ? binnen('Er is een maatregel en de gecertificeerde instelling (GI) is bekend.')
        : letOp(
            'Er is een maatregel, maar de gecertificeerde instelling (GI) is niet bekend. Vraag de aanmelder ernaar.',
          );
    },
  },

  /** It can decide which aanbieder fits; where it is missing, a traject is held up. Not filled in is not known. */
  'intelligentie-onderzoek': {
    bron: ambities,
    oordeel: ({ vraag }) => {
      switch (vraag.intelligentieOnderzoek) {
        case 'bekend':
          return binnen('De uitkomst van een onderzoek naar de intelligentie is bekend.');
        case 'loopt':
          return letOp('Het onderzoek naar de intelligentie loopt nog. Vraag wanneer de uitkomst er is.');
        default:
          return letOp('Over de intelligentie is niets bekend. Vraag de aanmelder ernaar.');
      }
    },
  },

  /** As for the intelligence. */
  'sociaal-emotioneel-onderzoek': {
    bron: ambities,
    oordeel: ({ vraag }) => {
      switch (vraag.sociaalEmotioneelOnderzoek) {
        case 'bekend':
          return binnen('De uitkomst van een onderzoek naar de sociaal-emotionele ontwikkeling is bekend.');
        case 'loopt':
          return letOp(
            'Het onderzoek naar de sociaal-emotionele ontwikkeling loopt nog. Vraag wanneer de uitkomst er is.',
          );
        default:
          return letOp('Over de sociaal-emotionele ontwikkeling is niets bekend. Vraag de aanmelder ernaar.');
      }
    },
  },
};

type Verhaalveld = 'plek' | 'geprobeerd' | 'waaromGeenPlek' | 'perspectief' | 'stemJeugdige';

function verhaalRegel(veld: Verhaalveld, bron: string, uitleg: { ja: string; nee: string }): Regel {
  return {
    bron,
    oordeel: ({ vraag }) => (heeftInhoud(vraag[veld]) ? binnen(uitleg.ja) : letOp(uitleg.nee)),
  };
}

/** What people fill in where a field may not stay empty. */
const nietszeggend: ReadonlySet<string> = new Set([
  '',
  'geen',
  'geen idee',
  'n v t',
  'nee',
  'niet bekend',
  'niet van toepassing',
  'nog geen',
  'nog niet bekend',
  'nog te bepalen',
  'nvt',
  'onbekend',
  'volgt',
  'volgt nog',
  'weet ik niet',
  'zie bijlage',
  'zie de bijlage',
]);

function woordenVan(tekst: string): string[] {
  return tekst.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function isNietszeggend(tekst: string): boolean {
  return nietszeggend.has(woordenVan(tekst).join(' '));
}

/** Whether a text says something: three different words of two letters or more, and not one of the stock phrases. */
function heeftInhoud(tekst: string): boolean {
  const woorden = new Set(woordenVan(tekst).filter((woord) => /\p{L}{2}/u.test(woord)));
  return woorden.size >= 3 && !isNietszeggend(tekst);
}

/** Without these the table cannot begin: a missing one is asked of the aanmelder. */
const informatieVragen: readonly TriageVraag[] = [
  'plek',
  'geprobeerd',
  'waarom-geen-plek',
  'perspectief',
  'stem-jeugdige',
  'gi',
  'intelligentie-onderzoek',
  'sociaal-emotioneel-onderzoek',
];

/**
 * What the rules propose for an aanmelding at moment `nu` (ms since the epoch; ages count in Europe/Amsterdam), with
 * one bevinding for each of the `triageVragen`. The proposal follows from the bevindingen and the team that was asked alone.
 * Throws a RangeError when the birth date is no date (source of each rule: its `bron`; domein, "Intake / triage").
 */
export function stelTriageVoor(aanmelding: Aanmelding, nu: number): Triagevoorstel {
  const bevindingen = triageVragen.map((code) => ({
    code,
    ...regels[code].oordeel(aanmelding, nu),
    bron: regels[code].bron,
  }));
  return { uitkomst: uitkomstUit(bevindingen, eersteSpoor(aanmelding)), bevindingen };
}

/**
 * The order of the rules, each with its reason. `direct-voorleggen` and `teruggestuurd` are never proposed: they rest on
 * what no form tells (time must be won, the aanmelder does not answer), so they are for the coördinator alone.
 */
function uitkomstUit(bevindingen: readonly TriageBevinding[], spoor: Spoor): TriageUitkomst {
  const is = (uitkomst: TriageBevinding['uitkomst'], ...vragen: readonly TriageVraag[]) =>
    bevindingen.some((bevinding) => bevinding.uitkomst === uitkomst && vragen.includes(bevinding.code));

  // Before everything else: a child in danger must not wait for a check of the form.
  if (is('buiten', 'crisis')) return 'crisis';
  // What is sought is judged for whoever asks to find it: advice may be about any kind of care.
  if (spoor === 'experttafel') return is('buiten', 'woonplaats', 'leeftijd') ? 'doorverwezen' : spoor;
  // Not found here for any child, wherever it lives.
  if (is('buiten', 'soort-verblijf')) return 'afgewezen';
  // Somebody else is responsible; also for advice, since the Experttafel works for the same region.
  if (is('buiten', 'woonplaats', 'leeftijd')) return 'doorverwezen';
  if (spoor === 'zorgbemiddeling') return spoor;
  // About content, so the lack of a described place is no reason to ask further first.
  if (is('let-op', 'soort-verblijf')) return 'experttafel';
  if (is('let-op', 'herkomst-jeugdzorgplus')) return 'bespreking';
  // Asked of the aanmelder on the way to the table: the clock goes on, and mediation needs the same information.
  if (is('let-op', ...informatieVragen)) return 'bespreking';
  if (is('let-op', 'rechtstreeks-aanmelden')) return 'zorgbemiddeling';
  return 'bespreking';
}
