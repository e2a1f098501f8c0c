/** Double, late and contradictory decisions at the intake: one of them holds, the others are told why not. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verzonden } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const triage = (kenmerk: string, inhoud: object, sleutel = randomUUID() as string, wie = 'coordinator-1') =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, inhoud, { sleutel, wie });
const probleem = (soort: string) => ({ type: `tag:zorglogistiek.example,2026:${soort}` });
const aantalTriages = async (kenmerk: string) =>
  (await op.verhaal(kenmerk)).filter((soort) => soort === 'triage').length;

describe('twee keer', () => {
  it('met dezelfde sleutel gebeurt het één keer, en is het antwoord hetzelfde', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const eerste = await triage(kenmerk, { uitkomst: 'bespreking' }, sleutel);
    const tweede = await triage(kenmerk, { uitkomst: 'bespreking' }, sleutel);
    expect(tweede).toMatchObject({ status: 200, inhoud: eerste.inhoud });
    expect(await aantalTriages(kenmerk)).toBe(1);
    await verzonden(op, kenmerk, 'naar-bespreking', 1);
  });

  it('met dezelfde sleutel en een andere uitkomst wordt het geweigerd', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    await triage(kenmerk, { uitkomst: 'bespreking' }, sleutel);
    expect(
      await triage(kenmerk, { uitkomst: 'zorgbemiddeling', afwijkReden: 'nieuwe-informatie' }, sleutel),
    ).toMatchObject({ status: 409, inhoud: probleem('sleutel-hergebruikt') });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding' });
  });
});

describe('tegelijk en verschillend', () => {
  it('van twee coördinatoren wint er één, en de ander hoort dat het niet meer kan', async () => {
    const kenmerk = await op.meldAan();
    const antwoorden = await Promise.all([
      triage(kenmerk, { uitkomst: 'bespreking' }, randomUUID(), 'coordinator-1'),
      triage(
        kenmerk,
        { uitkomst: 'afgewezen', reden: 'geen-verblijf', afwijkReden: 'nieuwe-informatie' },
        randomUUID(),
        'coordinator-2',
      ),
    ]);
    const winnaars = antwoorden.filter(({ status }) => status === 200);
    const verliezers = antwoorden.filter(({ status }) => status === 409);
    expect([winnaars.length, verliezers.length]).toEqual([1, 1]);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: winnaars[0]?.inhoud.fase });
    expect(await aantalTriages(kenmerk)).toBe(1);
    // The one that lost is kept too, with why.
    expect(
      await op.db.invoer.count({
        where: { kenmerk, soort: 'triage', uitkomst: { uitkomst: 'geweigerd' } },
      }),
    ).toBe(1);
  });

  it('intrekken en triage tegelijk: hoe het ook loopt, het traject is daarna ingetrokken', async () => {
    const kenmerk = await op.meldAan();
    const [ingetrokken] = await Promise.all([
      op.vraag(
        'POST',
        `/v1/trajecten/${kenmerk}/intrekking`,
        { reden: 'plek-gevonden' },
        { rol: 'aanmelder' },
      ),
      triage(kenmerk, { uitkomst: 'bespreking' }),
    ]);
    expect(ingetrokken.status).toBe(200);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'afgesloten', uitkomst: 'ingetrokken' });
  });
});

describe('te laat', () => {
  it('een tweede triage kan niet, en het antwoord vertelt wat wel kan', async () => {
    const kenmerk = await op.meldAan();
    await triage(kenmerk, { uitkomst: 'bespreking' });
    const { status, inhoud } = await triage(kenmerk, { uitkomst: 'bespreking' });
    expect({ status, inhoud }).toMatchObject({
      status: 409,
      inhoud: {
        ...probleem('verkeerde-fase'),
        detail: 'Dit kan nu niet: het traject is in de voorbereiding van de bespreking.',
      },
    });
    expect(inhoud.toegestaan).toContain('tafeldatum');
    expect(inhoud.toegestaan).not.toContain('triage');
  });

  it('na een afwijzing kan er niets meer', async () => {
    const kenmerk = await op.meldAan();
    await triage(kenmerk, {
      uitkomst: 'afgewezen',
      reden: 'geen-verblijf',
      afwijkReden: 'overleg-met-aanmelder',
    });
    const besluiten: [string, object][] = [
      ['triage', { uitkomst: 'bespreking' }],
      ['informatievraag', { soorten: ['anders'], vraag: 'Een vraag die te laat komt.' }],
      ['informatie', { antwoord: 'Een antwoord dat te laat komt.' }],
      ['weging', { besluit: 'geen-voorrang' }],
      ['contact', { met: 'ouders', verslag: 'Een gesprek na het einde.' }],
      ['crisis', {}],
      ['overdracht', { naar: 'wlz', toelichting: 'Overgedragen na het einde.' }],
    ];
    for (const [soort, inhoud] of besluiten)
      expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud), soort).toMatchObject({
        status: 409,
        inhoud: { ...probleem('afgesloten'), toegestaan: [] },
      });
  });
});

describe('wat niet bij elkaar past', () => {
  it.each([
    ['afgewezen zonder reden', { uitkomst: 'afgewezen' }, 'reden'],
    ['doorverwezen naar niemand', { uitkomst: 'doorverwezen' }, 'doorverwezenNaar'],
    ['teruggestuurd zonder reden', { uitkomst: 'teruggestuurd' }, 'terugstuurReden'],
    ['direct voorgelegd aan niemand', { uitkomst: 'direct-voorleggen' }, 'aanbieders'],
    ['direct voorgelegd aan een lege lijst', { uitkomst: 'direct-voorleggen', aanbieders: [] }, 'aanbieders'],
    [
      'direct voorgelegd aan wie wij niet kennen',
      { uitkomst: 'direct-voorleggen', aanbieders: ['aanbieder-999'], afwijkReden: 'nieuwe-informatie' },
      'aanbieders.0',
    ],
    ['een reden die bij iets anders hoort', { uitkomst: 'bespreking', reden: 'geen-verblijf' }, 'reden'],
    ['een uitkomst die niet bestaat', { uitkomst: 'verhuizen' }, 'uitkomst'],
    [
      'een collega die wij niet kennen',
      { uitkomst: 'bespreking', coordinator: 'coordinator-9' },
      'coordinator',
    ],
  ])('%s: het veld wordt genoemd en er verandert niets', async (_, inhoud, veld) => {
    const kenmerk = await op.meldAan();
    expect(await triage(kenmerk, inhoud)).toMatchObject({
      status: 400,
      inhoud: { ...probleem('ongeldige-invoer'), velden: [{ veld, melding: expect.stringMatching(/\S/) }] },
    });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake' });
    expect(await op.db.invoer.count({ where: { kenmerk, soort: 'triage' } })).toBe(0);
  });
});
