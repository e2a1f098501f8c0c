import { expect, it } from 'vitest';
import { type Geval, leesScenario } from '../../dev/scenario/schema.ts';
import { speelScenario } from '../../dev/scenario/speel.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';

const geval = { gemeente: 'den-haag', verblijfplaats: 'thuis', leeftijd: 9, complexiteit: 'gewoon' } as const;
const gevallen: Geval[] = [
  { ...geval, maand: 1, dag: 5, aanmelder: 'jeugdteam', weg: { soort: 'bespreking', afloop: 'aanbod' } },
  { ...geval, maand: 2, dag: 9, aanmelder: 'andere-gi', weg: { soort: 'ingetrokken' } },
  {
    ...geval,
    maand: 6,
    dag: 3,
    aanmelder: 'jeugdbescherming-west',
    weg: { soort: 'zorgbemiddeling', afloop: 'aanbod' },
  },
];

it('één aanmelding die anders is, geeft een ander rapport', { timeout: 300_000 }, async () => {
  const ruimte = await testSpeelruimte();
  /** Plays these in the next half-year; resolves with what the report says. */
  const speel = async (aanmeldingen: Geval[]) => {
    const scenario = leesScenario(JSON.stringify({ soort: 'halfjaar', titel: 'Proef', aanmeldingen }));
    const { periode, cijfers } = await speelScenario(ruimte, scenario, () => {});
    return { periode, ...Object.fromEntries(cijfers.map(({ code, waarde }) => [code, waarde])) };
  };
  try {
    const eerst = await speel(gevallen);
    expect(eerst).toMatchObject({
      aanmeldingen: 3,
      bespreking: 1,
      zorgbemiddeling: 1,
      ingetrokken: 1,
      doorTerugOfAfgewezen: 0,
      aanbodOnbekend: 0,
      denHaagAandeel: 100,
      thuisAandeel: 100,
      jeugdzorgPlusK2: 0,
    });
    const [een, twee, drie] = gevallen as [Geval, Geval, Geval];
    const anders: Geval = {
      ...drie,
      gemeente: 'delft',
      verblijfplaats: 'jeugdzorgplus',
      weg: { soort: 'bespreking', afloop: 'in-onderzoek' },
    };
    const daarna = await speel([een, twee, anders]);
    expect(daarna.periode).not.toBe(eerst.periode);
    expect(daarna).toMatchObject({
      aanmeldingen: 3,
      bespreking: 2,
      zorgbemiddeling: 0,
      ingetrokken: 1,
      aanbodOnbekend: 1,
      denHaagAandeel: 66.7,
      thuisAandeel: 66.7,
      jeugdzorgPlusK2: 1,
    });
  } finally {
    await ruimte.sluit();
  }
});
