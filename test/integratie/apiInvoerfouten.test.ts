import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
  await wachtTot(
    () => op.verhaal(kenmerk),
    (verhaal) => verhaal.includes('traject-begonnen'),
  );
});
afterAll(() => op.sluit());

type Wijziging = (a: {
  aanmelder: Record<string, unknown>;
  jeugdige: Record<string, unknown>;
  [veld: string]: unknown;
}) => void;

function gewijzigd(wijzig: Wijziging): object {
  const aanmelding = structuredClone(aanmeldingVoorbeeld) as never as Parameters<Wijziging>[0];
  wijzig(aanmelding);
  return aanmelding;
}

const tellingen = () =>
  Promise.all([
    op.db.aanmelding.count(),
    op.db.jeugdige.count(),
    op.db.traject.count(),
    op.db.invoer.count(),
    op.db.gebeurtenis.count(),
    op.db.kenmerkreeks.findMany(),
  ]);

describe('een aanmelding die niet klopt', () => {
  const achttienVandaag = () => {
    const nu = new Date();
    return `${nu.getUTCFullYear() - 18}-01-01`;
  };
  it.each<[string, Wijziging, string, string]>([
    [
      'een veld dat niet bestaat',
      (a) => Object.assign(a, { schoenmaat: 38 }),
      'schoenmaat',
      'kennen wij niet',
    ],
    [
      'een veld dat niet bestaat in een groep',
      (a) => Object.assign(a.jeugdige, { bns: '1' }),
      'jeugdige.bns',
      'kennen wij niet',
    ],
    [
      'een BSN met een tikfout',
      (a) => Object.assign(a.jeugdige, { bsn: '999990018' }),
      'jeugdige.bsn',
      'geen geldig BSN',
    ],
    [
      'een BSN van acht cijfers',
      (a) => Object.assign(a.jeugdige, { bsn: '99999001' }),
      'jeugdige.bsn',
      'geen geldig BSN',
    ],
    [
      'een jeugdige van 18',
      (a) => Object.assign(a.jeugdige, { geboorteDatum: achttienVandaag() }),
      'jeugdige.geboorteDatum',
      '18 jaar of ouder',
    ],
    [
      'een geboortedatum in de toekomst',
      (a) => Object.assign(a.jeugdige, { geboorteDatum: '2999-01-01' }),
      'jeugdige.geboorteDatum',
      'toekomst',
    ],
    [
      'een datum die niet bestaat',
      (a) => Object.assign(a.jeugdige, { geboorteDatum: '2015-02-30' }),
      'jeugdige.geboorteDatum',
      'jjjj-mm-dd',
    ],
    [
      'een e-mailadres met een regeleinde',
      (a) => Object.assign(a.aanmelder, { email: 'a@b.example\r\nBcc: c@d.example' }),
      'aanmelder.email',
      'regeleinde',
    ],
    [
      'een naam met een regeleinde',
      (a) => Object.assign(a.aanmelder, { naam: 'Robin\nBcc: c@d.example' }),
      'aanmelder.naam',
      'zonder regeleinden',
    ],
    [
      'een gemeente die niet bestaat',
      (a) => Object.assign(a.jeugdige, { gemeente: 'atlantis' }),
      'jeugdige.gemeente',
      'Kies één van',
    ],
    ['een veld dat ontbreekt', (a) => delete a.jeugdige.naam, 'jeugdige.naam', 'ontbreekt'],
  ])('%s: zegt welk veld en wat te doen, en bewaart niets', async (_naam, wijzig, veld, melding) => {
    const eerder = await tellingen();
    const antwoord = await op.vraag('POST', '/v1/aanmeldingen', gewijzigd(wijzig), { rol: 'aanmelder' });
    expect(antwoord).toMatchObject({
      status: 400,
      headers: {
        'content-type': expect.stringContaining('application/problem+json'),
        'api-version': '1.0.0',
      },
      inhoud: {
        type: 'tag:zorglogistiek.example,2026:ongeldige-invoer',
        status: 400,
        title: expect.any(String),
        detail: expect.any(String),
        velden: [{ veld, label: expect.any(String), melding: expect.stringContaining(melding) }],
      },
    });
    expect(await tellingen()).toEqual(eerder);
  });

  it('herhaalt niet wat er is gestuurd', async () => {
    const antwoord = await op.vraag(
      'POST',
      '/v1/aanmeldingen',
      gewijzigd((a) => Object.assign(a.jeugdige, { bsn: '123123123', naam: 7 })),
      { rol: 'aanmelder' },
    );
    expect(antwoord.inhoud.velden).toHaveLength(2);
    expect(JSON.stringify(antwoord.inhoud)).not.toContain('123123123');
  });
});

describe('een verzoek dat niet te lezen is', () => {
  const stuur = async (payload: string, headers: Record<string, string> = {}) => {
    const antwoord = await op.api.inject({
      method: 'POST',
      url: '/v1/aanmeldingen',
      payload,
      headers: {
        authorization: `Bearer ${await op.token({ rol: 'aanmelder' })}`,
        'content-type': 'application/json',
        'idempotency-key': 'onleesbaar-1',
        ...headers,
      },
    });
    return {
      status: antwoord.statusCode,
      soort: antwoord.json().type.split(':').at(-1),
      headers: antwoord.headers,
    };
  };

  it.each<[string, string, Record<string, string>, number, string]>([
    ['kapotte JSON', '{"kanaal": "website",', {}, 400, 'ongeldige-json'],
    ['een lege inhoud', '', {}, 400, 'ongeldige-json'],
    ['JSON met een gevaarlijke sleutel', '{"__proto__": {"a": 1}}', {}, 400, 'ongeldige-json'],
    ['JSON die geen object is', '[1, 2]', {}, 400, 'ongeldige-invoer'],
    ['10 MB', `{"kanaal": "${'x'.repeat(10_000_000)}"}`, {}, 413, 'te-groot'],
    ['platte tekst', 'kanaal=website', { 'content-type': 'text/plain' }, 415, 'verkeerd-mediatype'],
    [
      'een formulier',
      'kanaal=website',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'verkeerd-mediatype',
    ],
  ])('%s', async (_naam, payload, headers, status, soort) => {
    const eerder = await tellingen();
    const antwoord = await stuur(payload, headers);
    expect(antwoord).toMatchObject({
      status,
      soort,
      headers: {
        'content-type': expect.stringContaining('application/problem+json'),
        'api-version': '1.0.0',
      },
    });
    expect(await tellingen()).toEqual(eerder);
  });

  it('10 MB over een echte verbinding', async () => {
    const adres = await op.api.listen({ port: 0, host: '127.0.0.1' });
    const antwoord = await fetch(`${adres}/v1/aanmeldingen`, {
      method: 'POST',
      body: 'x'.repeat(10_000_000),
      headers: {
        authorization: `Bearer ${await op.token({ rol: 'aanmelder' })}`,
        'content-type': 'application/json',
        'idempotency-key': 'groot-1',
      },
    });
    expect(antwoord.status).toBe(413);
  });

  it('een adres dat niet te lezen is, krijgt uitleg in het Nederlands', async () => {
    const antwoord = await op.api.inject({ url: '/v1/trajecten/%ZZ' });
    expect(antwoord.statusCode).toBe(400);
    expect(antwoord.json()).toMatchObject({
      type: 'tag:zorglogistiek.example,2026:ongeldig-verzoek',
      detail:
        'Wij kunnen dit verzoek niet lezen. Kijk na of het adres en de headers kloppen en stuur het verzoek opnieuw.',
    });
  });

  it('zonder Idempotency-Key', async () => {
    const antwoord = await op.api.inject({
      method: 'POST',
      url: '/v1/aanmeldingen',
      payload: aanmeldingVoorbeeld,
      headers: { authorization: `Bearer ${await op.token({ rol: 'aanmelder' })}` },
    });
    expect(antwoord.statusCode).toBe(400);
    expect(antwoord.json().velden).toMatchObject([{ veld: 'idempotency-key', label: 'Idempotency-Key' }]);
  });
});

describe('een adres dat niet bestaat', () => {
  it.each([
    '/v1/bestaat-niet',
    '/v1/trajecten/',
    '/v1/trajecten/ZL-2099-0001',
    '/v1/trajecten/geen-kenmerk',
    '/v1/trajecten/ZL-2099-0001/gebeurtenissen',
    '/v1/onderzoeken/onderzoek-ZL-2099-0001-aanbieder-01-r1',
    '/v1/onderzoeken/geen-onderzoek',
    '/v1/aanbieders/onbekend/contacten',
    '/v1/aanmeldingen/ZL-2099-0001',
    '/v1/invoer/0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10',
  ])('GET %s is 404', async (url) => {
    expect(await op.vraag('GET', url)).toMatchObject({
      status: 404,
      inhoud: { type: expect.stringMatching(/:niet-gevonden$/), status: 404 },
    });
  });

  it.each([
    ['/v1/trajecten?limiet=0', 'limiet'],
    ['/v1/trajecten?limiet=101', 'limiet'],
    ['/v1/trajecten?fase=onbekend', 'fase'],
    ['/v1/trajecten?teLaat=ja', 'teLaat'],
    ['/v1/trajecten?kleur=rood', 'kleur'],
    ['/v1/trajecten?cursor=onzin', 'cursor'],
  ])('GET %s is 400 en noemt het veld', async (url, veld) => {
    expect(await op.vraag('GET', url)).toMatchObject({ status: 400, inhoud: { velden: [{ veld }] } });
  });
});

describe('een besluit dat niet klopt', () => {
  it.each<[string, string, object, string]>([
    ['een afwijzing zonder reden', 'triage', { uitkomst: 'afgewezen' }, 'reden'],
    [
      'een onbekende coördinator',
      'triage',
      { uitkomst: 'bespreking', coordinator: 'manager-1' },
      'coordinator',
    ],
    ['een tafeldatum die voorbij is', 'tafeldatum', { tafelDatum: '2020-01-14' }, 'tafelDatum'],
    [
      'een onbekende aanbieder',
      'verslag',
      { aanbieders: ['aanbieder-01', 'aanbieder-999'], ...besproken, verslag: 'Afgesproken.' },
      'aanbieders.1',
    ],
    [
      'een aanbieder die twee keer is genoemd',
      'verslag',
      { aanbieders: ['aanbieder-01', 'aanbieder-01'], ...besproken, verslag: 'Afgesproken.' },
      'aanbieders',
    ],
    ['een start in de toekomst', 'zorgstart', { startDatum: '2999-01-01' }, 'startDatum'],
    ['een wachtreden die niet bestaat', 'wachtreden', { wachtreden: 'pech' }, 'wachtreden'],
    [
      'een evaluatie die voorbij is',
      'keuze',
      { aanbieders: ['aanbieder-01'], evaluatieDatum: '2020-01-01', overbruggingsplan: 'Begeleiding thuis.' },
      'evaluatieDatum',
    ],
    ['een start voor de aanmelding', 'zorgstart', { startDatum: '2020-01-01' }, 'startDatum'],
    ['een tafeldatum over meer dan twee jaar', 'tafeldatum', { tafelDatum: '2999-01-14' }, 'tafelDatum'],
    [
      'een verwachte start over meer dan twee jaar',
      'keuze',
      { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2999-01-01' },
      'verwachteStartDatum',
    ],
    [
      'een evaluatie over meer dan twee jaar',
      'overbrugging',
      { evaluatieDatum: '2999-01-01', overbruggingsplan: 'Begeleiding thuis.' },
      'evaluatieDatum',
    ],
  ])('%s', async (_naam, soort, inhoud, veld) => {
    const eerder = await tellingen();
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud);
    expect(antwoord).toMatchObject({ status: 400, inhoud: { velden: [{ veld }] } });
    expect(await tellingen()).toEqual(eerder);
  });

  it('een triage door wie geen medewerker is, zonder een collega te noemen', async () => {
    const eerder = await tellingen();
    const url = `/v1/trajecten/${kenmerk}/triage`;
    const antwoord = await op.vraag('POST', url, { uitkomst: 'bespreking' }, { wie: 'coordinator-99' });
    expect(antwoord).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'coordinator', label: 'Coördinator' }] },
    });
    expect(await tellingen()).toEqual(eerder);
  });

  it('een antwoord van een aanbieder samen met zichzelf, of met een wachtlijst van meer dan twee jaar', async () => {
    const eigen = await op.meldAan();
    await op.besluit(eigen, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(eigen, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
    const { onderzoeken } = await op.besluit(eigen, 'verslag', {
      aanbieders: ['aanbieder-01'],
      ...besproken,
      verslag: 'Afgesproken.',
    });
    // What the verslag set in motion is stored before the rows are counted.
    await wachtTot(
      () => op.verhaal(eigen),
      (verhaal) => verhaal.includes('onderzoek-gevraagd') && verhaal.includes('traject-begonnen'),
    );
    const eerder = await tellingen();
    const url = `/v1/onderzoeken/${onderzoeken[0]}/antwoord`;
    for (const [inhoud, veld] of [
      [{ antwoord: 'samenwerking', metAanbieders: ['aanbieder-02', 'aanbieder-01'] }, 'metAanbieders.1'],
      [{ antwoord: 'wachtlijst', totDatum: '2999-01-01' }, 'totDatum'],
    ] as const)
      expect(
        await op.vraag('POST', url, inhoud, { rol: 'aanbieder', aanbieder: 'aanbieder-01' }),
      ).toMatchObject({ status: 400, inhoud: { velden: [{ veld }] } });
    expect(await tellingen()).toEqual(eerder);
  });

  it('in de verkeerde fase vertelt wat wel kan', async () => {
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/zorgstart`, {
      startDatum: await op.datum(0),
    });
    expect(antwoord).toMatchObject({
      status: 409,
      inhoud: {
        type: expect.stringMatching(/:verkeerde-fase$/),
        toegestaan: expect.arrayContaining(['triage', 'complexiteit', 'wachtreden', 'intrekking']),
      },
    });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake' });
  });
});
