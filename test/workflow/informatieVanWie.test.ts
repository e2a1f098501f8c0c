/** Who may answer a question for information, and when there is nothing to answer. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { zinnen } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const geef = (kenmerk: string, wie: Vraag = {}) =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/informatie`, { antwoord: 'Het verslag is er.' }, wie);
const vraag = { soorten: ['intelligentie'], vraag: 'Is er een verslag?' };
const nietGevraagd = {
  status: 409,
  inhoud: {
    type: 'tag:zorglogistiek.example,2026:niet-van-toepassing',
    detail: 'Er is niets gevraagd aan de aanmelder.',
  },
};

it('de aanmelder van dit traject geeft het antwoord, een andere aanmelder ziet het traject niet', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', vraag);
  expect(await geef(kenmerk, { rol: 'aanmelder', wie: 'aanmelder-2' })).toMatchObject({ status: 404 });
  expect(await geef(kenmerk, { rol: 'manager' })).toMatchObject({ status: 403 });
  expect(await geef(kenmerk, { rol: 'aanbieder', aanbieder: 'aanbieder-01' })).toMatchObject({ status: 403 });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'aanmelder' });

  expect(await geef(kenmerk, { rol: 'aanmelder', wie: 'aanmelder-1' })).toMatchObject({
    status: 200,
    inhoud: { wachtOp: 'coordinator' },
  });
  expect(await zinnen(op, kenmerk, 'informatie')).toEqual([
    'De aanmelder heeft de gevraagde informatie gegeven.',
  ]);
});

it('de coördinator kan het antwoord ook vastleggen, bijvoorbeeld na een telefoontje', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', vraag);
  expect(await geef(kenmerk)).toMatchObject({ status: 200 });
});

it('waar niets is gevraagd, valt niets te antwoorden', async () => {
  const kenmerk = await op.meldAan();
  expect(await geef(kenmerk, { rol: 'aanmelder' })).toMatchObject(nietGevraagd);
  expect(await op.verhaal(kenmerk)).not.toContain('informatie');
});

it('een tweede antwoord op dezelfde vraag wordt geweigerd, ook als het tegelijk komt', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', vraag);
  const antwoorden = await Promise.all([geef(kenmerk), geef(kenmerk, { rol: 'aanmelder' })]);
  expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await geef(kenmerk)).toMatchObject(nietGevraagd);
  expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'informatie')).toHaveLength(1);
});

it('een antwoord na het einde van het traject wordt geweigerd', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'informatievraag', vraag);
  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  expect(await geef(kenmerk, { rol: 'aanmelder' })).toMatchObject({
    status: 409,
    inhoud: { type: 'tag:zorglogistiek.example,2026:afgesloten' },
  });
});

it.each([
  ['zonder soort', { soorten: [], vraag: 'Wat is er bekend?' }, 'soorten'],
  ['met dezelfde soort twee keer', { soorten: ['anders', 'anders'], vraag: 'Wat is er bekend?' }, 'soorten'],
  ['zonder de vraag zelf', { soorten: ['anders'] }, 'vraag'],
])('een vraag %s wordt niet gesteld', async (_, inhoud, veld) => {
  const kenmerk = await op.meldAan();
  expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/informatievraag`, inhoud)).toMatchObject({
    status: 400,
    inhoud: { velden: [{ veld }] },
  });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator' });
});
