/** The examples of the OpenAPI document: one request body per operation, all fictional. */
import type { z } from 'zod';
import type { Aanmelding } from '../domain/aanmelding.ts';
import type {
  OnderzoekBesluitSoort,
  onderzoekBesluiten,
  TrajectBesluitSoort,
  trajectBesluiten,
} from '../domain/besluiten.ts';
import type { TafelBesluitSoort, tafelBesluiten } from '../domain/tafelBesluiten.ts';

export const aanmeldingVoorbeeld: Aanmelding = {
  kanaal: 'website',
  aanmelder: {
    organisatieSoort: 'jeugdteam',
    organisatie: 'Jeugdteam Voorbeeldwijk',
    naam: 'Robin Voorbeeld',
    email: 'robin@jeugdteam.example',
    telefoon: '070 000 01 01',
  },
  jeugdige: {
    naam: 'Sam Testpersoon',
    geboorteDatum: '2016-04-23',
    bsn: '999990019',
    gemeente: 'den-haag',
    verblijfplaats: 'thuis',
    maatregel: 'ots',
    gi: 'william-schrikker',
  },
  vraag: {
    verblijfSoort: 'behandelgroep',
    sector: 'jeugdhulp',
    plek: 'Een kleine groep met vaste begeleiders en een eigen kamer.',
    geprobeerd: 'Een jaar begeleiding thuis en twee keer logeren in het weekend.',
    waaromGeenPlek: 'De groepen die wij vroegen hadden geen plaats voor deze leeftijd.',
    gevraagdeAanbieders: ['Stichting De Voorbeeldhoeve'],
    perspectief: 'Over een jaar weer bij oma wonen en naar school in de buurt.',
    stemJeugdige: 'Ik wil een plek waar ik kan blijven en waar mijn fiets mee mag.',
  },
  complexiteit: 'gewoon',
  risicotaxatie: { onveiligheid: true, gevalideerd: true, instrument: 'ARIJ' },
};

export const trajectBesluitVoorbeelden: {
  [S in TrajectBesluitSoort]: z.input<(typeof trajectBesluiten)[S]['inhoud']>;
} = {
  triage: { uitkomst: 'bespreking', toelichting: 'De vraag is duidelijk en er is al veel geprobeerd.' },
  tafeldatum: { tafelDatum: '2027-01-14' },
  verslag: {
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    verslag: 'Besproken is wat al is geprobeerd. Twee aanbieders onderzoeken of zij een plek kunnen maken.',
  },
  wachtreden: { wachtreden: 'personeelstekort' },
  complexiteit: { complexiteit: 'zeer-complex', reden: 'Er is ook behandeling voor een trauma nodig.' },
  keuze: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2027-02-01' },
  overbrugging: {
    evaluatieDatum: '2027-01-28',
    overbruggingsplan: 'Tot de start twee keer per week begeleiding thuis en ieder weekend logeren.',
  },
  zorgstart: { startDatum: '2027-02-01' },
  intrekking: { reden: 'plek-gevonden' },
};

export const onderzoekBesluitVoorbeelden: {
  [S in OnderzoekBesluitSoort]: z.input<(typeof onderzoekBesluiten)[S]['inhoud']>;
} = {
  bevestiging: { toelichting: 'Wij bespreken dit donderdag in het team.' },
  nieuws: { nieuws: 'De gedragswetenschapper bekijkt of de groep past.' },
  antwoord: { antwoord: 'aanbod', toelichting: 'Er komt een plek vrij op onze groep in de buurt.' },
};

export const tafelBesluitVoorbeelden: {
  [S in TafelBesluitSoort]: z.input<(typeof tafelBesluiten)[S]['inhoud']>;
} = {
  vervallen: { reden: 'voorzitter-ziek' },
  wijziging: { beginTijd: '10:30' },
};
