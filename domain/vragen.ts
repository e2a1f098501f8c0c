/** The questions to the aanmelder that are open: what is left of them when some are answered, withdrawn or no longer needed. */
import {
  type Gevraagd,
  heeftOpenOnderzoek,
  kentRegels,
  type TrajectToestand,
  type Vraag,
} from './traject.ts';

/** The aanbieders that asked these questions, each once. */
export function vragersVan(vragen: readonly Vraag[]): string[] {
  return [...new Set(vragen.flatMap(({ vrager }) => vrager ?? []))];
}

/** What these questions ask for, each kind once. */
export function soortenVan(vragen: readonly Vraag[]): Vraag['soorten'] {
  return [...new Set(vragen.flatMap(({ soorten }) => soorten))];
}

/** The questions that are open; what was asked before questions were told apart is one. */
function openVragenVan({ informatie }: TrajectToestand): readonly Vraag[] {
  if (!informatie) return [];
  return informatie.vragen ?? [{ vraagId: informatie.gelegenheid, soorten: informatie.soorten }];
}

/** What is asked when only these questions are left. */
export function nogOpen(gevraagd: Gevraagd, vragen: readonly Vraag[]): Gevraagd {
  const { vragers: _eerder, ...rest } = gevraagd;
  const vragers = vragersVan(vragen);
  return {
    ...rest,
    soorten: soortenVan(vragen),
    vragen,
    ...(vragers.length > 0 ? { vragers } : {}),
  };
}

/** The questions that a coördinator can withdraw: those on whose answer no aanbieder waits that still investigates. */
export function intrekbareVragen(t: TrajectToestand): Vraag[] {
  return openVragenVan(t).filter(({ vrager }) => vrager === undefined || !heeftOpenOnderzoek(t, vrager));
}

/** The state in which these questions are no longer asked at moment `nu` (ms since the epoch), with how many are left. */
export function zonderVragen(
  t: TrajectToestand,
  weg: readonly Vraag[],
  nu: number,
): { toestand: TrajectToestand; open: number } {
  const { informatie, ...rest } = t;
  const isWeg = ({ vraagId }: Vraag) => weg.some((vraag) => vraag.vraagId === vraagId);
  const over = openVragenVan(t).filter((vraag) => !isWeg(vraag));
  const vervallenVragen = [
    ...(t.vervallenVragen ?? []),
    ...(informatie?.vragen ?? []).filter(isWeg).map(({ vraagId }) => vraagId),
  ];
  const toestand: TrajectToestand = {
    ...rest,
    ...(vervallenVragen.length > 0 ? { vervallenVragen } : {}),
    // Whoever could not go on for want of an answer has the norm anew, as when it had come.
    ...(informatie && over.length > 0
      ? { informatie: nogOpen(informatie, over) }
      : { informatieTijdstip: nu }),
  };
  return { toestand, open: over.length };
}

/**
 * The questions that nobody needs an answer to any more: the aanbieder that asked no longer investigates. Under the rules
 * before the fifth they stay.
 */
export function overbodigeVragen(t: TrajectToestand): Vraag[] {
  if (!kentRegels(t, 5) || t.fase === 'afgesloten') return [];
  return intrekbareVragen(t).filter(({ vrager }) => vrager !== undefined);
}
