/** Holds the answer of an aanbieder under way, so that a decision on its traject comes first. */
import type { WorkerOptions } from '@temporalio/worker';
import type { Opstelling } from './opstelling.ts';
import { wachtTot } from './wachtTot.ts';

/** A gate for the activity that stores an answer; `worker` goes with the Opstelling that it is for. */
export function maakAntwoordpoort() {
  let dicht: Promise<void> | undefined;
  let wachtend = 0;
  const worker: Partial<WorkerOptions> = {
    interceptors: {
      activity: [
        () => ({
          inbound: {
            async execute(input, next) {
              const [opdracht] = input.args as [{ gebeurtenis?: { soort: string } }];
              if (dicht && opdracht.gebeurtenis?.soort === 'onderzoek-antwoord') {
                wachtend += 1;
                await dicht;
              }
              return next(input);
            },
          },
        }),
      ],
    },
  };
  /** An aanbieder answers; while that is under way `besluit` is taken. Resolves when the answer has been taken too. */
  async function terwijlHetAntwoordOnderweg(
    op: Opstelling,
    onderzoek: string,
    inhoud: object,
    besluit: () => Promise<unknown>,
  ): Promise<void> {
    let open = () => {};
    wachtend = 0;
    dicht = new Promise((klaar) => {
      open = klaar;
    });
    try {
      const antwoord = op.aanbiederZegt(onderzoek, 'antwoord', inhoud);
      await wachtTot(
        async () => wachtend,
        (aantal) => aantal === 1,
      );
      await besluit();
      open();
      await antwoord;
    } finally {
      open();
      dicht = undefined;
    }
  }
  return { worker, terwijlHetAntwoordOnderweg };
}
