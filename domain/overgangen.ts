/**
 * What may happen in a traject: the one transition table, and why a decision cannot be taken now.
 * Source: ontwerp, "The rules of a traject"; domein, "One traject, from aanmelding to a place".
 */
import type { TrajectBesluit, TrajectBesluitSoort, Weigering } from './besluiten.ts';
import type { Fase } from './codes.ts';
import { heeftDragendAntwoord, type TrajectToestand, wachtredenOntbreekt } from './traject.ts';

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
    stuk: 'intake',
    intrekking: 'afgesloten',
  },
  voorbereiding: {
    'terug-naar-tafel': 'voorbereiding',
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'voorbereiding',
    wachtreden: 'voorbereiding',
    stuk: 'voorbereiding',
    intrekking: 'afgesloten',
  },
  bespreking: {
    tafeldatum: 'bespreking',
    verslag: 'onderzoek',
    keuze: 'overbrugging',
    complexiteit: 'bespreking',
    wachtreden: 'bespreking',
    stuk: 'bespreking',
    intrekking: 'afgesloten',
  },
  onderzoek: {
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    complexiteit: 'onderzoek',
    wachtreden: 'onderzoek',
    stuk: 'onderzoek',
    intrekking: 'afgesloten',
    'terug-naar-tafel': 'voorbereiding',
  },
  overbrugging: {
    // An aanbieder can drop out before care starts: then another offer is chosen, or the traject is back at the table.
    tafeldatum: 'bespreking',
    keuze: 'overbrugging',
    overbrugging: 'overbrugging',
    zorgstart: 'afgesloten',
    wachtreden: 'overbrugging',
    stuk: 'overbrugging',
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
  return null;
}
