/** The same stories on a server that suggests continue-as-new early: nothing is lost between two histories. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EchtSysteem, Werkplaats } from '../support/modelEcht.ts';
import { speel, verhalen, wegen, zoalsOpServers } from '../support/modelStappen.ts';
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

const { hoe, stappen, grens } = zoalsOpServers(2);

it(
  'een traject dat als nieuw doorgaat, doet wat het model zegt',
  async () => {
    let geschiedenissen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wegen),
        verhalen({ herstarten: 'met en zonder cache', maxCommands: 25, ...stappen }),
        async (weg, verhaal) => {
          const begin = await EchtSysteem.begin(op, werkplaats, '2016-04-23');
          await speel(begin, weg, verhaal);
          await begin.real.einde(begin.model);
          geschiedenissen = Math.max(geschiedenissen, begin.real.runs.size);
        },
      ),
      hoe,
    );
    expect(geschiedenissen).toBeGreaterThan(1);
  },
  grens,
);
