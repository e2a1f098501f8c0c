/** Who is named as coördinator by somebody else, hears that the traject is now theirs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { ontvangers } from '../support/verloop.ts';
import { adresVan, mailMetKop, tekstVan, verzonden } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const afwijkReden = 'individuele-situatie';
const bericht = 'coordinator-gewijzigd';

it.each([
  ['bespreking', {}],
  ['zorgbemiddeling', { afwijkReden }],
  ['experttafel', { afwijkReden }],
  ['direct-voorleggen', { afwijkReden, aanbieders: ['aanbieder-01'] }],
])('bij de triage naar %s: de collega krijgt het kenmerk en een link', async (uitkomst, codes) => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst,
    ...codes,
    coordinator: 'coordinator-2',
    toelichting: 'Sam kent de kanarie al.',
  });
  expect(await ontvangers(op, kenmerk, bericht, 1)).toEqual(['coordinator-2']);
  const mail = await mailMetKop(op, kenmerk, 'U bent nu de coördinator van een traject');
  expect(adresVan(mail)).toBe('coordinator-2@zorglogistiek.example');
  expect(tekstVan(mail)).toContain(`U bent vanaf nu de coördinator van traject ${kenmerk}.`);
  expect(tekstVan(mail)).toContain(`http://zorglogistiek.example/trajecten/${kenmerk}`);
  expect(tekstVan(mail)).not.toMatch(/Sam|kanarie/);
});

it.each([
  ['zonder een naam te noemen', {}],
  ['met de eigen code', { coordinator: 'coordinator-1' }],
])('wie zelf de triage doet, %s, krijgt geen e-mail', async (_hoe, codes) => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', ...codes });
  await verzonden(op, kenmerk, 'naar-bespreking', 1);
  await verzonden(op, kenmerk, bericht, 0);
});

it('een traject dat bij de triage eindigt, is van niemand meer', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'afgewezen',
    reden: 'geen-verblijf',
    afwijkReden,
    coordinator: 'coordinator-2',
  });
  await op.trajectWorkflow(kenmerk).result();
  await verzonden(op, kenmerk, bericht, 0);
});

it('naar een ander team: de genoemde collega krijgt die e-mail, en geen tweede', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  const naar = { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen is genoeg.' };
  await op.besluit(kenmerk, 'spoor', { ...naar, coordinator: 'coordinator-2' });
  expect(await ontvangers(op, kenmerk, bericht, 1)).toEqual(['coordinator-2']);
  expect(await ontvangers(op, kenmerk, 'ander-team', 1)).toEqual(['aanmelder']);

  // Whoever takes it along to the other team knows it already.
  await op.besluit(
    kenmerk,
    'spoor',
    { ...naar, spoor: 'experttafel', coordinator: 'coordinator-1' },
    { wie: 'coordinator-1' },
  );
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'aanmelder']);
  await verzonden(op, kenmerk, bericht, 1);

  // Nobody named: the team is asked to take it up, and not who gave it away.
  await op.besluit(kenmerk, 'spoor', naar);
  expect(await ontvangers(op, kenmerk, 'ander-team', 4)).toEqual([
    'aanmelder',
    'aanmelder',
    'aanmelder',
    'team',
  ]);
});
