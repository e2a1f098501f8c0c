/** Whatever happens, the whole program does what a simple model says (test/support/modelTraject.ts). */
import fc from 'fast-check';
import { it } from 'vitest';
import { EchtSysteem, Werkplaats } from '../support/modelEcht.ts';
import { speel, verhalen, wegen, zoalsOpServers } from '../support/modelStappen.ts';
import { maakOpstelling } from '../support/opstelling.ts';

const { hoe, stappen, grens } = zoalsOpServers(3);
const opties = { sprongen: [1, 24, 60, 7 * 24, 15 * 24, 60 * 24], maxCommands: 40, ...stappen };

/** On this server only a worker without a cache can be replaced by another (docs/TESTING.md). */
const gangen = fc.oneof(
  fc.record({ metCache: fc.constant(true), verhaal: verhalen(opties) }, { noNullPrototype: true }),
  fc.record(
    { metCache: fc.constant(false), verhaal: verhalen({ ...opties, herstarten: 'zonder cache' }) },
    { noNullPrototype: true },
  ),
);

it(
  'toestand, verhaal, e-mails en zoekattributen zeggen wat het model zegt, wat er ook gebeurt',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...wegen),
        gangen,
        fc.constantFrom('2016-04-23', '2010-05-01', '2021-03-15'),
        async (weg, { metCache, verhaal }, geboorteDatum) => {
          // Of its own: the clock of a server on which a traject has ended may stand still, and a story that fails leaves things behind.
          const op = await maakOpstelling({ tijd: 'virtueel', metWorker: false });
          try {
            const werkplaats = new Werkplaats(op);
            await werkplaats.herstart(metCache);
            const begin = await EchtSysteem.begin(op, werkplaats, geboorteDatum);
            await speel(begin, weg, verhaal);
            await begin.real.einde(begin.model);
          } finally {
            await op.sluit();
          }
        },
      ),
      hoe,
    );
  },
  grens,
);
