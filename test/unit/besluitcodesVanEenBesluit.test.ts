/** What a decision must look like: one right body for each, and every wrong one with what is said beside which field. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { onderzoekBesluiten, trajectBesluiten } from '../../domain/besluiten.ts';
import { nederlandseFouten } from '../../domain/fouten.ts';

const alle = { ...trajectBesluiten, ...onderzoekBesluiten };
type Soort = keyof typeof alle;
type Inhoud = Record<string, unknown>;

const tekst = 'Een toelichting.';
const afspraak = { wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: '2026-04-03' };
const verslagTekst = { geprobeerd: tekst, waaromNiet: tekst, verslag: tekst };
const juist: Record<Soort, Inhoud> = {
  triage: { uitkomst: 'bespreking' },
  informatievraag: { soorten: ['intelligentie'], vraag: tekst },
  informatie: { antwoord: tekst },
  'vraag-ingetrokken': { toelichting: tekst },
  weging: { besluit: 'voorrang', elementen: ['gi'] },
  stuk: { stukId: '00000000-0000-4000-8000-000000000000', stukSoort: 'plan', versie: 1 },
  tafeldatum: { tafelDatum: '2026-04-16' },
  'direct-voorleggen': { aanbieders: ['aanbieder-01'], reden: 'tijd-winnen' },
  verslag: { aanwezig: ['aanmelder', 'coordinator-1'], aanbieders: ['aanbieder-01'], ...verslagTekst },
  'afspraak-gedaan': { nummer: 1, toelichting: tekst },
  wachtreden: { wachtreden: 'wachtlijst' },
  complexiteit: { complexiteit: 'zeer-complex', reden: tekst },
  situatie: { toelichting: tekst },
  opschorting: { reden: 'veiligheid-eerst', evaluatieDatum: '2026-04-16', toelichting: tekst },
  hervatting: {},
  wachtkeuze: { reden: 'behandeling-later', evaluatieDatum: '2026-04-16', toelichting: tekst },
  'wachtkeuze-einde': {},
  verhuizing: { gemeente: 'buiten-haaglanden', afloop: 'overgedragen', toelichting: tekst },
  aanmelder: { naam: 'Noor Voorbeeld', email: 'noor@jeugdteam.example', telefoon: '070 000 01 02' },
  coordinator: { coordinator: 'coordinator-2' },
  spoor: { spoor: 'experttafel', toelichting: tekst },
  stap: { stap: 'gesprek-gezin', opvolgDatum: '2026-04-16' },
  advies: { advies: 'maatwerk', opvolgDatum: '2026-04-16', toelichting: tekst },
  'advies-uitgevoerd': {},
  keuze: { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2026-04-16' },
  overbrugging: { evaluatieDatum: '2026-04-16', overbruggingsplan: tekst },
  zorgstart: { startDatum: '2026-04-16' },
  contact: { met: 'ouders', verslag: tekst },
  overdracht: { naar: 'wlz', toelichting: tekst },
  crisis: {},
  intrekking: { reden: 'plek-gevonden' },
  bevestiging: {},
  nieuws: { nieuws: tekst },
  vraag: { soorten: ['risicotaxatie', 'anders'], vraag: tekst },
  antwoord: { antwoord: 'aanbod' },
};
const soorten = Object.keys(alle) as Soort[];

function fouten(soort: Soort, inhoud: unknown) {
  const schema: z.ZodType = alle[soort].inhoud;
  const { error } = schema.safeParse(inhoud);
  return error ? nederlandseFouten(error, schema) : [];
}

/** The right body with these fields changed; `undefined` takes a field away. */
const met = (soort: Soort, deel: Inhoud): Inhoud =>
  Object.fromEntries(
    Object.entries({ ...juist[soort], ...deel }).filter(([, waarde]) => waarde !== undefined),
  );

describe.each(soorten)('%s', (soort) => {
  it('neemt een juist besluit aan: codes en vrije tekst gescheiden', () => {
    expect(fouten(soort, juist[soort])).toEqual([]);
    const { tekstvelden } = alle[soort];
    const codes = Object.fromEntries(
      Object.entries(juist[soort]).filter(([veld]) => !(tekstvelden as string[]).includes(veld)),
    );
    expect(alle[soort].codes.safeParse(codes).success).toBe(true);
    for (const veld of tekstvelden)
      expect(alle[soort].codes.safeParse({ ...codes, [veld]: tekst }).success).toBe(false);
  });

  it('kent geen andere velden, en niets dat geen besluit is', () => {
    expect(fouten(soort, met(soort, { kleur: 'blauw' }))).toEqual([
      { veld: 'kleur', label: 'kleur', melding: expect.stringMatching(/kennen wij niet/) },
    ]);
    for (const rommel of [null, undefined, [], 'tekst', 7])
      expect(fouten(soort, rommel)[0]?.melding).toMatch(/^(Vul hier een groep velden in|Dit veld ontbreekt)/);
  });

  it('noemt ieder veld dat ontbreekt of niet klopt, in het Nederlands', () => {
    for (const veld of Object.keys(juist[soort])) {
      for (const waarde of [undefined, null, 7, '', [], {}, '2026-02-30', 'X Y', ['X Y'], 'a\0b']) {
        for (const fout of fouten(soort, met(soort, { [veld]: waarde }))) {
          expect(fout.melding).toMatch(/^[A-Z].*[.]$/);
          expect(fout.melding).not.toMatch(/[Ii]nvalid|expected|required|received/);
          expect(fout.label).not.toBe('');
        }
      }
      expect(fouten(soort, met(soort, { [veld]: true }))).not.toEqual([]);
    }
  });
});

const dubbel = ['aanbieder-01', 'aanbieder-01'];
const geenDatum = /jjjj-mm-dd/;
const verkeerd: [string, Soort, Inhoud, string, RegExp][] = [
  ['een onbekende uitkomst', 'triage', { uitkomst: 'later' }, 'uitkomst', /^Kies één van: .*bespreking/],
  ['een afwijzing zonder reden', 'triage', { uitkomst: 'afgewezen' }, 'reden', /hoort bij “afgewezen”/],
  [
    'een doorverwijzing zonder bestemming',
    'triage',
    { uitkomst: 'doorverwezen' },
    'doorverwezenNaar',
    /hoort bij “doorverwezen”/,
  ],
  [
    'terugsturen zonder reden',
    'triage',
    { uitkomst: 'teruggestuurd' },
    'terugstuurReden',
    /hoort bij “teruggestuurd”/,
  ],
  [
    'terugsturen om informatie zonder te zeggen welke',
    'triage',
    { uitkomst: 'teruggestuurd', terugstuurReden: 'informatie-ontbreekt', toelichting: tekst },
    'soorten',
    /^Noem welke informatie ontbreekt/,
  ],
  [
    'een lege lijst van wat ontbreekt',
    'triage',
    { uitkomst: 'teruggestuurd', terugstuurReden: 'informatie-ontbreekt', soorten: [] },
    'soorten',
    /minstens één soort/,
  ],
  [
    'soorten informatie bij een andere reden',
    'triage',
    { uitkomst: 'teruggestuurd', terugstuurReden: 'te-vroeg', soorten: ['anders'] },
    'soorten',
    /hoort niet bij “te-vroeg”/,
  ],
  [
    'soorten informatie bij een bespreking',
    'triage',
    { uitkomst: 'bespreking', soorten: ['anders'] },
    'soorten',
    /hoort niet bij “bespreking”/,
  ],
  [
    'terugsturen zonder te zeggen wat onduidelijk is',
    'triage',
    { uitkomst: 'teruggestuurd', terugstuurReden: 'vraag-niet-duidelijk', toelichting: tekst },
    'uitleg',
    /^Schrijf op wat er nog niet duidelijk is/,
  ],
  [
    'afwijzen zonder te zeggen wat onduidelijk is',
    'triage',
    { uitkomst: 'afgewezen', reden: 'vraag-niet-duidelijk' },
    'uitleg',
    /^Schrijf op wat er nog niet duidelijk is/,
  ],
  [
    'doorverwijzen zonder te zeggen naar wie',
    'triage',
    { uitkomst: 'doorverwezen', doorverwezenNaar: 'andere-organisatie', toelichting: tekst },
    'uitleg',
    /^Schrijf op bij welke organisatie/,
  ],
  [
    'een uitleg die niemand te lezen krijgt',
    'triage',
    { uitkomst: 'bespreking', uitleg: tekst },
    'uitleg',
    /hoort niet bij “bespreking”/,
  ],
  [
    'een antwoord op geen enkele vraag',
    'informatie',
    { vragen: [], antwoord: tekst },
    'vragen',
    /minstens één vraag/,
  ],
  [
    'een overdracht binnen Haaglanden',
    'verhuizing',
    { gemeente: 'delft', afloop: 'overgedragen', toelichting: tekst },
    'gemeente',
    /hoort bij Haaglanden/,
  ],
  [
    'direct voorleggen zonder aanbieders',
    'triage',
    { uitkomst: 'direct-voorleggen' },
    'aanbieders',
    /hoort bij “direct-voorleggen”/,
  ],
  [
    'een reden van afwijzing bij een bespreking',
    'triage',
    { reden: 'geen-verblijf' },
    'reden',
    /Laat dit veld weg.*“bespreking”/,
  ],
  [
    'aanbieders bij een crisis',
    'triage',
    { uitkomst: 'crisis', aanbieders: ['aanbieder-01'] },
    'aanbieders',
    /Laat dit veld weg/,
  ],
  [
    'een bestemming bij een afwijzing',
    'triage',
    { uitkomst: 'afgewezen', reden: 'geen-verblijf', doorverwezenNaar: 'lokaal-team' },
    'doorverwezenNaar',
    /Laat dit veld weg/,
  ],
  ['een naam als coördinator', 'triage', { coordinator: 'Jan Jansen' }, 'coordinator', /Gebruik een code/],
  ['geen soort informatie', 'informatievraag', { soorten: [] }, 'soorten', /minstens één soort/],
  [
    'twee keer dezelfde soort informatie',
    'informatievraag',
    { soorten: ['anders', 'anders'] },
    'soorten',
    /iedere soort één keer/,
  ],
  [
    'twee keer dezelfde soort in een vraag',
    'vraag',
    { soorten: ['anders', 'anders'] },
    'soorten',
    /één keer/,
  ],
  [
    'twee keer hetzelfde element',
    'weging',
    { elementen: ['gi', 'gi'] },
    'elementen',
    /ieder element één keer/,
  ],
  ['een stuk zonder goede id', 'stuk', { stukId: 'abc' }, 'stukId', /juiste vorm/],
  ['versie nul', 'stuk', { versie: 0 }, 'versie', /ten minste 1/],
  ['een dag die niet bestaat', 'tafeldatum', { tafelDatum: '2026-02-30' }, 'tafelDatum', geenDatum],
  ['een dag zonder nullen', 'tafeldatum', { tafelDatum: '2026-4-1' }, 'tafelDatum', geenDatum],
  ['een dag op zijn Nederlands', 'tafeldatum', { tafelDatum: '16-04-2026' }, 'tafelDatum', geenDatum],
  ['een moment als dag', 'tafeldatum', { tafelDatum: '2026-04-16T00:00:00Z' }, 'tafelDatum', geenDatum],
  ['geen aanbieders', 'direct-voorleggen', { aanbieders: [] }, 'aanbieders', /minstens één aanbieder/],
  [
    'twee keer dezelfde aanbieder',
    'direct-voorleggen',
    { aanbieders: dubbel },
    'aanbieders',
    /iedere aanbieder één keer/,
  ],
  [
    'twee keer dezelfde aanbieder',
    'keuze',
    { aanbieders: dubbel },
    'aanbieders',
    /iedere aanbieder één keer/,
  ],
  ['een naam als aanbieder', 'keuze', { aanbieders: ['De Groep B.V.'] }, 'aanbieders.0', /Gebruik een code/],
  [
    'geen startdatum en geen plan',
    'keuze',
    { verwachteStartDatum: undefined },
    'evaluatieDatum',
    /verwachte startdatum, of een overbruggingsplan/,
  ],
  [
    'een datum om te kijken zonder plan',
    'keuze',
    { verwachteStartDatum: undefined, evaluatieDatum: '2026-04-16' },
    'overbruggingsplan',
    /Schrijf op wat er gebeurt tot de zorg start/,
  ],
  [
    'een datum om te kijken naast een startdatum, zonder plan',
    'keuze',
    { evaluatieDatum: '2026-04-16' },
    'overbruggingsplan',
    /Schrijf op wat er gebeurt tot de zorg start/,
  ],
  [
    'een eigenaar zonder plan',
    'keuze',
    { eigenaar: 'aanbieder-01' },
    'overbruggingsplan',
    /laat de eigenaar weg/,
  ],
  [
    'een plan naast een startdatum, zonder datum om te kijken',
    'keuze',
    { overbruggingsplan: tekst },
    'evaluatieDatum',
    /datum waarop het overbruggingsplan wordt bekeken/,
  ],
  ['een kapotte startdatum', 'keuze', { verwachteStartDatum: 'juni' }, 'verwachteStartDatum', geenDatum],
  ['geen plan', 'overbrugging', { overbruggingsplan: undefined }, 'overbruggingsplan', /ontbreekt/],
  ['een kapotte datum', 'overbrugging', { evaluatieDatum: '2026-13-01' }, 'evaluatieDatum', geenDatum],
  ['een kapotte datum', 'opschorting', { evaluatieDatum: '' }, 'evaluatieDatum', geenDatum],
  ['geen toelichting', 'opschorting', { toelichting: '  ' }, 'toelichting', /leeg/],
  ['een kapotte datum', 'wachtkeuze', { evaluatieDatum: '2026-00-10' }, 'evaluatieDatum', geenDatum],
  ['een onbekende reden', 'wachtkeuze', { reden: 'geen-plek' }, 'reden', /^Kies één van/],
  ['een kapotte datum', 'zorgstart', { startDatum: '2026-04-31' }, 'startDatum', geenDatum],
  ['een kapotte datum', 'stap', { opvolgDatum: 'morgen' }, 'opvolgDatum', geenDatum],
  [
    'geen datum om weer te kijken',
    'advies',
    { opvolgDatum: undefined },
    'opvolgDatum',
    /ontbreekt|jjjj-mm-dd/,
  ],
  ['een onbekende gemeente', 'verhuizing', { gemeente: 'rotterdam' }, 'gemeente', /^Kies één van: delft/],
  ['geen e-mailadres', 'aanmelder', { email: 'noor' }, 'email', /geldig e-mailadres/],
  ['een regeleinde in de naam', 'aanmelder', { naam: 'Noor\nBcc: x' }, 'naam', /één regel/],
  ['te weinig cijfers', 'aanmelder', { telefoon: '070 123' }, 'telefoon', /tien cijfers/],
  ['een onbekend team', 'spoor', { spoor: 'cit' }, 'spoor', /^Kies één van: zorglogistiek/],
  [
    'een verslag zonder aanbieders en zonder afspraken',
    'verslag',
    { aanbieders: undefined },
    'afspraken',
    /Niemand gaat weg zonder aanbod of volgende stap/,
  ],
  ['lege afspraken', 'verslag', { afspraken: [] }, 'afspraken', /minstens één afspraak/],
  [
    'een afspraak zonder wie',
    'verslag',
    { afspraken: [{ ...afspraak, wie: undefined }] },
    'afspraken.0.wie',
    /ontbreekt/,
  ],
  [
    'een afspraak met een naam',
    'verslag',
    { afspraken: [afspraak, { ...afspraak, wie: 'Mevrouw Jansen' }] },
    'afspraken.1.wie',
    /Gebruik een code/,
  ],
  [
    'een afspraak zonder goede datum',
    'verslag',
    { afspraken: [{ ...afspraak, voorDatum: 'volgende week' }] },
    'afspraken.0.voorDatum',
    geenDatum,
  ],
  [
    'een aanmelder die er niet was, zonder reden',
    'verslag',
    { aanwezig: ['coordinator-1'] },
    'aanmelderAfwezig',
    /De aanmelder hoort bij de bespreking/,
  ],
  [
    'een aanmelder die er was, met een reden waarom niet',
    'verslag',
    { aanmelderAfwezig: 'verhinderd' },
    'aanmelderAfwezig',
    /Laat dit veld weg: de aanmelder staat bij de aanwezigen/,
  ],
  [
    'niemand aanwezig',
    'verslag',
    { aanwezig: [], aanmelderAfwezig: 'verhinderd' },
    'aanwezig',
    /wie er aanwezig was/,
  ],
  [
    'twee keer dezelfde aanwezige',
    'verslag',
    { aanwezig: ['aanmelder', 'coordinator-1', 'coordinator-1'] },
    'aanwezig',
    /iedereen één keer/,
  ],
  ['niet wat is geprobeerd', 'verslag', { geprobeerd: undefined }, 'geprobeerd', /ontbreekt/],
  ['niet waarom dat geen plek gaf', 'verslag', { waaromNiet: '' }, 'waaromNiet', /leeg/],
  ['een te lang verslag', 'verslag', { verslag: 'x'.repeat(10_001) }, 'verslag', /hoogstens 10\.000 tekens/],
  [
    'een maatregel zonder wie die uitvoert',
    'situatie',
    { maatregel: 'ots' },
    'gi',
    /instelling die de maatregel uitvoert/,
  ],
  ['een GI zonder maatregel', 'situatie', { gi: 'leger-des-heils' }, 'maatregel', /Kies ook de maatregel/],
  ['een GI die er niet is', 'situatie', { maatregel: 'ots', gi: 'aanbieder-01' }, 'gi', /./],
  [
    'samenwerking zonder met wie',
    'antwoord',
    { antwoord: 'samenwerking' },
    'metAanbieders',
    /hoort bij “samenwerking”/,
  ],
  [
    'samenwerking twee keer met dezelfde',
    'antwoord',
    { antwoord: 'samenwerking', metAanbieders: dubbel },
    'metAanbieders',
    /één keer/,
  ],
  [
    'een aanbod met een ander',
    'antwoord',
    { metAanbieders: ['aanbieder-02'] },
    'metAanbieders',
    /Laat dit veld weg/,
  ],
  [
    'een wachtlijst zonder datum',
    'antwoord',
    { antwoord: 'wachtlijst' },
    'totDatum',
    /hoort bij “wachtlijst”/,
  ],
  [
    'een afwijzing zonder reden',
    'antwoord',
    { antwoord: 'afwijzing' },
    'afwijzingReden',
    /hoort bij “afwijzing”/,
  ],
  [
    'een reden van afwijzing bij een aanbod',
    'antwoord',
    { afwijzingReden: 'geen-plek' },
    'afwijzingReden',
    /Laat dit veld weg/,
  ],
  [
    'meer tijd zonder reden',
    'antwoord',
    { antwoord: 'meer-tijd', totDatum: '2026-04-16' },
    'meerTijdReden',
    /hoort bij “meer-tijd”/,
  ],
  [
    'meer tijd zonder datum',
    'antwoord',
    { antwoord: 'meer-tijd', meerTijdReden: 'draagvlak-nodig' },
    'totDatum',
    /hoort bij “meer-tijd”/,
  ],
];

describe('een besluit dat niet klopt', () => {
  it.each(verkeerd.map(([naam, soort, deel, veld, melding]) => [soort, naam, deel, veld, melding] as const))(
    '%s, %s: één melding, bij dat veld',
    (soort, _, deel, veld, melding) => {
      expect(fouten(soort, met(soort, deel))).toEqual([
        { veld, label: expect.stringMatching(/./), melding: expect.stringMatching(melding) },
      ]);
    },
  );
});

describe('een besluit dat wel klopt', () => {
  it.each<[string, Soort, Inhoud]>([
    [
      'een aanmelder die er niet was, met een reden',
      'verslag',
      { aanwezig: ['coordinator-1'], aanmelderAfwezig: 'verhinderd' },
    ],
    ['een andere GI', 'situatie', { maatregel: 'voogdij', gi: 'leger-des-heils' }],
    ['geen maatregel meer', 'situatie', { maatregel: 'geen' }],
    ['een verslag met alleen afspraken', 'verslag', { aanbieders: undefined, afspraken: [afspraak] }],
    ['een verslag met aanbieders en afspraken', 'verslag', { afspraken: [afspraak] }],
    [
      'een plan in plaats van een startdatum',
      'keuze',
      { verwachteStartDatum: undefined, evaluatieDatum: '2026-04-16', overbruggingsplan: tekst },
    ],
    [
      'een afwijzing die afwijkt van het voorstel',
      'triage',
      {
        uitkomst: 'afgewezen',
        reden: 'geen-verblijf',
        afwijkReden: 'individuele-situatie',
        toelichting: tekst,
      },
    ],
    ['maatwerk alleen', 'antwoord', { antwoord: 'maatwerk' }],
    ['maatwerk samen', 'antwoord', { antwoord: 'maatwerk', metAanbieders: ['aanbieder-02'] }],
    ['een weging zonder nieuws', 'weging', { elementen: undefined }],
    ['een weging waarin niets meer geldt', 'weging', { besluit: 'geen-voorrang', elementen: [] }],
    ['een schrikkeldag', 'tafeldatum', { tafelDatum: '2028-02-29' }],
  ])('%s', (_, soort, deel) => {
    expect(fouten(soort, met(soort, deel))).toEqual([]);
  });
});
