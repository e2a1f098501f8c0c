/** A report is made from what is stored, for whoever may read it, and without small numbers for everybody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Daarna } from '../support/feiten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarRegel, bewaarVerhaal } from '../support/rapportrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
  const besproken: Daarna[] = [
    ['triage', 2, { uitkomst: 'bespreking' }],
    ['verslag', 9],
  ];
  const bemiddeld: Daarna[] = [['triage', 2, { uitkomst: 'zorgbemiddeling' }]];
  const naarExperttafel: Daarna[] = [
    ['triage', 2, { uitkomst: 'experttafel' }],
    ['advies', 30, { advies: 'maatwerk' }],
  ];
  const verhalen: [string, string, Daarna[], Record<string, unknown>?][] = [
    ...Array.from({ length: 9 }, (_, i): [string, string, Daarna[]] => [
      `ZL-2025-010${i}`,
      '2025-05-12T10:00:00+02:00',
      besproken,
    ]),
    ['ZL-2025-0001', '2025-02-10T10:00:00+01:00', besproken, { gemeente: 'delft' }],
    ['ZL-2025-0002', '2025-02-11T10:00:00+01:00', bemiddeld, { verblijfplaats: 'jeugdzorgplus' }],
    ['ZL-2025-0003', '2025-02-12T10:00:00+01:00', naarExperttafel],
    ['ZL-2024-0001', '2024-09-12T10:00:00+02:00', besproken],
    ['ET-2025-0001', '2025-03-12T10:00:00+01:00', [['triage', 2, { uitkomst: 'crisis' }]]],
  ];
  for (const [kenmerk, moment, daarna, begin = {}] of verhalen)
    await bewaarVerhaal(op.db, { kenmerk, moment, daarna, begin });
});
afterAll(() => op.sluit());

const lees = async (pad: string, rol: 'coordinator' | 'manager' = 'manager') =>
  (await op.vraag('GET', `/v1/rapportages/${pad}`, undefined, { rol })).inhoud;

describe('een rapport', () => {
  it('telt wat er gebeurde, met de periode ervoor en de definitie van ieder cijfer', async () => {
    const rapport = await lees('halfjaar/2025-1');
    expect(rapport).toMatchObject({
      soort: 'halfjaar',
      periode: '2025-1',
      status: 'concept',
      extern: false,
      versie: null,
      cijfers: {
        aanmeldingen: 12,
        bespreking: 10,
        zorgbemiddeling: 1,
        doorTerugOfAfgewezen: 0,
        ingetrokken: 0,
        anders: 1,
        aanbodOnbekend: 11,
        jeugdzorgPlusK1: 1,
        jeugdzorgPlusK2: 0,
      },
      eerder: { aanmeldingen: 1, bespreking: 1 },
      onderdrukt: [],
    });
    expect(rapport.definities.map(({ code }: { code: string }) => code)).toEqual([
      ...Object.keys(rapport.cijfers),
      ...rapport.tabellen.map(({ code }: { code: string }) => code),
    ]);
    expect(await lees('halfjaar/2025-1', 'coordinator')).toEqual({
      ...rapport,
      peilTijdstip: expect.any(String),
      cijfers: {
        ...rapport.cijfers,
        wachtendBrutoMediaan: expect.any(Number),
        wachtendNettoMediaan: expect.any(Number),
      },
    });
  });

  it('verandert als er in één aanmelding iets anders gebeurt', async () => {
    const voor = (await lees('halfjaar/2025-1')).cijfers;
    await bewaarRegel(op.db, 'ZL-2025-0002', '2025-03-01T10:00:00+01:00', 'verslag');
    const na = (await lees('halfjaar/2025-1')).cijfers;
    expect(na).toMatchObject({ bespreking: voor.bespreking + 1, zorgbemiddeling: voor.zorgbemiddeling - 1 });
    expect(na.aanmeldingen).toBe(voor.aanmeldingen);
  });

  it('telt voor de Experttafel wie er door de triage kwam en wie er binnenkwam', async () => {
    expect((await lees('experttafel/2025')).cijfers).toEqual({
      aanmeldingen: 2,
      maatwerk: 1,
      jongeKinderen: 2,
      thuisOfNetwerk: 2,
      thuisOfNetwerkAandeel: 100,
      afwijzingen: 1,
      adviesNietUitgevoerd: 1,
    });
  });

  it('toont van de manager deze week wat vastloopt, en van een andere week niets', async () => {
    await op.meldAan();
    const nu = new Date(await op.nu()).toISOString();
    await op.db.traject.updateMany({
      where: { kenmerk: 'ZL-2025-0001' },
      data: { signalen: ['vastgelopen', 'te-laat'], vastgelopenRedenen: ['planning'] },
    });
    await op.db.traject.updateMany({
      where: { kenmerk: 'ZL-2025-0002' },
      data: { signalen: ['wachten-is-keuze'] },
    });
    const [week] = await op.db.$queryRaw<{ code: string }[]>`
      SELECT to_char(${nu}::timestamptz AT TIME ZONE 'Europe/Amsterdam', 'IYYY-"W"IW') AS "code"`;
    const overzicht = await lees(`week/${week?.code}`);
    expect(overzicht).toMatchObject({
      status: 'voorlopig',
      cijfers: { vastgelopen: 1, teLaat: 1, wachtenIsKeuze: 1 },
    });
    const redenen = overzicht.tabellen.find(({ code }: { code: string }) => code === 'redenen').rijen;
    expect(redenen).toContainEqual({
      code: 'planning',
      titel: 'Er is geen bespreking gepland',
      waarden: [1],
      onderdrukt: [],
    });
    expect(await lees('week/2025-W27')).toMatchObject({ status: 404 });
    expect(await lees(`week/${week?.code}?extern=true`)).toMatchObject({
      status: 403,
      type: expect.stringMatching(/:alleen-intern$/),
    });
  });
});

const leesCsv = async (pad: string, accept?: string) =>
  op.api.inject({
    url: `/v1/rapportages/${pad}`,
    headers: {
      authorization: `Bearer ${await op.token({ rol: 'manager' })}`,
      ...(accept ? { accept } : {}),
    },
  });

describe('buiten het team', () => {
  it('gaat niets dat niet is gepubliceerd: twee momenten samen verraden een kind', async () => {
    for (const vraag of ['halfjaar/2025-1?extern=true', 'halfjaar/2025-1?extern=true&versie=nu'])
      expect(await lees(vraag)).toMatchObject({
        status: 409,
        type: expect.stringMatching(/:niet-gepubliceerd$/),
      });
    expect(await lees('halfjaar/2025-1?extern=true&versie=7')).toMatchObject({ status: 404 });
  });

  it('leest een aanbieder of aanmelder het niet', async () => {
    for (const wie of [{ rol: 'aanmelder' }, { rol: 'aanbieder', aanbieder: 'aanbieder-01' }] as const)
      for (const pad of ['', '/halfjaar/2025-1', '/halfjaar/2025-1.csv', '/halfjaar/2025-1?extern=true'])
        expect((await op.vraag('GET', `/v1/rapportages${pad}`, undefined, wie)).status, pad).toBe(403);
  });
});

describe('een periode', () => {
  it('zonder gegevens geeft nullen, en geen medianen', async () => {
    const { cijfers, tabellen, definities } = await lees('halfjaar/2015-2');
    for (const { code, eenheid } of definities.filter(({ code }: { code: string }) => code in cijfers))
      expect(cijfers[code], code).toBe(eenheid === 'aantal' ? 0 : null);
    expect(tabellen.flatMap(({ totaal }: { totaal: { waarden: number[] } }) => totaal.waarden)).not.toContain(
      1,
    );
    expect(tabellen.length).toBeGreaterThan(5);
  });

  it('die nog loopt geeft voorlopige cijfers', async () => {
    const nu = new Date(await op.nu());
    const code = `${nu.getUTCFullYear()}-${nu.getUTCMonth() < 6 ? 1 : 2}`;
    const voor = (await lees(`halfjaar/${code}`)).cijfers.aanmeldingen;
    await op.meldAan();
    expect(await lees(`halfjaar/${code}`)).toMatchObject({
      status: 'voorlopig',
      cijfers: { aanmeldingen: voor + 1, open: voor + 1 },
    });
  });

  it.each(['halfjaar/2025', 'halfjaar/2025-3', 'experttafel/2025-1', 'halfjaar/2999-1', 'maand/2025-M01'])(
    '%s is er niet',
    async (pad) => expect(await lees(pad)).toMatchObject({ status: 404 }),
  );
});

describe('CSV', () => {
  it('heeft één cijfer per regel, met CRLF, achter het achtervoegsel en met de header Accept', async () => {
    const antwoord = await leesCsv('halfjaar/2025-1.csv');
    expect(antwoord.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="halfjaar-2025-1-intern.csv"',
    });
    const regels = antwoord.body.split('\r\n');
    expect(regels[0]).toBe(
      'rapport,periode,status,versie,peilTijdstip,tabel,tabelNaam,rij,rijNaam,kolom,eenheid,waarde,onderdrukt',
    );
    expect(regels[1]).toMatch(
      /^halfjaar,2025-1,concept,,20\S+Z,,,aanmeldingen,Aanmeldingen,2025-1,aantal,12,nee$/,
    );
    expect(antwoord.body).toContain(
      ',gemeenten,Aanmeldingen naar gemeente,delft,Delft,2025-K1,aantal,1,nee\r\n',
    );
    expect(antwoord.body).toContain(',"Door-, terug- of afgewezen",2025-1,aantal,0,nee\r\n');
    const metHeader = await leesCsv('halfjaar/2025-1', 'text/csv');
    expect(metHeader.body.split('\r\n')).toHaveLength(regels.length);
    expect((await leesCsv('halfjaar/2025-1', 'application/json, text/csv')).headers['content-type']).toMatch(
      /json/,
    );
  });
});

describe('een gepubliceerd rapport buiten het team', () => {
  it('staan er geen kleine aantallen in, en niets waaruit zij zijn terug te rekenen', async () => {
    expect(
      (await op.vraag('POST', '/v1/rapportages/halfjaar/2025-1/publicatie', {}, { rol: 'manager' })).status,
    ).toBe(201);
    const rapport = await lees('halfjaar/2025-1?extern=true');
    expect(rapport).toMatchObject({
      extern: true,
      cijfers: {
        aanmeldingen: 12,
        zorgbemiddeling: 0,
        anders: null,
        jeugdzorgPlusK1: null,
        jongeKinderen: null,
      },
    });
    expect(rapport.onderdrukt).toContain('jeugdzorgPlusK1');
    for (const { eenheid, rijen, totaal } of rapport.tabellen)
      for (const { waarden } of eenheid === 'aantal' ? [...rijen, totaal] : [])
        for (const waarde of waarden) expect(waarde === null || waarde === 0 || waarde > 4).toBe(true);
    const bespreking = rapport.tabellen[0].rijen[0];
    // Eleven of twelve, and all nine of the second quarter: shown, they would tell of the few in the first.
    expect(bespreking).toMatchObject({ code: 'bespreking', waarden: [null, null, null] });
  });

  it('zegt buiten het team wat is weggelaten', async () => {
    const { body } = await leesCsv('halfjaar/2025-1.csv?extern=true');
    expect(body).toContain(',gemeenten,Aanmeldingen naar gemeente,delft,Delft,2025-K1,aantal,,ja\r\n');
  });
});
