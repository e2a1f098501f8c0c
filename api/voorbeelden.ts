/** The examples of the OpenAPI document: one request body per operation, all fictional. */
import type { z } from 'zod';
import type { Aanmelding } from '../domain/aanmelding.ts';
import type {
  OnderzoekBesluitSoort,
  onderzoekBesluiten,
  TrajectBesluitSoort,
  trajectBesluiten,
} from '../domain/besluiten.ts';
import type { DoorbraakBesluitSoort, doorbraakBesluiten } from '../domain/doorbraakBesluiten.ts';
import type { TafelBesluitSoort, tafelBesluiten } from '../domain/tafelBesluiten.ts';
import type { heropeningSchema, nieuweUitvraagSchema } from '../domain/uitvraagBesluiten.ts';
import type { extraAntwoordSchema, kwartaalAntwoordSchema } from '../domain/uitvraagInvulling.ts';

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
    intelligentieOnderzoek: 'bekend',
    sociaalEmotioneelOnderzoek: 'bekend',
  },
  complexiteit: 'gewoon',
  risicotaxatie: { onveiligheid: true, gevalideerd: true, instrument: 'ARIJ' },
};

export const trajectBesluitVoorbeelden: {
  [S in TrajectBesluitSoort]: z.input<(typeof trajectBesluiten)[S]['inhoud']>;
} = {
  triage: { uitkomst: 'bespreking', toelichting: 'De vraag is duidelijk en er is al veel geprobeerd.' },
  informatievraag: {
    soorten: ['intelligentie'],
    vraag: 'Is er een recent intelligentieonderzoek? Stuur het verslag, of laat weten wanneer het komt.',
  },
  informatie: { antwoord: 'Het onderzoek is van dit najaar. Het verslag staat bij de stukken.' },
  'vraag-ingetrokken': { toelichting: 'Het verslag stond al bij de stukken.' },
  weging: { besluit: 'voorrang', toelichting: 'De risicotaxatie is van vorige week.' },
  stuk: { stukId: '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10', stukSoort: 'plan', versie: 1 },
  tafeldatum: { tafelDatum: '2027-01-14' },
  'direct-voorleggen': {
    aanbieders: ['aanbieder-01'],
    reden: 'tijd-winnen',
    toelichting: 'De volgende tafel is pas over drie weken.',
  },
  verslag: {
    aanwezig: ['aanmelder', 'coordinator-1', 'aanbieder-01', 'aanbieder-02'],
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    geprobeerd: 'Een jaar begeleiding thuis, en twee keer logeren in het weekend.',
    waaromNiet: 'Geen van de gevraagde groepen had plaats voor deze leeftijd.',
    verslag: 'Twee aanbieders onderzoeken of zij een plek kunnen maken.',
  },
  'afspraak-gedaan': { nummer: 1, toelichting: 'De informatie staat bij de stukken.' },
  situatie: { toelichting: 'De jeugdige woont sinds gisteren op een crisisplek.' },
  opschorting: {
    reden: 'veiligheid-eerst',
    evaluatieDatum: '2027-01-28',
    toelichting: 'Eerst wordt de veiligheid thuis geregeld.',
  },
  hervatting: { toelichting: 'Het veiligheidsplan loopt.' },
  wachtkeuze: {
    reden: 'gekozen-behandelaar',
    evaluatieDatum: '2027-03-01',
    toelichting: 'Ouders kiezen voor deze behandelaar. Twee andere plekken zijn aangeboden.',
  },
  'wachtkeuze-einde': { toelichting: 'De behandelaar heeft toch geen plek.' },
  verhuizing: {
    gemeente: 'buiten-haaglanden',
    afloop: 'overgedragen',
    toelichting: 'Het gezin verhuist. Het team van die regio neemt het over.',
  },
  aanmelder: {
    aanmelderCode: 'aanmelder-2',
    naam: 'Noor Voorbeeld',
    email: 'noor@jeugdteam.example',
    telefoon: '070 000 01 02',
  },
  coordinator: { coordinator: 'coordinator-2' },
  spoor: { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen met één aanbieder is hier genoeg.' },
  stap: { stap: 'gesprek-aanbieder', toelichting: 'De aanbieder denkt mee over de overgang.' },
  advies: {
    advies: 'samenwerking',
    opvolgDatum: '2027-02-11',
    toelichting: 'Laat twee aanbieders samen een plan maken.',
  },
  'advies-uitgevoerd': { uitgevoerdDatum: '2027-02-01', toelichting: 'Het plan loopt.' },
  contact: { met: 'jeugdige', verslag: 'Gebeld. Het gaat redelijk; school loopt door.' },
  overdracht: { naar: 'beschermd-wonen', toelichting: 'De gemeente heeft de indicatie gegeven.' },
  crisis: { toelichting: 'Het CIT is gebeld en komt ter plaatse.' },
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
  vraag: { soorten: ['intelligentie'], vraag: 'Wij willen het verslag van het onderzoek lezen.' },
  antwoord: { antwoord: 'aanbod', toelichting: 'Er komt een plek vrij op onze groep in de buurt.' },
};

export const doorbraakBesluitVoorbeelden: {
  [S in DoorbraakBesluitSoort]: z.input<(typeof doorbraakBesluiten)[S]['inhoud']>;
} = {
  afspraak: { wie: 'william-schrikker', wat: 'overleg-voeren', voorDatum: '2027-02-15' },
  'afspraak-gedaan': { nummer: 1 },
  lacune: {
    sector: 'lvb',
    zorgsoort: 'kleinschalig-wonen',
    regio: 'haaglanden',
    omschrijving: 'Er is geen kleine woonplek met begeleiding in de nacht.',
  },
  'geen-lacune': {},
  sluiting: {},
};

export const tafelBesluitVoorbeelden: {
  [S in TafelBesluitSoort]: z.input<(typeof tafelBesluiten)[S]['inhoud']>;
} = {
  vervallen: { reden: 'voorzitter-ziek' },
  wijziging: { beginTijd: '10:30' },
};

export const uitvraagVoorbeelden: {
  extra: z.input<typeof nieuweUitvraagSchema>;
  antwoord: z.input<typeof kwartaalAntwoordSchema>;
  jeugdigen: z.input<typeof extraAntwoordSchema>;
  heropening: z.input<typeof heropeningSchema>;
} = {
  extra: { soort: 'extra', peilDatum: '2027-01-01', aanbieders: ['aanbieder-01', 'aanbieder-02'] },
  antwoord: {
    wachtenden: [
      { sector: 'lvb', vorm: 'ambulant', wachtend: 12, drieMaanden: 4, overbrugging: 9 },
      { sector: 'lvb', vorm: 'verblijf', wachtend: 2, drieMaanden: 1, overbrugging: 2 },
    ],
    oorzaken: ['uitstroom-stagneert', 'personeelstekort'],
    wachttijden: [{ zorgsoort: 'kdc', weken: 60 }],
  },
  jeugdigen: {
    jeugdigen: [
      {
        bsn: '999990019',
        zorgsoort: 'behandelgroep',
        vorm: 'verblijf',
        gemeente: 'delft',
        wachtSindsDatum: '2026-09-01',
      },
    ],
  },
  heropening: { aanbieder: 'aanbieder-01', totDatum: '2027-02-12', reden: 'De contactpersoon was ziek.' },
};
