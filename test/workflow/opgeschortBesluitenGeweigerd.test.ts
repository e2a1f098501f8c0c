import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { geweigerd, inOverbrugging, inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const evaluatie = async () => ({
  reden: 'veiligheid-eerst',
  evaluatieDatum: await op.datum(5),
  toelichting: 'Eerst veiligheid.',
});
const opgeschort = { status: 409, code: 'opgeschort', detail: expect.stringContaining('Hervat het eerst') };

it('iedere stap naar een plek wacht op de hervatting', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'opschorting', await evaluatie());
  const triage = { uitkomst: 'bespreking' };
  const { toegestaan } = await geweigerd(op, kenmerk, 'triage', triage);
  expect(toegestaan).toContain('hervatting');
  expect(toegestaan).not.toContain('triage');
  expect(await geweigerd(op, kenmerk, 'triage', triage)).toMatchObject(opgeschort);
  await op.besluit(kenmerk, 'hervatting', {});
  await op.besluit(kenmerk, 'triage', triage);

  await op.besluit(kenmerk, 'opschorting', await evaluatie());
  const tafel = { tafelDatum: await werkdagOver(op, 0) };
  const direct = { aanbieders: ['aanbieder-01'], reden: 'tijd-winnen' };
  const keuze = { aanbieders: ['aanbieder-01'], verwachteStartDatum: await op.datum(5) };
  for (const [soort, inhoud] of [
    ['tafeldatum', tafel],
    ['direct-voorleggen', direct],
    ['keuze', keuze],
    ['spoor', { spoor: 'experttafel', toelichting: 'Een lastige vraag.' }],
    ['complexiteit', { complexiteit: 'zeer-complex', reden: 'Er is meer.' }],
    ['wachtkeuze', { ...(await evaluatie()), reden: 'behandeling-later' }],
  ] as const)
    expect(await geweigerd(op, kenmerk, soort, inhoud), soort).toMatchObject(opgeschort);
  await op.besluit(kenmerk, 'hervatting', {});
  await op.besluit(kenmerk, 'tafeldatum', tafel);

  await op.besluit(kenmerk, 'opschorting', await evaluatie());
  const verslag = { aanbieders: ['aanbieder-01'], ...besproken, verslag: 'Eén aanbieder.' };
  expect(await geweigerd(op, kenmerk, 'verslag', verslag)).toMatchObject(opgeschort);
});

it('wat geen stap is kan gewoon, en het traject kan eindigen', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'opschorting', await evaluatie());
  await op.besluit(kenmerk, 'contact', { met: 'ouders', verslag: 'Het gaat.' });
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['risicotaxatie'], vraag: 'Is het veilig?' });
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-2' });
  expect(await op.besluit(kenmerk, 'intrekking', { reden: 'andere-route' })).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'ingetrokken',
  });
});

it('de zorg kan niet starten zolang het is opgeschort', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(3) });
  await op.besluit(kenmerk, 'opschorting', await evaluatie());
  expect(await geweigerd(op, kenmerk, 'zorgstart', { startDatum: await op.datum(0) })).toMatchObject(
    opgeschort,
  );
});
