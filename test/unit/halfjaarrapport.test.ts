/** The half-year report counts what happened (domain/rapport/halfjaar.ts). */
import { describe, expect, it } from 'vitest';
import { maakExtern } from '../../domain/rapport/extern.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { type Daarna, feit, periode } from '../support/feiten.ts';

const peil = Date.parse('2025-07-05T07:00:00+02:00');
const halfjaar = periode('2025-1');
const q1 = '2025-02-10T10:00:00+01:00';
const q2 = '2025-05-12T10:00:00+02:00';

const cijfersVan = ({ cijfers }: Rapport) =>
  Object.fromEntries(cijfers.map(({ code, waarde }) => [code, waarde]));
const rijVan = ({ tabellen }: Rapport, tabel: string, rij: string) =>
  tabellen
    .find(({ code }) => code === tabel)
    ?.rijen.find(({ code }) => code === rij)
    ?.waarden.slice(0, 3);

const besproken: Daarna[] = [
  ['triage', 2, { uitkomst: 'bespreking' }],
  ['tafeldatum', 3, { tafelDatum: '2025-02-20' }],
  ['verslag', 10, {}],
];
const gestart: Daarna[] = [...besproken, ['keuze', 12, {}], ['zorgstart', 40, {}]];
/** Care that started on this day, told after the keuze of day 9 had lapsed. */
const alsnog = (startDatum: string, ...ertussen: Daarna[]): Daarna[] => [
  ['triage', 2, { uitkomst: 'bespreking' }],
  ['keuze', 9, {}],
  ['zorgstart-uitgebleven', 37, {}],
  ...ertussen,
  ['zorgstart', 50, { startDatum }],
];
const bemiddeld: Daarna[] = [['triage', 2, { uitkomst: 'zorgbemiddeling' }]];
const rapportOver = (...verhalen: [string, Daarna[], Record<string, unknown>?][]) =>
  maakHalfjaarrapport(
    halfjaar,
    verhalen.map(([moment, daarna, begin]) => feit(moment, peil, daarna, begin)),
    [],
    peil,
  );

describe('een aanmelding staat in één uitkomst', () => {
  it.each<[string, Daarna[]]>([
    ['bespreking', besproken],
    ['bespreking', [...besproken, ['intrekking', 20, { reden: 'plek-gevonden' }]]],
    ['bespreking', [...besproken, ['spoor', 20, { spoor: 'zorgbemiddeling' }]]],
    ['bespreking', [...bemiddeld, ['verslag', 20]]],
    ['zorgbemiddeling', bemiddeld],
    ['zorgbemiddeling', [...bemiddeld, ['intrekking', 20, { reden: 'plek-gevonden' }]]],
    ['rechtstreeks-voorgelegd', [['triage', 2, { uitkomst: 'direct-voorleggen' }]]],
    ['rechtstreeks-voorgelegd', [...besproken.slice(0, 2), ['direct-voorleggen', 9]]],
    [
      'rechtstreeks-voorgelegd',
      [...besproken.slice(0, 2), ['bespreking-vervallen', 9, { naar: { aanbieders: ['aanbieder-01'] } }]],
    ],
    ['door-terug-of-afgewezen', [['triage', 2, { uitkomst: 'doorverwezen', doorverwezenNaar: 'aanbieder' }]]],
    ['door-terug-of-afgewezen', [['triage', 2, { uitkomst: 'teruggestuurd', terugstuurReden: 'te-vroeg' }]]],
    ['door-terug-of-afgewezen', [['triage', 2, { uitkomst: 'afgewezen', reden: 'geen-verblijf' }]]],
    ['ingetrokken', [...besproken.slice(0, 2), ['intrekking', 5, { reden: 'plek-gevonden' }]]],
    ['anders', [['triage', 2, { uitkomst: 'crisis' }]]],
    ['anders', [['triage', 2, { uitkomst: 'experttafel' }]]],
    ['open', besproken.slice(0, 2)],
    ['open', [...besproken.slice(0, 2), ['bespreking-vervallen', 9, { naar: { tafelDatum: '2025-03-01' } }]]],
  ])('%s', (uitkomst, daarna) => {
    const rapport = rapportOver([q1, daarna]);
    const rijen = rapport.tabellen.find(({ code }) => code === 'uitkomsten')?.rijen ?? [];
    expect(rijen.filter(({ waarden }) => waarden[2] === 1).map(({ code }) => code)).toEqual([uitkomst]);
  });
});

describe('het halfjaarrapport', () => {
  const verhalen: Parameters<typeof rapportOver> = [
    [q1, gestart],
    [q1, besproken, { gemeente: 'delft', verblijfplaats: 'jeugdzorgplus', leeftijdMaanden: 200 }],
    [q2, bemiddeld, { verblijfplaats: 'jeugdzorgplus', organisatieSoort: 'jeugdbescherming-west' }],
    [q2, besproken, { verblijfplaats: 'gezinshuis', complexiteit: 'zeer-complex' }],
  ];

  it('telt per kwartaal en over het halfjaar', () => {
    const rapport = rapportOver(...verhalen);
    expect(cijfersVan(rapport)).toMatchObject({
      aanmeldingen: 4,
      bespreking: 3,
      zorgbemiddeling: 1,
      doorTerugOfAfgewezen: 0,
      ingetrokken: 0,
      aanbodOnbekend: 3,
      jeugdzorgPlusK1: 1,
      jeugdzorgPlusK2: 1,
      zorgbemiddelingAandeelK1: 0,
      zorgbemiddelingAandeelK2: 50,
      denHaagAandeel: 75,
      inJeugdzorgAandeel: 75,
      thuisAandeel: 25,
      jongeKinderen: 3,
      duidelijkheidGewoonMediaan: 12,
      // Two are late without clarity; the zeer complexe one as well, under its own ambitie.
      ambitieGewoonGehaald: 33.3,
      ambitieZeerComplexGehaald: 0,
      wachttijdBrutoMediaan: 40,
    });
    expect(rijVan(rapport, 'uitkomsten', 'bespreking')).toEqual([2, 1, 3]);
    expect(rijVan(rapport, 'leeftijden', 'vanaf-16')).toEqual([1, 0, 1]);
    expect(rijVan(rapport, 'aanmelders', 'jeugdbescherming-west')).toEqual([0, 1, 1]);
    for (const { rijen, totaal, kolommen } of rapport.tabellen)
      for (const [kolom] of kolommen.entries())
        expect(rijen.reduce((som, { waarden }) => som + (waarden[kolom] ?? 0), 0)).toBe(
          totaal?.waarden[kolom],
        );
  });

  it('verandert als één aanmelding anders verloopt', () => {
    const anders: typeof verhalen = [...verhalen.slice(0, 3), [q2, bemiddeld, verhalen[3]?.[2] ?? {}]];
    expect(cijfersVan(rapportOver(...anders))).toMatchObject({
      aanmeldingen: 4,
      bespreking: 2,
      zorgbemiddeling: 2,
      zorgbemiddelingAandeelK2: 100,
    });
  });

  it('telt wat bij een ander team binnenkwam of buiten het halfjaar valt niet mee', () => {
    const rapport = rapportOver(
      ...verhalen,
      [q1, [], { kenmerk: 'ET-2025-0001' }],
      [q1, [], { kenmerk: 'ZB-2025-0001' }],
      ['2024-12-31T23:59:59+01:00', []],
      ['2025-07-01T00:00:00+02:00', []],
      ['2025-01-01T00:00:00+01:00', []],
    );
    expect(cijfersVan(rapport).aanmeldingen).toBe(5);
  });

  it('vergelijkt met het halfjaar ervoor', () => {
    const vorig = feit('2024-11-04T10:00:00+01:00', Date.parse('2025-01-04T07:00:00+01:00'), gestart);
    const rapport = maakHalfjaarrapport(halfjaar, [feit(q1, peil, besproken)], [vorig, vorig], peil);
    const aanmeldingen = rapport.cijfers.find(({ code }) => code === 'aanmeldingen');
    expect(aanmeldingen).toMatchObject({ waarde: 1, eerder: 2 });
    expect(rapport.tabellen[0]?.kolommen).toEqual([
      '2025-K1',
      '2025-K2',
      '2025-1',
      '2024-K3',
      '2024-K4',
      '2024-2',
    ]);
    expect(rapport.tabellen[0]?.totaal?.waarden).toEqual([1, 0, 1, 0, 2, 2]);
  });

  it('is zonder aanmeldingen een rapport met nullen, en zonder medianen', () => {
    const leeg = rapportOver();
    for (const { eenheid, waarde } of leeg.cijfers) expect(waarde).toBe(eenheid === 'aantal' ? 0 : null);
  });

  it('telt opschorting niet mee in de ambitie, en geen keuze om te wachten in de netto wachttijd', () => {
    const rapport = rapportOver([
      q1,
      [
        ['opschorting', 2, { reden: 'veiligheid-eerst' }],
        [
          'hervatting',
          12,
          { vanTijdstip: Date.parse(q1) + 14 * 86_400_000, naarTijdstip: Date.parse(q1) + 24 * 86_400_000 },
        ],
        ['verslag', 15],
        ['keuze', 20],
        ['wachtkeuze', 25, { reden: 'gekozen-behandelaar' }],
        ['wachtkeuze-einde', 45],
        ['zorgstart', 50],
      ],
    ]);
    expect(cijfersVan(rapport)).toMatchObject({
      duidelijkheidGewoonMediaan: 10,
      ambitieGewoonGehaald: 100,
      wachttijdBrutoMediaan: 50,
      wachttijdNettoMediaan: 20,
    });
  });

  it('houdt wie uit eigen keuze wacht apart, met de reden die het laatst is verteld', () => {
    const keuze = (dag_: number, reden: string): Daarna => ['wachtkeuze', dag_, { reden }];
    const rapport = rapportOver(
      [q1, [keuze(5, 'gekozen-behandelaar'), keuze(9, 'behandeling-later')]],
      [q1, [keuze(5, 'gekozen-behandelaar'), ['wachtkeuze-einde', 9]]],
      [q2, [keuze(5, 'gekozen-behandelaar')]],
      [q2, []],
    );
    expect(cijfersVan(rapport)).toMatchObject({ wachtenIsKeuze: 3 });
    expect(rijVan(rapport, 'wachtkeuze', 'keuze')).toEqual([2, 1, 3]);
    expect(rijVan(rapport, 'wachtkeuze', 'geen')).toEqual([0, 1, 1]);
    expect(rijVan(rapport, 'wachtkeuzeredenen', 'behandeling-later')).toEqual([1, 0, 1]);
    expect(rijVan(rapport, 'wachtkeuzeredenen', 'gekozen-behandelaar')).toEqual([1, 1, 2]);
    expect(rijVan(rapport, 'wachtkeuzeredenen', 'vooruit-aangemeld')).toEqual([0, 0, 0]);
  });

  it('laat buiten het team niet zien of uitrekenen hoe weinig er uit eigen keuze wachten', () => {
    const wacht = (reden: string): [string, Daarna[]] => [q1, [['wachtkeuze', 5, { reden }]]];
    const keer = (aantal: number, wie: [string, Daarna[]]) => Array.from({ length: aantal }, () => wie);
    const naarBuiten = (...wie: [string, Daarna[]][]) => maakExtern(rapportOver(...wie), [], null);
    const weg = ({ tabellen }: Rapport, tabel: string) =>
      tabellen
        .find(({ code }) => code === tabel)
        ?.rijen.filter(({ onderdrukt }) => onderdrukt?.includes(2))
        .map(({ code }) => code);
    const waarde = ({ cijfers }: Rapport) => cijfers.find(({ code }) => code === 'wachtenIsKeuze')?.waarde;

    const weinig = naarBuiten(...keer(3, wacht('vooruit-aangemeld')), ...keer(20, [q1, []]));
    expect(weg(weinig, 'wachtkeuze')).toEqual(['keuze', 'geen']);
    expect(weg(weinig, 'wachtkeuzeredenen')).toEqual(['vooruit-aangemeld']);
    expect(waarde(weinig)).toBeNull();
    // Of nine the reasons are hidden: with one of them and the total the other is known.
    const meer = naarBuiten(
      ...keer(3, wacht('vooruit-aangemeld')),
      ...keer(6, wacht('behandeling-later')),
      ...keer(20, [q1, []]),
    );
    expect(weg(meer, 'wachtkeuze')).toEqual([]);
    expect(weg(meer, 'wachtkeuzeredenen')).toEqual(['behandeling-later', 'vooruit-aangemeld']);
    expect(waarde(meer)).toBe(9);
  });

  describe('zorg die eerder startte dan het is vastgelegd', () => {
    const aanmelding = '2025-02-03T10:00:00+01:00';
    const verhaal: Daarna[] = [
      ...besproken,
      ['keuze', 12, {}],
      ['wachtkeuze', 15, { reden: 'gekozen-behandelaar' }],
      // Care had started: what was recorded since then is no waiting any more.
      ['wachtkeuze-einde', 40],
      ['opschorting', 45],
      ['hervatting', 50],
      ['zorgstart', 60, { startDatum: '2025-03-10' }],
    ];
    const rapportOp = (moment: number) =>
      cijfersVan(maakHalfjaarrapport(halfjaar, [feit(aanmelding, moment, verhaal)], [], moment));

    it('telt tot de dag waarop de zorg startte, en wat stilstond ook', () => {
      expect(rapportOp(peil)).toMatchObject({ wachttijdBrutoMediaan: 35, wachttijdNettoMediaan: 15 });
    });

    it('telt niet meer als wachtend op een moment tussen de start en het vastleggen', () => {
      expect(rapportOp(Date.parse('2025-03-20T10:00:00+01:00'))).toMatchObject({
        wachttijdBrutoMediaan: 35,
        wachtendBrutoMediaan: null,
      });
      expect(rapportOp(Date.parse('2025-03-09T10:00:00+01:00'))).toMatchObject({
        wachttijdBrutoMediaan: null,
        wachtendBrutoMediaan: 34,
      });
    });

    it('had duidelijkheid toen de zorg startte, ook als de keuze later is vastgelegd', () => {
      const later: Daarna[] = [
        ...besproken,
        ['keuze', 50, {}],
        ['zorgstart', 60, { startDatum: '2025-02-13' }],
      ];
      const rapport = maakHalfjaarrapport(halfjaar, [feit(aanmelding, peil, later)], [], peil);
      expect(cijfersVan(rapport)).toMatchObject({
        duidelijkheidGewoonMediaan: 10,
        ambitieGewoonGehaald: 100,
      });
      expect(rijVan(rapport, 'aanbod', 'bekend')).toEqual([1, 0, 1]);
    });
  });
});

describe('een start die bekend wordt nadat de keuze is vervallen', () => {
  const duidelijkheid = (daarna: Daarna[]) =>
    cijfersVan(rapportOver([q1, daarna])).duidelijkheidGewoonMediaan;

  it.each(['2025-03-18', '2025-03-19', '2025-03-20', '2025-03-25'])(
    'laat de duidelijkheid van die keuze gelden, ook als de zorg op %s begon',
    (startDatum) => expect(duidelijkheid(alsnog(startDatum))).toBe(9),
  );

  it('maar niet die van een keuze waarna de situatie veranderde', () => {
    expect(duidelijkheid(alsnog('2025-03-25', ['situatie', 40, {}]))).toBe(43);
  });
});
