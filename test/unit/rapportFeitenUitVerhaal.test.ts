/** Reports read the story alone: whatever happens, it tells the same as the state of the traject. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gebeurdOp } from '../../domain/gebeurdOp.ts';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { feitenVan, type Verhaalregel } from '../../domain/rapport/feiten.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { wachttijd } from '../../domain/wachttijd.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { PuurSysteem } from '../support/modelPuur.ts';
import { speel, verhalen, wegen, wegenInDeTijd, zoals } from '../support/modelStappen.ts';
import { ModelTraject } from '../support/modelTraject.ts';

const begin = Date.UTC(2026, 2, 2, 10);
const { replayPath, ...hoe } = zoals(200);

it('de feiten uit het verhaal zijn de feiten uit de toestand, wat er ook gebeurt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...wegen, ...wegenInDeTijd),
      verhalen({
        sprongen: [1, 24, 7 * 24, 15 * 24, 100 * 24],
        tafelVervalt: true,
        maxCommands: 40,
        ...(replayPath === undefined ? {} : { replayPath }),
      }),
      async (weg, verhaal) => {
        const leeftijd = leeftijdsmomenten('2012-04-23', begin);
        const model = new ModelTraject({
          aanmeldingTijdstip: begin,
          leeftijd,
          elementen: [],
          triageVoorstel: 'bespreking',
          complexiteit: 'gewoon',
          speling: 0,
        });
        const real = new PuurSysteem(
          begonnenTraject('ZL-2026-0001', { aanmeldingTijdstip: begin, leeftijd, elementen: [] }),
          null,
        );
        await speel({ model, real }, weg, verhaal);
        const aangemeld = {
          soort: 'aangemeld',
          tijdstip: begin,
          codes: { gemeente: 'den-haag', complexiteit: 'gewoon' },
        };
        const regels = real.verhaal.map(({ soort, tijdstip, codes }) => ({
          soort,
          tijdstip,
          codes: JSON.parse(JSON.stringify(codes)),
        }));
        // After each line, as a report of that moment would have read it.
        for (const [plaats, { daarna, tijdstip }] of real.verhaal.entries())
          vergelijk(daarna, tijdstip, [aangemeld, ...regels.slice(0, plaats + 1)]);
      },
    ),
    hoe,
  );
}, 600_000);

function vergelijk(t: TrajectToestand, peil: number, verhaal: Verhaalregel[]): void {
  const { kenmerk, ambitieTijdstip, eindeTijdstip = peil, eindeDatum } = t;
  const feiten = feitenVan(
    { kenmerk, aanmeldingTijdstip: begin, leeftijdMaanden: 166, ambitieTijdstip },
    verhaal,
    peil,
  );
  // What really ended earlier than it was recorded.
  const einde = eindeDatum ? gebeurdOp(eindeDatum, begin, eindeTijdstip) : eindeTijdstip;
  const { bruto, netto } = wachttijd(t, peil);
  expect({
    spoor: feiten?.sporen.at(-1)?.spoor,
    complexiteit: feiten?.complexiteit,
    duidelijkheidTijdstip: feiten?.duidelijkheidTijdstip,
    uitkomst: feiten?.einde?.uitkomst,
    eindeTijdstip: feiten?.einde?.tijdstip,
    bruto: feiten?.wachttijd.bruto,
  }).toEqual({
    spoor: t.spoor,
    complexiteit: t.complexiteit,
    duidelijkheidTijdstip: t.duidelijkheidTijdstip && Math.min(t.duidelijkheidTijdstip, einde),
    uitkomst: t.uitkomst,
    eindeTijdstip: t.eindeTijdstip && einde,
    bruto,
  });
  // The state keeps how long it stood still, not when: of what was over by the time that an earlier day was told it cannot say whether it came before.
  const isLaterVerteld = verhaal.some(
    ({ soort, tijdstip }) => /^(hervatting|wachtkeuze-einde)$/.test(soort) && tijdstip > einde,
  );
  if (!isLaterVerteld) expect(feiten?.wachttijd.netto).toBe(netto);
  if (!t.eindeDatum) expect(feiten?.opgeschortSindsTijdstip).toBe(t.opgeschort?.sindsTijdstip);
  if (t.duidelijkheidTijdstip === undefined) expect(feiten?.ambitieTijdstip).toBe(ambitieTijdstip);
}
