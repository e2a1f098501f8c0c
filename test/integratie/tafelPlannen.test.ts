import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bouwApi } from '../../api/server.ts';
import { maakHerstel, overnameNa } from '../../infra/herstel.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { feestdagNa, leesTafel, opAgenda, planTafel, werkdagOver, zaterdagNa } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const isGestart = async (datum: string) =>
  (await op.workflow(`tafel-${datum}`).describe()).status.name === 'RUNNING';

describe('een tafel', () => {
  it('wordt met de hand gepland, één keer, en heeft dan haar eigen workflow', async () => {
    const datum = await werkdagOver(op, 20);
    const vraag = { datum, beginTijd: '13:00', plaats: 'online', agendaLimiet: 4 };
    const wie = { sleutel: 'tafel-een' };
    const eerste = await op.vraag('POST', '/v1/tafels', vraag, wie);
    expect(eerste).toMatchObject({
      status: 201,
      inhoud: { ...vraag, tafelId: `tafel-${datum}`, status: 'gepland' },
    });
    expect(eerste.headers.location).toBe(`/v1/tafels/${datum}`);
    expect(await op.vraag('POST', '/v1/tafels', vraag, wie)).toMatchObject({
      status: 201,
      inhoud: eerste.inhoud,
    });
    expect(await op.vraag('POST', '/v1/tafels', vraag)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:tafel-bestaat$/) },
    });
    expect(await isGestart(datum)).toBe(true);
    // What another reader may see: dates, and nothing of the agenda.
    const aanbieder = { rol: 'aanbieder', aanbieder: 'aanbieder-01' } as const;
    await opAgenda(op, datum);
    const lijst = await op.vraag('GET', `/v1/tafels?vanafDatum=${datum}`, undefined, aanbieder);
    expect(lijst.inhoud.tafels[0]).toMatchObject({ datum, beginTijd: '13:00' });
    expect(JSON.stringify(lijst.inhoud)).not.toMatch(/agenda"|uitgenodigd|ZL-/);
    expect(await op.vraag('GET', `/v1/tafels/${datum}`, undefined, aanbieder)).toMatchObject({ status: 403 });
  });

  it.each([
    ['op een dag in het weekend', async () => zaterdagNa(await op.datum(10)), 'weekend of een feestdag'],
    ['op een feestdag', async () => feestdagNa(await op.datum(10)), 'weekend of een feestdag'],
    ['op een dag die voorbij is', () => op.datum(-1), 'al voorbij'],
    ['op vandaag', () => op.datum(0), 'vandaag'],
    ['over meer dan twee jaar', () => op.datum(900), 'twee jaar'],
  ])('%s wordt niet gepland', async (_naam, datum, uitleg) => {
    const antwoord = await op.vraag('POST', '/v1/tafels', { datum: await datum() });
    expect(antwoord).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'datum', melding: expect.stringContaining(uitleg) }] },
    });
  });

  it('komt er vanzelf als een traject op een dag zonder tafel wordt gezet', async () => {
    const datum = await werkdagOver(op, 40);
    const kenmerk = await opAgenda(op, datum);
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland', agenda: [{ kenmerk }] });
    expect(await isGestart(datum)).toBe(true);
    const regel = await op.db.invoer.findFirstOrThrow({ where: { kenmerk: `tafel-${datum}` } });
    expect(regel).toMatchObject({ soort: 'tafel', wie: 'coordinator-1', codes: { datum } });
  });

  it('begint alsnog als Temporal weg was toen zij werd gepland', async () => {
    const datum = await werkdagOver(op, 60);
    const logboek = pino({ level: 'silent' });
    const zonderTemporal = await bouwApi({
      db: op.db,
      temporal: new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
      instellingen: op.instellingen,
      klok: systeemKlok,
      logboek,
    });
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const bewaard = await zonderTemporal.inject({
      method: 'POST',
      url: `/v1/trajecten/${kenmerk}/tafeldatum`,
      payload: { tafelDatum: datum },
      headers: { authorization: `Bearer ${await op.token({})}`, 'idempotency-key': 'tafel-zonder-temporal' },
    });
    expect(bewaard.statusCode).toBe(202);
    await zonderTemporal.close();
    await expect(isGestart(datum)).rejects.toThrow();
    await maakHerstel({
      db: op.db,
      temporal: op.client,
      taskQueue: op.instellingen.ZL_TASK_QUEUE,
      // Later than anything that is left to the API itself.
      klok: { nu: () => Date.now() + overnameNa + 1_000 },
      logboek,
    })();
    expect(await isGestart(datum)).toBe(true);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking', tafelDatum: datum });
  });

  it('begint op een andere tijd of een andere plaats, met een besluit dat iemand nam', async () => {
    const datum = await werkdagOver(op, 80);
    await planTafel(op, datum);
    const wijzig = (inhoud: object) => op.vraag('POST', `/v1/tafels/${datum}/wijziging`, inhoud);
    expect(await wijzig({})).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'beginTijd' }] } });
    expect(await wijzig({ beginTijd: '24:00' })).toMatchObject({ status: 400 });
    expect(await wijzig({ beginTijd: '15:45' })).toMatchObject({
      status: 200,
      inhoud: { beginTijd: '15:45' },
    });
    const tafel = await leesTafel(op, datum);
    expect(tafel).toMatchObject({ beginTijd: '15:45', plaats: 'kantoor' });
    expect(Date.parse(tafel.eindTijdstip) - Date.parse(tafel.beginTijdstip)).toBe(7_200_000);
    const regels = await op.db.auditRegel.findMany({
      where: { kenmerk: `tafel-${datum}` },
      orderBy: { tijdstip: 'asc' },
    });
    expect(regels.map(({ wat, wie }) => [wat, wie])).toEqual([
      ['tafel-gepland', 'systeem'],
      ['tafel-gewijzigd', 'coordinator-1'],
    ]);
    expect(await op.vraag('POST', '/v1/tafels/2020-01-14/wijziging', { plaats: 'online' })).toMatchObject({
      status: 404,
    });
  });

  it('verandert niet door een update die van niemand is', async () => {
    const datum = await werkdagOver(op, 100);
    await planTafel(op, datum);
    const vervalst = op.workflow(`tafel-${datum}`).executeUpdate('vervallen', {
      args: [{ invoerId: '00000000-0000-4000-8000-000000000000', codes: { reden: 'anders' } }],
    });
    await expect(vervalst).rejects.toThrow();
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland' });
    const naam = await op.workflow(`tafel-${datum}`).describe();
    expect(naam.status.name).toBe('RUNNING');
  });

  it('toont haar agenda op volgorde van voorrang, en zegt waarom', async () => {
    const datum = await werkdagOver(op, 120);
    const [een, twee, drie] = [
      await opAgenda(op, datum),
      await opAgenda(op, datum),
      await opAgenda(op, datum),
    ];
    await wachtTot(
      () => leesTafel(op, datum),
      ({ agenda }) => agenda.length === 3,
    );
    await op.db.$executeRaw`
      UPDATE "Traject" SET "toestand" = "toestand" || '{"weging":{"elementen":["gi"],"besluit":"voorrang"}}'
      WHERE "kenmerk" = ${drie}`;
    const { agenda } = await leesTafel(op, datum);
    expect(agenda).toMatchObject([
      { kenmerk: drie, voorrang: true, waarom: expect.stringContaining('Voorrang') },
      { kenmerk: een, voorrang: false, waarom: expect.stringContaining('Nog niet gewogen') },
      { kenmerk: twee, voorrang: false },
    ]);
  });
});
