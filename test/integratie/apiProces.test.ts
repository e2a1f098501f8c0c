import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { type Programma, startProgramma } from '../support/programma.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
const gestart: Programma[] = [];
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
});
afterAll(async () => {
  for (const { proces } of gestart) proces.kill('SIGKILL');
  await Promise.all(gestart.map(({ einde }) => einde));
  await op.sluit();
});

async function startApi(instellingen: Record<string, string> = {}) {
  const poort = await vrijePoort();
  const omgeving = {
    ...op.omgevingsvariabelen,
    ZL_LOGNIVEAU: 'info',
    ZL_CLAMAV: 'tcp://127.0.0.1:1',
    PORT: String(poort),
    ...instellingen,
  };
  const programma = startProgramma('api/main.ts', [], omgeving);
  gestart.push(programma);
  return { ...programma, adres: `http://127.0.0.1:${poort}` };
}

const meldAan = async (adres: string) =>
  fetch(`${adres}/v1/aanmeldingen`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await op.token({ rol: 'aanmelder' })}`,
      'content-type': 'application/json',
      'idempotency-key': `proces-${adres}`,
    },
    body: JSON.stringify(aanmeldingVoorbeeld),
  });

describe('het proces van de API', () => {
  it('neemt werk aan, en stopt netjes bij SIGTERM', async () => {
    const api = await startApi();
    await api.wachtOpRegel(/Server listening/);
    expect((await fetch(`${api.adres}/health/ready`)).status).toBe(200);
    expect((await meldAan(api.adres)).status).toBe(201);
    api.proces.kill('SIGTERM');
    expect(await api.einde).toBe(0);
    expect(api.uitvoer()).not.toContain(aanmeldingVoorbeeld.jeugdige.naam);
  });

  it('zegt welke instelling niet klopt', async () => {
    const api = await startApi({ ZL_JWT_SLEUTEL: 'te kort' });
    expect(await api.einde).toBe(2);
    expect(api.fouten()).toContain('ZL_JWT_SLEUTEL');
    expect(api.fouten()).not.toContain('te kort');
  });

  it('weigert te starten zonder virusscanner', async () => {
    const api = await startApi({ ZL_CLAMAV: '' });
    expect(await api.einde).toBe(2);
    expect(api.fouten()).toContain('ZL_CLAMAV ontbreekt; verwacht: het adres van ClamAV');
  });

  it('zegt dat de poort bezet is, en met welke instelling dat anders kan', async () => {
    const bezet = createServer();
    bezet.listen(0, '127.0.0.1');
    await once(bezet, 'listening');
    const api = await startApi({ PORT: String((bezet.address() as AddressInfo).port) });
    expect(await api.einde).toBe(1);
    expect(api.fouten()).toContain('PORT');
    bezet.close();
  });
});

describe('de API gedood voordat het traject is gestart', () => {
  it('zonder dat iemand het nog eens probeert, start het traject toch, één keer', {
    timeout: 180_000,
  }, async () => {
    const worker = startProgramma('workers/worker.ts', [], {
      ...op.omgevingsvariabelen,
      ZL_LOGNIVEAU: 'info',
    });
    gestart.push(worker);
    await worker.wachtOpRegel(/worker gestart/);
    // Takes every connection and says nothing: the API has stored the aanmelding and waits for Temporal.
    const stil = createServer();
    stil.listen(0, '127.0.0.1');
    await once(stil, 'listening');
    const adresStil = `127.0.0.1:${(stil.address() as AddressInfo).port}`;
    const api = await startApi({ TEMPORAL_ADDRESS: adresStil });
    await api.wachtOpRegel(/Server listening/);
    const sleutel = `proces-${api.adres}`;
    const verzoek = meldAan(api.adres).then(
      () => 'antwoord',
      () => 'geen antwoord',
    );
    const invoer = await wachtTot(
      () => op.db.invoer.findFirst({ where: { idempotencyKey: sleutel } }),
      (rij) => rij !== null,
    );
    api.proces.kill('SIGKILL');
    expect(await verzoek).toBe('geen antwoord');
    stil.close();

    const kenmerk = invoer?.kenmerk ?? '';
    await expect(op.trajectWorkflow(kenmerk).describe()).rejects.toThrow();
    // Nobody helps: the Schedule of the worker finds it within a minute.
    await wachtTot(
      () => op.verhaal(kenmerk),
      (verhaal) => verhaal.includes('traject-begonnen'),
      60_000,
    );
    expect((await op.trajectWorkflow(kenmerk).describe()).status.name).toBe('RUNNING');
    expect(await op.verhaal(kenmerk)).toEqual(['aangemeld', 'traject-begonnen']);
    expect(await op.db.aanmelding.count({ where: { kenmerk } })).toBe(1);
  });
});
