import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakDatabase, maakSmtp, maakTijdspringer, type Smtp, temporal } from '../support/servers.ts';

describe('de servers van de tests', () => {
  test('een database is gemigreerd, leeg, en van één testbestand', async () => {
    const [een, twee] = [await maakDatabase(), await maakDatabase()];
    await een.db.kenmerkreeks.create({ data: { spoor: 'zorglogistiek', jaar: 2025, laatste: 1 } });
    expect(await een.db.kenmerkreeks.count()).toBe(1);
    expect(await twee.db.kenmerkreeks.count()).toBe(0);
    await Promise.all([een.sluit(), twee.sluit()]);
  });

  test('een namespace kent de zoekattributen en vindt een workflow erop terug', async () => {
    const eigen = await temporal();
    await eigen.client.workflow.start('bestaatNiet', {
      taskQueue: eigen.taskQueue,
      workflowId: 'traject-ZL-2025-0001',
      searchAttributes: { Fase: ['intake'], Signaal: ['te-laat', 'schadelijk'] },
    });
    const query = "Fase='intake' AND Signaal='schadelijk'";
    await expect
      .poll(async () => (await eigen.client.workflow.count(query)).count, { timeout: 30_000 })
      .toBe(1);
    await eigen.sluit();
  });

  test('een server met eigen dynamische instellingen', async () => {
    const eigen = await temporal({ 'limit.blobSize.error': 2_000, 'limit.blobSize.warn': 1_000 });
    const groot = eigen.client.workflow.start('bestaatNiet', {
      taskQueue: eigen.taskQueue,
      workflowId: 'groot',
      args: ['x'.repeat(4_000)],
    });
    await expect(groot).rejects.toThrow();
    await eigen.sluit();
  });

  test('de tijdspringer slaat een jaar over', async () => {
    const omgeving = await maakTijdspringer();
    const begin = await omgeving.currentTimeMs();
    await omgeving.sleep('365 days');
    expect((await omgeving.currentTimeMs()) - begin).toBeGreaterThanOrEqual(365 * 24 * 60 * 60 * 1000);
    await omgeving.teardown();
  });
});

describe('de mailserver van de tests', () => {
  let smtp: Smtp;
  beforeAll(async () => {
    smtp = await maakSmtp();
  });
  afterAll(() => smtp.sluit());

  const stuur = (onderwerp: string) =>
    createTransport(smtp.url).sendMail({
      from: 'a@zorglogistiek.example',
      to: 'b@zorglogistiek.example',
      subject: onderwerp,
      text: 'Dag',
    });

  test('neemt mail aan', async () => {
    await stuur('aan');
    expect((await smtp.wachtOp((bericht) => bericht.subject === 'aan')).text?.trim()).toBe('Dag');
  });

  test('weigert tijdelijk en blijvend', async () => {
    await smtp.zet('weigertTijdelijk');
    await expect(stuur('451')).rejects.toMatchObject({ responseCode: 451 });
    await smtp.zet('weigertBlijvend');
    await expect(stuur('550')).rejects.toMatchObject({ responseCode: 550 });
    expect(smtp.berichten.map((bericht) => bericht.subject)).toEqual(['aan']);
  });

  test('neemt aan en valt weg voordat het dat zegt', async () => {
    await smtp.zet('valtWegNaPunt');
    await expect(stuur('weg')).rejects.toThrow();
    expect(smtp.berichten.map((bericht) => bericht.subject)).toEqual(['aan', 'weg']);
  });

  test('is er niet, en komt op hetzelfde adres terug', async () => {
    await smtp.zet('uit');
    await expect(stuur('uit')).rejects.toMatchObject({ code: 'ESOCKET' });
    await smtp.zet('aan');
    await stuur('terug');
    expect(smtp.berichten.map((bericht) => bericht.subject)).toEqual(['aan', 'weg', 'terug']);
  });
});
