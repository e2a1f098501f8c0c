/** Which aanbieders carry something out in a traject, and what was agreed about it. */
import type { OnderzoekStatus } from './codes.ts';
import { isOpen } from './onderzoek.ts';
import {
  type Afspraak,
  genummerdeAfspraken,
  heeftOpenOnderzoek,
  heeftStaandAanbod,
  kentRegels,
  openAfspraken,
  type TrajectToestand,
} from './traject.ts';

/**
 * True when an aanbieder has something to do beside an onderzoek: it is chosen, owns the overbruggingsplan, or has an afspraak
 * that is open. So long it reads what was agreed (domein, "One traject", steps 5 and 8).
 */
export function isBetrokken(t: TrajectToestand, aanbieder: string): boolean {
  return (
    t.fase !== 'afgesloten' &&
    (pakteOp(t, aanbieder) || openAfspraken(t).some(({ wie }) => wie === aanbieder))
  );
}

const pakteOp = (t: TrajectToestand, aanbieder: string) =>
  t.gekozen.includes(aanbieder) || t.eigenaar === aanbieder;

/** Whether the page of this onderzoek is where its aanbieder reads the stukken: it has to answer, its offer may still be chosen, or it was. */
export function leestBijOnderzoek(
  t: TrajectToestand,
  { aanbieder, status }: { aanbieder: string; status: OnderzoekStatus },
): boolean {
  return isOpen(status) || t.gekozen.includes(aanbieder) || heeftStaandAanbod(t, aanbieder);
}

/**
 * The last moment (ms since the epoch) of which an aanbieder reads the verslag: who has no more to do than an afspraak reads no
 * later verslag than that in which it was made. Undefined for whom the last verslag is, and before `regels: 3`, where only
 * the last verslag has afspraken.
 */
export function leestTot(t: TrajectToestand, aanbieder: string): number | undefined {
  if (pakteOp(t, aanbieder) || heeftOpenOnderzoek(t, aanbieder)) return undefined;
  return openAfspraken(t).findLast(({ wie }) => wie === aanbieder)?.gemaaktTijdstip;
}

/**
 * Whether what was written about the plan and about earlier attempts is for others than the team (docs/decisions/0022): since
 * `regels: 4`, from when on its writer is told who reads it.
 */
export function deeltTeksten(t: TrajectToestand): boolean {
  return kentRegels(t, 4);
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
