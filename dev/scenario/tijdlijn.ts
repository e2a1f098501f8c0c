/** Many lives on one clock: each waits for its own next moment, and the clock goes on to the first of them. */

/** Waits until a moment (ms since the epoch); never resolves when that lies at the end or after it. */
export type Wacht = (moment: number) => Promise<void>;

interface Wachtende {
  moment: number;
  verder: () => void;
}

/**
 * Lives all these lives until the moment `einde` (ms since the epoch): what would come after it does not happen any more. Those
 * that wait for the same moment go on side by side. `totMoment` lets the clock go on, once nothing is under way any more.
 * @throws what the first life threw that failed.
 */
export async function leefOpEenKlok(
  levens: readonly ((wacht: Wacht) => Promise<void>)[],
  einde: number,
  totMoment: (moment: number) => Promise<void>,
): Promise<void> {
  const wachtenden: Wachtende[] = [];
  const fouten: unknown[] = [];
  let bezig = levens.length;
  let allenWachten: () => void = () => {};
  const eenMinder = () => {
    bezig -= 1;
    if (bezig === 0) allenWachten();
  };
  const totAllenWachten = () =>
    new Promise<void>((klaar) => {
      allenWachten = klaar;
      if (bezig === 0) klaar();
    });
  const wacht: Wacht = (moment) =>
    new Promise((verder) => {
      wachtenden.push({ moment, verder });
      eenMinder();
    });
  for (const leven of levens)
    leven(wacht)
      .catch((fout: unknown) => fouten.push(fout))
      .finally(eenMinder);

  for (;;) {
    await totAllenWachten();
    if (fouten.length > 0) throw fouten[0];
    const eerste = Math.min(...wachtenden.map(({ moment }) => moment), einde);
    await totMoment(eerste);
    if (eerste === einde) return;
    const nu = wachtenden.filter(({ moment }) => moment <= eerste);
    wachtenden.splice(0, wachtenden.length, ...wachtenden.filter(({ moment }) => moment > eerste));
    bezig += nu.length;
    for (const { verder } of nu) verder();
  }
}
