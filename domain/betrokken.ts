/** Which aanbieders carry something out in a traject, and what was agreed about it. */
import { type Afspraak, genummerdeAfspraken, openAfspraken, type TrajectToestand } from './traject.ts';

/**
 * True when an aanbieder has something to do beside an onderzoek: it is chosen, owns the overbruggingsplan, or has an afspraak
 * that is open. So long it reads what was agreed (domein, "One traject", steps 5 and 8).
 */
export function isBetrokken(t: TrajectToestand, aanbieder: string): boolean {
  return (
    t.fase !== 'afgesloten' &&
    (t.gekozen.includes(aanbieder) ||
      t.eigenaar === aanbieder ||
      openAfspraken(t).some(({ wie }) => wie === aanbieder))
  );
}

/** Whether the overbruggingsplan is for this aanbieder: who is chosen carries it out, or its owner. */
export function heeftPlan(t: TrajectToestand, aanbieder: string): boolean {
  return t.fase === 'overbrugging' && (t.gekozen.includes(aanbieder) || t.eigenaar === aanbieder);
}

/** The afspraken that belong with a verslag: those that it made at this moment (ms since the epoch), and those that are still open. */
export function afsprakenBij(
  t: TrajectToestand,
  verslagTijdstip: number | undefined,
): (Afspraak & { nummer: number })[] {
  return genummerdeAfspraken(t).filter(
    ({ gedaanTijdstip, gemaaktTijdstip = verslagTijdstip }) =>
      gedaanTijdstip === undefined || gemaaktTijdstip === verslagTijdstip,
  );
}
