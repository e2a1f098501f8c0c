import { expect, it } from 'vitest';
import { scenarioOpNaam } from '../../dev/scenario/index.ts';
import { speelScenario, type Uitslag } from '../../dev/scenario/speel.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';

/** The numbers of the last filled column of a table, per row. */
function kolom({ tabellen }: Uitslag, titel: string, plaats: number): Record<string, number | null> {
  const tabel = tabellen.find((een) => een.titel === titel);
  if (!tabel) throw new Error(`no table ${titel}`);
  return Object.fromEntries(tabel.rijen.map((rij) => [rij.titel, rij.waarden[plaats] ?? null]));
}

it('halfjaar-2025-1 geeft de gepubliceerde cijfers, geteld uit wat er is gebeurd', {
  timeout: 300_000,
}, async () => {
  const ruimte = await testSpeelruimte();
  try {
    const uitslag = await speelScenario(ruimte, await scenarioOpNaam('halfjaar-2025-1'), () => {});
    expect(Object.fromEntries(uitslag.cijfers.map(({ code, waarde }) => [code, waarde]))).toMatchObject({
      aanmeldingen: 32,
      bespreking: 18,
      zorgbemiddeling: 9,
      doorTerugOfAfgewezen: 3,
      ingetrokken: 2,
      anders: 0,
      open: 0,
      aanbodOnbekend: 16,
      denHaagAandeel: 65.6,
      inJeugdzorgAandeel: 81.3,
      thuisAandeel: 18.8,
      jeugdzorgPlusK1: 1,
      jeugdzorgPlusK2: 4,
      zorgbemiddelingAandeelK2: 50,
    });
    const heel = 2;
    expect(kolom(uitslag, 'Aanmeldingen naar aanmelder', heel)).toMatchObject({
      'Jeugdbescherming west': 11,
      'Een jeugdteam of lokaal team': 11,
      'Een andere gecertificeerde instelling': 10,
      Totaal: 32,
    });
    expect(kolom(uitslag, 'Aanmeldingen naar gemeente', heel)).toMatchObject({ 'Den Haag': 21, Totaal: 32 });
    expect(kolom(uitslag, 'Aanmeldingen naar verblijfplaats', heel)).toMatchObject({ Thuis: 6, Totaal: 32 });
    // Every traject has lived: what people did, and what the workflows did by themselves.
    expect(await ruimte.db.traject.count()).toBe(32);
    expect(await ruimte.db.traject.count({ where: { uitkomst: 'zorg-gestart' } })).toBe(11);
    expect(await ruimte.db.gebeurtenis.count({ where: { soort: 'ambitie-waarschuwing' } })).toBeGreaterThan(
      0,
    );
    expect(uitslag.bestanden.map(({ soort }) => soort)).toEqual(['json', 'csv', 'html']);
    const pagina = uitslag.bestanden.find(({ soort }) => soort === 'html')?.inhoud ?? '';
    expect(pagina).toMatch(/^<!DOCTYPE html>/i);
    // The page is a file of its own, with nothing to fetch.
    expect(pagina).not.toMatch(/<link rel="stylesheet"|<script/);
    expect(pagina).toContain('<style>');
  } finally {
    await ruimte.sluit();
  }
});
