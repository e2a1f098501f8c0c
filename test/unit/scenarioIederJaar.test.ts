/** The scenario of the half-year fits into any half-year: weekends and holidays shift its days, not what comes of it. */
import { describe, expect, it } from 'vitest';
import { scenarioOpNaam } from '../../dev/scenario/index.ts';
import type { Trajectscenario } from '../../dev/scenario/schema.ts';
import { dagVan } from '../../dev/scenario/trajecten.ts';
import { bewandel, type Spel } from '../../dev/scenario/wegen.ts';
import { standaardBeleid } from '../../domain/beleid.ts';
import { leesPeriode, type Periode } from '../../domain/periode.ts';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { datumInNederland, isWerkdag } from '../../domain/werkdagen.ts';

interface Stap {
  datum: string;
  uur: number;
  wat: string;
}

/** What people do with a case, when nothing is refused. */
async function stappenVan(
  { aanmeldingen }: Trajectscenario,
  plaats: number,
  periode: Periode,
): Promise<{ aangemeld: string; stappen: Stap[] }> {
  const geval = aanmeldingen[plaats];
  if (!geval) throw new Error('no such case');
  const stappen: Stap[] = [];
  let nu = { datum: '', uur: 0 };
  const doe = async (wat: string) => void stappen.push({ ...nu, wat });
  const spel: Spel = {
    tot: async (datum, uur) => {
      nu = { datum, uur };
    },
    aanmelder: doe,
    coordinator: doe,
    aanbieder: (_code, soort) => doe(soort),
  };
  const aangemeld = dagVan(periode, geval);
  await bewandel(spel, geval, plaats + 1, aangemeld);
  return { aangemeld, stappen };
}

const jaren = Array.from({ length: 20 }, (_, i) => 2026 + i);
const halfjaren = jaren.flatMap((jaar) => [`${jaar}-1`, `${jaar}-2`]);

describe('halfjaar-2025-1 past in ieder halfjaar van de komende twintig jaar', () => {
  it.each(halfjaren)('%s: alles op een werkdag, op volgorde, op tijd', async (code) => {
    const scenario = (await scenarioOpNaam('halfjaar-2025-1')) as Trajectscenario;
    const periode = leesPeriode(code);
    if (!periode) throw new Error('no such period');
    const laatsteDag = datumInNederland(periode.eindTijdstip - 1);
    for (const [plaats, { complexiteit, weg }] of scenario.aanmeldingen.entries()) {
      const { aangemeld, stappen } = await stappenVan(scenario, plaats, periode);
      expect(stappen.filter(({ datum }) => !isWerkdag(datum))).toEqual([]);
      const momenten = stappen.map(({ datum, uur }) => `${datum} ${String(uur).padStart(2, '0')}`);
      expect(momenten).toEqual([...momenten].sort());
      // What the report counts by: it has happened before the half-year is over.
      const beslissend = stappen.filter(({ wat }) =>
        ['triage', 'intrekking', 'verslag', 'keuze'].includes(wat),
      );
      for (const { datum } of beslissend) expect(datum <= laatsteDag).toBe(true);
      // The table is within the ambitie, so that nobody has to explain a wachtreden first.
      const verslag = stappen.find(({ wat }) => wat === 'verslag');
      expect(verslag !== undefined).toBe(weg.soort === 'bespreking');
      if (verslag)
        expect(verslag.datum < plusDagen(aangemeld, standaardBeleid.ambitieDagen[complexiteit])).toBe(true);
    }
  });
});

describe('experttafel-2025 past in ieder jaar van de komende twintig', () => {
  it.each(jaren)('%s: ieder advies, en iedere uitvoering, is er voor het einde', async (jaar) => {
    const scenario = (await scenarioOpNaam('experttafel-2025')) as Trajectscenario;
    const periode = leesPeriode(String(jaar));
    if (!periode) throw new Error('no such period');
    const laatsteDag = datumInNederland(periode.eindTijdstip - 1);
    for (const [plaats, { weg }] of scenario.aanmeldingen.entries()) {
      const { stappen } = await stappenVan(scenario, plaats, periode);
      for (const { datum } of stappen) expect(datum <= laatsteDag && isWerkdag(datum)).toBe(true);
      const gedaan = stappen.map(({ wat }) => wat);
      const afloop = weg.soort === 'experttafel' ? weg.afloop : undefined;
      expect(gedaan.includes('advies')).toBe(afloop === 'uitgevoerd' || afloop === 'niet-uitgevoerd');
      expect(gedaan.includes('advies-uitgevoerd')).toBe(afloop === 'uitgevoerd');
    }
  });
});
