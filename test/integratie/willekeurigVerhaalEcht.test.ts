/** The same stories on a server that suggests continue-as-new early: nothing is lost between two histories. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EchtSysteem, Werkplaats } from '../support/modelEcht.ts';
import { speel, verhalen, wegen, zoals } from '../support/modelStappen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
let werkplaats: Werkplaats;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    metWorker: false,
    // So early that each story goes through several histories.
    dynamisch: { 'limit.historyCount.suggestContinueAsNew': 40 },
  });
  werkplaats = new Werkplaats(op);
  await werkplaats.herstart(true);
});
afterAll(() => op.sluit());

const { replayPath, ...hoe } = zoals(2);
const minuten = 60_000;

it(
  'een traject dat als nieuw doorgaat, doet wat het model zegt',
  async () => {
    let geschiedenissen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wegen),
        verhalen({ herstarten: true, maxCommands: 25, ...(replayPath === undefined ? {} : { replayPath }) }),
        async (weg, verhaal) => {
          const begin = await EchtSysteem.begin(op, werkplaats, '2016-04-23');
          await speel(begin, weg, verhaal);
          await begin.real.einde(begin.model);
          geschiedenissen = Math.max(geschiedenissen, begin.real.runs.size);
        },
      ),
      // Bounds how long a counter-example is made shorter.
      { ...hoe, interruptAfterTimeLimit: Number(process.env.VERHAAL_MINUTEN ?? 3) * minuten },
    );
    expect(geschiedenissen).toBeGreaterThan(1);
  },
  30 * minuten,
);
