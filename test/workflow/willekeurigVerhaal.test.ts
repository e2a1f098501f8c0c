/** Whatever happens, the whole program does what a simple model says (test/support/modelTraject.ts). */
import fc from 'fast-check';
import { afterAll, beforeAll, it } from 'vitest';
import { EchtSysteem, Werkplaats } from '../support/modelEcht.ts';
import { speel, verhalen, wegen, zoals } from '../support/modelStappen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
let werkplaats: Werkplaats;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', metWorker: false });
  werkplaats = new Werkplaats(op);
  await werkplaats.herstart(true);
});
afterAll(() => op.sluit());

const { replayPath, ...hoe } = zoals(3);
const minuten = 60_000;

it(
  'toestand, verhaal, e-mails en zoekattributen zeggen wat het model zegt, wat er ook gebeurt',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wegen),
        verhalen({
          sprongen: [1, 24, 60, 7 * 24, 15 * 24, 60 * 24],
          herstarten: true,
          maxCommands: 20,
          ...(replayPath === undefined ? {} : { replayPath }),
        }),
        fc.constantFrom('2016-04-23', '2010-05-01', '2021-03-15'),
        async (weg, verhaal, geboorteDatum) => {
          const begin = await EchtSysteem.begin(op, werkplaats, geboorteDatum);
          await speel(begin, weg, verhaal);
          await begin.real.einde(begin.model);
        },
      ),
      // Bounds how long a counter-example is made shorter.
      { ...hoe, interruptAfterTimeLimit: Number(process.env.VERHAAL_MINUTEN ?? 3) * minuten },
    );
  },
  30 * minuten,
);
