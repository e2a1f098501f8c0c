/** What is published stays as it was published; a correction is a next version with its reason, and the manager hears of both. */
import { randomUUID } from 'node:crypto';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overnameNa } from '../../infra/herstel.ts';
import {
  bewaarPublicatie,
  gepubliceerdRapport,
  maakPublicatie,
  RapportGeschonden,
} from '../../infra/rapportage.ts';
import type { Daarna } from '../support/feiten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarRegel, bewaarVerhaal } from '../support/rapportrijen.ts';
import { wachtTot } from '../support/wachtTot.ts';

const pad = '/v1/rapportages/halfjaar/2025-1';
const manager = { rol: 'manager' } as const;
const publiceer = (inhoud: object = {}, wie: object = {}, waar = pad) =>
  op.vraag('POST', `${waar}/publicatie`, inhoud, { ...manager, ...wie });
const lees = async (vraag = '') => (await op.vraag('GET', `${pad}${vraag}`, undefined, manager)).inhoud;

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  for (const nummer of ['0001', '0002', '0003'])
    await bewaarVerhaal(op.db, { kenmerk: `ZL-2025-${nummer}`, moment: '2025-05-12T10:00:00+02:00' });
  // There were aanmeldingen in every period that is published here.
  await bewaarVerhaal(op.db, { kenmerk: 'ZL-2020-0001', moment: '2020-05-12T10:00:00+02:00' });
  await op.db.medewerker.createMany({
    data: [
      { code: 'manager-van-de-test', rol: 'manager', email: 'manager-van-de-test@zorglogistiek.example' },
    ],
  });
});
afterAll(() => op.sluit());

describe('een gepubliceerd rapport', () => {
  it('verandert niet als de cijfers daarna veranderen; een verbetering is een nieuwe versie met een reden', async () => {
    const eerste = await publiceer({}, { sleutel: 'publicatie-1' });
    expect(eerste).toMatchObject({
      status: 201,
      inhoud: { rapportId: 'halfjaarverslag-2025-1', soort: 'halfjaar', periode: '2025-1', versie: 1 },
      headers: { location: `${pad}?versie=1` },
    });
    const gepubliceerd = await lees();
    expect(gepubliceerd).toMatchObject({
      status: 'gepubliceerd',
      versie: 1,
      wie: 'manager-1',
      reden: null,
      cijfers: { aanmeldingen: 3, bespreking: 0, open: 3 },
      vingerafdruk: expect.stringMatching(/^[0-9a-f]{64}$/),
    });

    await bewaarRegel(op.db, 'ZL-2025-0001', '2025-05-20T10:00:00+02:00', 'verslag');
    expect(await lees()).toEqual(gepubliceerd);
    expect(await lees('?versie=nu')).toMatchObject({
      status: 'concept',
      cijfers: { bespreking: 1, open: 2 },
    });

    // The same request again is the same publication; another one needs a reason.
    expect(await publiceer({}, { sleutel: 'publicatie-1' })).toMatchObject({
      status: 201,
      inhoud: { versie: 1 },
    });
    expect(await publiceer()).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'reden', melding: expect.stringContaining('versie 2') }] },
    });
    const reden = 'Van één bespreking was het verslag nog niet vastgelegd.';
    expect(await publiceer({ reden })).toMatchObject({
      status: 201,
      inhoud: { rapportId: 'halfjaarverslag-2025-1-v2', versie: 2 },
    });
    expect(await lees()).toMatchObject({ versie: 2, reden, cijfers: { bespreking: 1, open: 2 } });
    expect(await lees('?extern=true')).toMatchObject({
      versie: 2,
      reden: null,
      wie: null,
      vingerafdruk: null,
    });
    expect(await lees('?versie=1')).toEqual(gepubliceerd);
    // With the fingerprint of the figures as they are, the hidden ones could be guessed.
    const pagina = async (zoek: string) =>
      op.api.inject({
        url: `/v1/rapportages/halfjaar/2025-1.html${zoek}`,
        headers: { authorization: `Bearer ${await op.token(manager)}` },
      });
    const { vingerafdruk } = await lees();
    expect((await pagina('')).body).toContain(vingerafdruk);
    expect((await pagina('')).body).toContain('Alleen voor het team');
    expect((await pagina('?extern=true')).body).toContain('Versie 2');
    expect((await pagina('?extern=true')).body).not.toContain(vingerafdruk);
    expect((await pagina('?extern=true')).body).not.toContain('Alleen voor het team');
    expect(await lees('?versie=3')).toMatchObject({ status: 404 });

    const lijst = await op.vraag('GET', '/v1/rapportages?soort=halfjaar', undefined, manager);
    expect(lijst.inhoud.rapportages).toMatchObject([
      {
        rapportId: 'halfjaarverslag-2025-1',
        versie: 1,
        reden: null,
        vingerafdruk: gepubliceerd.vingerafdruk,
      },
      { rapportId: 'halfjaarverslag-2025-1-v2', versie: 2, reden },
    ]);
  });

  it('is in de database niet te wijzigen of te verwijderen, en zijn vingerafdruk klopt', async () => {
    const rij = await op.db.rapport.findUniqueOrThrow({ where: { id: 'halfjaarverslag-2025-1' } });
    expect(gepubliceerdRapport(rij, false)).toEqual(rij.gegevens);
    expect(gepubliceerdRapport(rij, true)).toEqual(rij.extern);
    const geknoeid = { ...(rij.extern as object), periode: '2025-2' };
    expect(() => gepubliceerdRapport({ ...rij, extern: geknoeid }, true)).toThrow(RapportGeschonden);
    await expect(op.db.rapport.updateMany({ data: { periode: '2024-1' } })).rejects.toThrow(
      /only ever added/,
    );
    await expect(op.db.rapport.deleteMany()).rejects.toThrow(/only ever added/);
    expect(await op.db.rapport.count()).toBe(2);
  });

  it('is gemeld aan de manager, per versie één keer, zonder een naam of een kind', async () => {
    const mails = await wachtTot(
      async () => op.smtp.berichten.filter(({ subject }) => subject?.includes('halfjaarverslag-2025-1')),
      (gevonden) =>
        gevonden.filter(({ to }) => JSON.stringify(to).includes('manager-van-de-test')).length === 2,
    );
    const tekst = mails.map(({ subject, text, html }) => `${subject} ${text} ${html}`).join('\n');
    expect(tekst).toContain('Halfjaarverslag Zorglogistiek 2025-1 is gepubliceerd');
    expect(tekst).toMatch(/\/l\/[\w-]{22}\.[\w-]{43}/);
    expect(tekst).not.toMatch(/Kanarievogel|2012|ZL-2025|bespreking was het verslag/);
    const workflow = op.workflow('halfjaarverslag-2025-1-v2');
    await workflow.result();
    const { History } = proto.temporal.api.history.v1;
    const bytes = History.encode((await workflow.fetchHistory()) as never).finish();
    const geschiedenis = Buffer.from(bytes).toString('latin1');
    expect(geschiedenis).toContain('2025-1');
    expect(geschiedenis).not.toMatch(/Kanarievogel|nog niet vastgelegd|manager-van-de-test@/);
    const audit = await op.db.auditRegel.findMany({
      where: { wat: 'rapport-gepubliceerd' },
      orderBy: { kenmerk: 'asc' },
    });
    expect(audit.map(({ wie, rol, kenmerk }) => [wie, rol, kenmerk])).toEqual([
      ['manager-1', 'manager', 'halfjaarverslag-2025-1'],
      ['manager-1', 'manager', 'halfjaarverslag-2025-1-v2'],
    ]);
  });
});

describe('publiceren', () => {
  it('kan niet van een periode die nog loopt', async () => {
    const jaar = new Date(await op.nu()).getUTCFullYear();
    expect(await publiceer({}, {}, `/v1/rapportages/experttafel/${jaar}`)).toMatchObject({
      status: 409,
      inhoud: {
        type: expect.stringMatching(/:periode-niet-voorbij$/),
        detail: expect.stringContaining(`1 januari ${jaar + 1}`),
      },
    });
    expect(await op.db.rapport.count({ where: { soort: 'experttafel' } })).toBe(0);
  });

  it('kan niet van een periode van voordat er aanmeldingen waren: dat is iets anders dan nul', async () => {
    for (const waar of ['/v1/rapportages/halfjaar/2015-2', '/v1/rapportages/experttafel/2019'])
      expect(await publiceer({}, {}, waar), waar).toMatchObject({
        status: 409,
        inhoud: {
          type: expect.stringMatching(/:geen-gegevens$/),
          detail: expect.stringContaining('Kies een latere periode'),
        },
      });
    const { inhoud } = await op.vraag('GET', '/v1/rapportages/halfjaar/2015-2', undefined, manager);
    expect(inhoud).toMatchObject({ leeg: true, cijfers: { aanmeldingen: 0 } });
    expect(await op.db.rapport.count({ where: { periode: { in: ['2015-2', '2019'] } } })).toBe(0);
  });

  it('kan niet van het weekoverzicht', async () => {
    expect(await publiceer({}, {}, '/v1/rapportages/week/2025-W27')).toMatchObject({
      status: 403,
      inhoud: { type: expect.stringMatching(/:alleen-intern$/) },
    });
  });

  it('heeft bij een eerste versie geen reden', async () => {
    expect(await publiceer({ reden: 'Zomaar.' }, {}, '/v1/rapportages/experttafel/2024')).toMatchObject({
      status: 400,
    });
  });

  it('geeft bij twee tegelijk ieder één versie, of zegt wie er eerst was', async () => {
    const antwoorden = await Promise.all(
      [1, 2, 3].map(() => publiceer({}, {}, '/v1/rapportages/experttafel/2023')),
    );
    const statussen = antwoorden.map(({ status }) => status).sort();
    expect(statussen[0]).toBe(201);
    for (const status of statussen.slice(1)) expect([400, 409]).toContain(status);
    expect(await op.db.rapport.count({ where: { soort: 'experttafel', periode: '2023' } })).toBe(1);
    const workflow = await op.workflow('experttafelverslag-2023').describe();
    expect(workflow.type).toBe('rapportage');
  });

  it('gaat na een breuk vanzelf verder: wat vastligt, wordt alsnog gemeld', async () => {
    const publicatie = { soort: 'experttafel', periode: '2022', versie: 1 } as const;
    const wie = { wie: 'manager-1', rol: 'manager' };
    const nu = await op.nu();
    const rijen = await maakPublicatie(op.db, { ...publicatie, ...wie, reden: null }, nu);
    await op.db.$transaction((tx) => bewaarPublicatie(tx, rijen));
    const invoerId = randomUUID();
    await op.db.invoer.createMany({
      data: [
        {
          id: invoerId,
          ...wie,
          idempotencyKey: 'gebroken',
          bodyHash: 'x',
          soort: 'publicatie',
          kenmerk: 'experttafelverslag-2022',
          codes: publicatie,
          vrijeTekst: {},
          ingediendTijdstip: new Date(nu - overnameNa - 1_000),
        },
      ],
    });
    await op.herstel();
    expect(await op.db.invoerUitkomst.findUnique({ where: { invoerId } })).toMatchObject({
      uitkomst: 'verwerkt',
      antwoord: { rapportId: 'experttafelverslag-2022', versie: 1 },
    });
    await op.workflow('experttafelverslag-2022').result();
    expect(op.mails('(experttafelverslag-2022)').length).toBeGreaterThan(0);
  });

  it('mag een coördinator niet', async () => {
    expect(await publiceer({}, { rol: 'coordinator' })).toMatchObject({ status: 403 });
  });
});

describe('het jaar van de Experttafel', () => {
  it('is te verbeteren: wat in januari is vastgelegd over december, telt in een nieuwe versie', async () => {
    const waar = '/v1/rapportages/experttafel/2021';
    const leesJaar = async (vraag: string) =>
      (await op.vraag('GET', `${waar}${vraag}`, undefined, manager)).inhoud;
    const daarna: Daarna[] = [
      ['triage', 1, { uitkomst: 'experttafel' }],
      ['advies', 30, { advies: 'maatwerk' }],
    ];
    for (const nummer of ['0001', '0002'])
      await bewaarVerhaal(op.db, {
        kenmerk: `ET-2021-${nummer}`,
        moment: '2021-09-13T10:00:00+02:00',
        daarna,
      });
    expect(await publiceer({}, {}, waar)).toMatchObject({ status: 201 });
    expect(await leesJaar('')).toMatchObject({ cijfers: { adviesNietUitgevoerd: 2 } });

    const inJanuari = (kenmerk: string, uitgevoerdDatum: string) =>
      bewaarRegel(op.db, kenmerk, '2022-01-10T10:00:00+01:00', 'advies-uitgevoerd', { uitgevoerdDatum });
    await inJanuari('ET-2021-0001', '2021-12-18');
    await inJanuari('ET-2021-0002', '2022-01-03');
    const reden = 'Een advies dat in december is uitgevoerd, was nog niet vastgelegd.';
    expect(await publiceer({ reden }, {}, waar)).toMatchObject({ status: 201, inhoud: { versie: 2 } });
    expect(await leesJaar('')).toMatchObject({ versie: 2, cijfers: { adviesNietUitgevoerd: 1 } });
    expect(await leesJaar('?versie=1')).toMatchObject({ cijfers: { adviesNietUitgevoerd: 2 } });
  });
});
