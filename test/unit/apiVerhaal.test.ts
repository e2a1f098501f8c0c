import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vertel, vertelbareSoorten } from '../../api/verhaal.ts';
import { trajectBesluiten } from '../../domain/besluiten.ts';

describe('het verhaal van een traject', () => {
  it('heeft een zin voor iedere soort gebeurtenis die de regels kennen', () => {
    const map = join(import.meta.dirname, '../../domain');
    const bron = readdirSync(map)
      .map((naam) => readFileSync(join(map, naam), 'utf8'))
      .join('\n');
    const soorten = [...bron.matchAll(/soort: '([a-z-]+)',\s+codes:/g)].map(([, soort]) => soort);
    expect(soorten.length).toBeGreaterThan(5);
    expect(vertelbareSoorten).toEqual(
      expect.arrayContaining([
        ...soorten,
        ...Object.keys(trajectBesluiten),
        'aangemeld',
        'onderzoek-bevestiging',
        'onderzoek-nieuws',
        'onderzoek-antwoord',
        'onderzoek-herinnering',
        'onderzoek-escalatie',
      ]),
    );
  });

  it.each([
    [
      'tafeldatum',
      { tafelDatum: '2027-01-14' },
      'De tafelbespreking is gepland op donderdag 14 januari 2027.',
    ],
    [
      'verslag',
      { aanbieders: ['aanbieder-01', 'aanbieder-02'] },
      'Het verslag van de bespreking is gemaakt. Aan de slag gaan: aanbieder-01 en aanbieder-02.',
    ],
    [
      'onderzoek-antwoord',
      { aanbieder: 'aanbieder-01', antwoord: 'wachtlijst', totDatum: '2027-03-01' },
      'Aanbieder-01 antwoordt: wachtlijst, tot maandag 1 maart 2027.',
    ],
    [
      'triage',
      { uitkomst: 'afgewezen', reden: 'geen-verblijf' },
      'De aanmelding is afgewezen. Reden: geen verblijf.',
    ],
    [
      'escalatie',
      { niveau: 3, terugNaarTafel: true, tafelDatum: '2027-01-14' },
      'Het traject is te laat: escalatie naar niveau 3. Het traject gaat terug naar de tafel van donderdag 14 januari 2027.',
    ],
    ['iets-nieuws', {}, 'Iets nieuws.'],
  ])('vertelt %s', (soort, codes, zin) => {
    expect(vertel(soort, codes)).toBe(zin);
  });
});
