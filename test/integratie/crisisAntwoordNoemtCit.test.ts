/** A crisis never waits: whatever is answered to a coördinator that reports one names the CIT, also when nothing could be done yet. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { bouwApi } from '../../api/server.ts';
import { citUit } from '../../infra/instellingen.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
let zonderTemporal: Api;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  zonderTemporal = await bouwApi({
    db: op.db,
    temporal: new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
    instellingen: op.instellingen,
    klok: systeemKlok,
    logboek: pino({ level: 'silent' }),
  });
});
afterAll(async () => {
  await zonderTemporal.close();
  await op.sluit();
});

const cit = () => ({ naam: 'Crisis Interventie Team (CIT)', ...citUit(op.instellingen) });
const belZelf = () => ({
  ...cit(),
  melding: expect.stringMatching(
    /^Bel nu zelf het Crisis Interventie Team \(CIT\): .*nog niemand gewaarschuwd\.$/,
  ),
});
const belAanmelder = () => ({
  ...cit(),
  melding: expect.stringMatching(
    /^Bel nu de aanmelder en vraag of het Crisis Interventie Team \(CIT\) is gebeld/,
  ),
});
const wegen = [
  ['crisis', {}],
  ['triage', { uitkomst: 'crisis' }],
] as const;

async function stuurZonderTemporal(url: string, payload: object, sleutel = randomUUID()) {
  const antwoord = await zonderTemporal.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      authorization: `Bearer ${await op.token({ rol: 'coordinator' })}`,
      'idempotency-key': sleutel,
    },
  });
  return { status: antwoord.statusCode, inhoud: antwoord.json(), waar: antwoord.headers.location as string };
}

it.each(wegen)(
  'verwerkt, met %s: bel de aanmelder; ook bij hetzelfde verzoek nog eens',
  async (soort, inhoud) => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const stuur = () => op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud, { sleutel });
    const eerste = await stuur();
    expect(eerste).toMatchObject({ status: 200, inhoud: { uitkomst: 'crisis', crisis: belAanmelder() } });
    expect((await stuur()).inhoud).toEqual(eerste.inhoud);
  },
);

it.each(wegen)('bewaard omdat Temporal weg is, met %s: bel nu zelf, het CIT eerst', async (soort, inhoud) => {
  const kenmerk = await op.meldAan();
  const {
    status,
    inhoud: bewaard,
    waar,
  } = await stuurZonderTemporal(`/v1/trajecten/${kenmerk}/${soort}`, inhoud);
  expect(status).toBe(202);
  expect(bewaard).toMatchObject({
    status: 'bewaard',
    crisis: belZelf(),
    // Who shows the message alone reads it as well.
    melding: expect.stringMatching(/^Bel nu zelf het Crisis Interventie Team .* Uw besluit is bewaard/),
  });
  expect((await op.vraag('GET', waar)).inhoud).toMatchObject({ status: 'bewaard', crisis: belZelf() });
});

it('geweigerd, of met een fout in de velden: ook dan staat er wie u belt', async () => {
  const kenmerk = await op.meldAan();
  const pad = `/v1/trajecten/${kenmerk}`;
  expect(await op.vraag('POST', `${pad}/triage`, { uitkomst: 'crisis', soorten: [] })).toMatchObject({
    status: 400,
    inhoud: { crisis: belZelf() },
  });
  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  expect(await op.vraag('POST', `${pad}/crisis`, {})).toMatchObject({
    status: 409,
    inhoud: { type: expect.stringMatching(/:afgesloten$/), crisis: belZelf() },
  });
});

it('een ander besluit noemt het CIT niet', async () => {
  const kenmerk = await op.meldAan();
  const { inhoud } = await op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, { uitkomst: 'bespreking' });
  expect(inhoud).not.toHaveProperty('crisis');
});
