/** Beside what the rules proposed a traject shows what was decided, with the reason to deviate; it stays. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('de triage: voorstel, besluit en reden, ook als het traject verder is gegaan', async () => {
  const kenmerk = await op.meldAan();
  expect(await op.traject(kenmerk)).toMatchObject({ triageVoorstel: 'bespreking', triage: null });
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'zorgbemiddeling',
    afwijkReden: 'overleg-met-aanmelder',
    toelichting: 'De aanmelder wil eerst een gesprek.',
  });
  const besloten = {
    triageVoorstel: 'bespreking',
    triage: { uitkomst: 'zorgbemiddeling', afwijkReden: 'overleg-met-aanmelder' },
  };
  expect(await op.traject(kenmerk)).toMatchObject(besloten);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorglogistiek', toelichting: 'Toch aan tafel.' });
  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'afgesloten', ...besloten });
});

it('wie het voorstel volgt, staat er zonder reden', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect(await op.traject(kenmerk)).toMatchObject({
    triageVoorstel: 'bespreking',
    triage: { uitkomst: 'bespreking', afwijkReden: null },
  });
});

it('ook een triage die het traject afsluit, blijft te lezen', async () => {
  const kenmerk = await op.meldAan();
  const codes = { uitkomst: 'doorverwezen', doorverwezenNaar: 'lokaal-team' };
  await op.besluit(kenmerk, 'triage', { ...codes, afwijkReden: 'nieuwe-informatie' });
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'afgesloten',
    triage: { uitkomst: 'doorverwezen', afwijkReden: 'nieuwe-informatie' },
  });
});

it('de weging: voorstel, besluit en reden', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'weging', {
    besluit: 'voorrang',
    elementen: [],
    afwijkReden: 'individuele-situatie',
    toelichting: 'Het gezinshuis stopt.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    weging: { voorstel: 'geen-voorrang', besluit: 'voorrang', afwijkReden: 'individuele-situatie' },
  });
});
