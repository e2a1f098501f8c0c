/** Whatever happens, the rules do what a simple model of them says (test/support/modelTraject.ts). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trajectBesluiten } from '../../domain/besluiten.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { PuurSysteem } from '../support/modelPuur.ts';
import { soortenInVerhaal, speel, verhalen, wegen, wegenInDeTijd, zoals } from '../support/modelStappen.ts';
import { ModelTraject } from '../support/modelTraject.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const { replayPath, ...hoe } = zoals(300);

it('ieder besluit van een persoon kan in een verhaal voorkomen, behalve een stuk', () => {
  expect(new Set([...soortenInVerhaal, 'stuk'])).toEqual(new Set(Object.keys(trajectBesluiten)));
});

it('de regels doen wat het model zegt, wat er ook gebeurt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wegen, ...wegenInDeTijd),
      verhalen({
        sprongen: [1, 5, 24, 60, 7 * 24, 15 * 24, 40 * 24, 100 * 24],
        tafelVervalt: true,
        maxCommands: 60,
        ...(replayPath === undefined ? {} : { replayPath }),
      }),
      fc.constantFrom('2008-04-23', '2008-09-30', '2012-04-23', '2019-03-15'),
      fc.constantFrom(null, '2026-06-11'),
      async (weg, verhaal, geboorteDatum, volgendeTafel) => {
        const elementen = geboorteDatum > '2019' ? (['jong-kind'] as const) : [];
        const leeftijd = leeftijdsmomenten(geboorteDatum, begin);
        const deel = { aanmeldingTijdstip: begin, leeftijd, elementen };
        const model = new ModelTraject({
          ...deel,
          triageVoorstel: 'bespreking',
          complexiteit: 'gewoon',
          speling: 0,
        });
        const real = new PuurSysteem(begonnenTraject('ZL-2026-0001', deel), volgendeTafel);
        await speel({ model, real }, weg, verhaal);
      },
    ),
    hoe,
  );
}, 600_000);
