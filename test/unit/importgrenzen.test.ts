import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const wortel = join(import.meta.dirname, '../..');

/** Which folder may import what from which: everything, or types alone. The same table stands in .dependency-cruiser.cjs for values. */
const grenzen: Record<string, { alles: string[]; typen: string[] }> = {
  domain: { alles: ['domain'], typen: [] },
  workflows: { alles: ['workflows', 'domain'], typen: ['activities'] },
  infra: { alles: ['infra', 'domain', 'prisma'], typen: [] },
  activities: { alles: ['activities', 'domain', 'infra', 'prisma'], typen: [] },
  api: { alles: ['api', 'web', 'domain', 'infra', 'prisma'], typen: [] },
  web: { alles: ['web', 'domain'], typen: [] },
  workers: { alles: ['workers', 'workflows', 'activities', 'infra', 'domain', 'prisma'], typen: [] },
  prisma: { alles: ['prisma', 'domain', 'infra'], typen: [] },
};

interface Import {
  bestand: string;
  naar: string;
  alleenType: boolean;
}

function importsVan(map: string): Import[] {
  return readdirSync(join(wortel, map), { recursive: true, encoding: 'utf8' })
    .filter((naam) => /\.tsx?$/.test(naam) && !naam.startsWith('client/'))
    .flatMap((naam) => {
      const bestand = join(map, naam);
      const tekst = readFileSync(join(wortel, bestand), 'utf8');
      return [...tekst.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm)]
        .filter(([, , naar]) => naar?.startsWith('.'))
        .map(([, type, naar]) => ({
          bestand,
          naar: normalize(join(dirname(bestand), naar ?? '')),
          alleenType: type !== undefined,
        }));
    });
}

describe('de importgrenzen, ook voor typen', () => {
  for (const [map, { alles, typen }] of Object.entries(grenzen)) {
    it(`${map}/ importeert alleen wat mag`, () => {
      const imports = importsVan(map);
      expect(imports.length).toBeGreaterThan(0);
      const fout = imports.filter(({ naar, alleenType }) => {
        const doel = naar.split('/')[0] ?? '';
        return !alles.includes(doel) && !(alleenType && typen.includes(doel));
      });
      expect(fout).toEqual([]);
    });
  }
});
