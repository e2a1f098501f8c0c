import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  geweigerd,
  inOnderzoek,
  inVoorbereiding,
  naWerkdagen,
  ontvangers,
  regels,
  totRegels,
  verstrijkVoorbij,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('de nieuwe coördinator krijgt vanaf dan de mails, en beiden horen het', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-2' });
  expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2', fase: 'onderzoek' });
  expect(await ontvangers(op, kenmerk, 'coordinator-gewijzigd', 2)).toEqual(['aanmelder', 'coordinator-2']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
  expect(await ontvangers(op, kenmerk, 'onderzoek-antwoord', 1)).toEqual(['coordinator-2']);
});

it('ook wat al liep loopt vast bij de nieuwe coördinator', async () => {
  const kenmerk = await inVoorbereiding(op);
  const [triage] = await regels(op, kenmerk, 'triage');
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-3' });
  await verstrijkVoorbij(op, naWerkdagen(triage?.tijdstip.getTime() ?? 0, 5));
  await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['coordinator-3']);
});

it('een coördinator die wij niet kennen wordt geweigerd bij het veld', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect(await geweigerd(op, kenmerk, 'coordinator', { coordinator: 'manager-1' })).toMatchObject({
    status: 400,
    velden: ['coordinator'],
  });
  expect((await op.traject(kenmerk)).coordinator).toBe('coordinator-1');
});
