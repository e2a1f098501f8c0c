import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vertel, vertelbareSoorten } from '../../api/verhaal.ts';
import { onderzoekBesluiten, trajectBesluiten } from '../../domain/besluiten.ts';
import { aanmeldingTijdstip, begonnenOnderzoek, begonnenTraject } from '../support/berichten.ts';
import { praktijkGebeurtenissen } from '../support/praktijkBerichten.ts';

const kenmerk = 'ZL-2025-0014';
const praktijk = praktijkGebeurtenissen(
  begonnenTraject(kenmerk),
  begonnenOnderzoek(kenmerk, 'aanbieder-01'),
  aanmeldingTijdstip,
);

describe('het verhaal van een traject', () => {
  it('heeft een zin voor iedere soort gebeurtenis die de regels kennen', () => {
    const map = join(import.meta.dirname, '../../domain');
    const bron = readdirSync(map)
      .filter((naam) => naam.endsWith('.ts'))
      .map((naam) => readFileSync(join(map, naam), 'utf8'))
      .join('\n');
    const soorten = [...bron.matchAll(/soort: '([a-z-]+)',\s+codes:/g)].map(([, soort]) => soort);
    expect(soorten.length).toBeGreaterThan(5);
    expect(vertelbareSoorten).toEqual(
      expect.arrayContaining([
        ...soorten,
        ...Object.keys(trajectBesluiten),
        ...Object.keys(onderzoekBesluiten).map((besluit) => `onderzoek-${besluit}`),
        ...praktijk.map(({ soort }) => soort),
        'aangemeld',
        'onderzoek-herinnering',
        'onderzoek-escalatie',
      ]),
    );
  });

  it('vertelt alles wat de regels voortbrengen in hele zinnen', () => {
    expect(praktijk.map(({ soort }) => soort)).toEqual(expect.arrayContaining(Object.keys(trajectBesluiten)));
    for (const { soort, codes } of praktijk) {
      const zin = vertel(soort, codes);
      expect(zin, soort).toMatch(/^[A-Z].*\.$/);
      expect(zin, soort).not.toMatch(/undefined|null|NaN|Invalid|\[object|\.\.| {2}/);
    }
  });

  it.each([
    [
      'situatie',
      { maatregel: 'ots', gi: 'leger-des-heils' },
      'De situatie van de jeugdige is veranderd. Wat voor de vorige situatie is onderzocht en gekozen, geldt niet meer. De maatregel is nu: Ondertoezichtstelling (ots), uitgevoerd door Leger des Heils.',
    ],
    [
      'situatie',
      { maatregel: 'geen' },
      'De situatie van de jeugdige is veranderd. Wat voor de vorige situatie is onderzocht en gekozen, geldt niet meer. Er is nu geen maatregel.',
    ],
    [
      'verslag',
      {
        aanwezig: ['aanmelder', 'coordinator-1'],
        afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: '2027-01-21' }],
      },
      'Het verslag van de bespreking is gemaakt. Aanwezig: de aanmelder en coordinator-1. Afgesproken is: informatie aanvullen door de aanmelder, uiterlijk donderdag 21 januari 2027.',
    ],
    [
      'verslag',
      { aanwezig: ['aanbieder-01'], aanmelderAfwezig: 'niet-verschenen', aanbieders: ['aanbieder-01'] },
      'Het verslag van de bespreking is gemaakt. Aanwezig: aanbieder-01. De aanmelder was er niet. Reden: niet verschenen. Aan de slag gaan: aanbieder-01.',
    ],
    [
      'triage',
      { uitkomst: 'doorverwezen', doorverwezenNaar: 'andere-regio', afwijkReden: 'nieuwe-informatie' },
      'De aanmelding is doorverwezen naar een andere jeugdhulpregio. Het traject is afgesloten. Dat is anders dan het voorstel. Reden: nieuwe informatie.',
    ],
    [
      'triage',
      { uitkomst: 'direct-voorleggen', aanbieders: ['aanbieder-01', 'aanbieder-02'] },
      'De vraag is direct voorgelegd, zonder bespreking, aan aanbieder-01 en aanbieder-02.',
    ],
    [
      'weging',
      { versie: '2024-01', elementen: ['gi'], voorstel: 'voorrang', besluit: 'voorrang' },
      'De weging is gedaan: voorrang. Elementen van het afwegingskader (versie 2024-01) die gelden: er is een maatregel, dus een gecertificeerde instelling (GI).',
    ],
    [
      'hervatting',
      { duur: 3 * 24 * 60 * 60 * 1000 + 1, naarTijdstip: Date.UTC(2027, 0, 14, 9) },
      'Het traject gaat verder. Het stond 3 dagen stil; de ambitie is nu donderdag 14 januari 2027.',
    ],
    [
      'hervatting',
      { duur: 24 * 60 * 60 * 1000, naarTijdstip: Date.UTC(2027, 0, 14, 9), gemisteTafel: '2027-01-12' },
      'Het traject gaat verder. Het stond één dag stil; de ambitie is nu donderdag 14 januari 2027. De tafel van dinsdag 12 januari 2027 ging voorbij: er komt een nieuwe bespreking.',
    ],
    [
      'informatievraag',
      { aanbieder: 'aanbieder-01', soorten: ['intelligentie', 'voorgeschiedenis'] },
      'Op verzoek van aanbieder-01 is de aanmelder gevraagd om informatie over de intelligentie van de jeugdige en de voorgeschiedenis.',
    ],
    [
      'bespreking-vervallen',
      { tafelDatum: '2027-01-14', naar: { tafelDatum: '2027-01-28' } },
      'De tafel van donderdag 14 januari 2027 gaat niet door. Het traject staat nu op de tafel van donderdag 28 januari 2027.',
    ],
    [
      'bespreking-vervallen',
      { tafelDatum: '2027-01-14', naar: { aanbieders: ['aanbieder-01'] } },
      'De tafel van donderdag 14 januari 2027 gaat niet door. De vraag is direct voorgelegd aan aanbieder-01.',
    ],
    [
      'bespreking-vervallen',
      { tafelDatum: '2027-01-14', naar: { aanbieders: ['aanbieder-01'] }, bijHervatting: 'ja' },
      'De tafel van donderdag 14 januari 2027 gaat niet door. De vraag wordt bij het hervatten direct voorgelegd aan aanbieder-01.',
    ],
    [
      'bespreking-vervallen',
      { tafelDatum: '2027-01-14', naar: { wachtOp: 'coordinator' } },
      'De tafel van donderdag 14 januari 2027 gaat niet door. Er is geen volgende tafel en er zijn geen tafelleden. De coördinator kiest wat er nu gebeurt.',
    ],
    [
      'vastgelopen',
      { wacht: 'afspraak', op: 'aanmelder', wie: 'aanmelder' },
      'Het traject is vastgelopen: een afspraak is niet afgerond (de aanmelder).',
    ],
    [
      'vastgelopen',
      { wacht: 'triage', op: 'coordinator' },
      'Het traject is vastgelopen: de triage is niet gedaan.',
    ],
    [
      'keuze',
      { aanbieders: ['aanbieder-01', 'aanbieder-02'], evaluatieDatum: '2027-01-14', eigenaar: 'aanmelder' },
      'Er is duidelijkheid: aanbieder-01 en aanbieder-02 pakken de vraag op. Het overbruggingsplan wordt bekeken op donderdag 14 januari 2027. Eigenaar van het plan: de aanmelder.',
    ],
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
      'De aanmelding is afgewezen. Reden: geen verblijf. Het traject is afgesloten.',
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
