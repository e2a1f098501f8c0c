import { describe, expect, it } from 'vitest';
import { type Scenarionaam, scenarioOpNaam } from '../../dev/scenario/index.ts';
import { speelScenario } from '../../dev/scenario/speel.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';

const gepubliceerd: [Scenarionaam, Record<string, number>][] = [
  [
    'experttafel-2025',
    {
      aanmeldingen: 52,
      maatwerk: 3,
      thuisOfNetwerk: 26,
      thuisOfNetwerkAandeel: 50,
      adviesNietUitgevoerd: 32,
    },
  ],
  [
    'wachttijden-2022-2',
    { gevraagd: 188, geantwoord: 151, respons: 80.3, wachtend: 592, ambulant: 534, verblijf: 58 },
  ],
  [
    'uitvraag-2022-04-01',
    { respons: 80, jeugdigen: 539, drieMaanden: 539, ambulant: 455, verblijf: 84, dubbel: 16 },
  ],
];

describe('geeft de gepubliceerde cijfers, geteld uit wat er is gebeurd', () => {
  it.each(gepubliceerd)('%s', { timeout: 300_000 }, async (naam, cijfers) => {
    const ruimte = await testSpeelruimte();
    try {
      const uitslag = await speelScenario(ruimte, await scenarioOpNaam(naam), () => {});
      expect(Object.fromEntries(uitslag.cijfers.map(({ code, waarde }) => [code, waarde]))).toMatchObject(
        cijfers,
      );
    } finally {
      await ruimte.sluit();
    }
  });
});
