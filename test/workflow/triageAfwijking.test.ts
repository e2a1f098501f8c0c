/** The rules propose, the coördinator decides: a decision against the proposal carries its reason. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { zinnen } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** An aanmelding for which the rules propose Zorgbemiddeling: a gewone vraag, no aanbieder asked yet. */
const eenvoudig = () =>
  op.meldAan(({ vraag }) => {
    vraag.gevraagdeAanbieders = [];
  });

it('anders besluiten zonder reden wordt geweigerd, en verandert niets', async () => {
  const kenmerk = await op.meldAan();
  const voor = await wachtTot(
    () => op.traject(kenmerk),
    ({ versie }) => versie === 1,
  );
  const geweigerd = await op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, {
    uitkomst: 'zorgbemiddeling',
  });
  expect(geweigerd).toMatchObject({
    status: 409,
    inhoud: {
      type: 'tag:zorglogistiek.example,2026:afwijking-zonder-reden',
      title: 'De reden om af te wijken ontbreekt',
      detail: 'Het voorstel was “bespreking”. U mag anders besluiten: geef bij afwijkReden aan waarom.',
      toegestaan: expect.arrayContaining(['triage']),
    },
  });
  expect(await op.traject(kenmerk)).toEqual(voor);
  expect(await op.verhaal(kenmerk)).toEqual(['aangemeld', 'traject-begonnen']);
});

it('anders besluiten met een reden staat in het verhaal, naast het voorstel in het traject', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'zorgbemiddeling',
    afwijkReden: 'overleg-met-aanmelder',
    toelichting: 'De aanmelder wil eerst een gesprek.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    triageVoorstel: 'bespreking',
    spoor: 'zorgbemiddeling',
  });
  expect(await zinnen(op, kenmerk, 'triage')).toEqual([
    'De aanmelding gaat naar Zorgbemiddeling. Dat is anders dan het voorstel. Reden: overleg met aanmelder.',
  ]);
});

it('wie het voorstel volgt, hoeft geen reden te geven', async () => {
  const kenmerk = await eenvoudig();
  expect(await op.traject(kenmerk)).toMatchObject({ triageVoorstel: 'zorgbemiddeling' });
  expect(await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling' })).toMatchObject({
    fase: 'bemiddeling',
  });
  expect(await zinnen(op, kenmerk, 'triage')).toEqual(['De aanmelding gaat naar Zorgbemiddeling.']);
});

it('ook de gewone weg is een afwijking als de regels iets anders voorstellen', async () => {
  const kenmerk = await eenvoudig();
  expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, { uitkomst: 'bespreking' })).toMatchObject(
    { status: 409, inhoud: { detail: expect.stringContaining('“zorgbemiddeling”') } },
  );
});
