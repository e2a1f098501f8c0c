import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inOnderzoek } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('bestaat niet voor een aanbieder: lezen en antwoorden geven 404, en er verandert niets', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const onderzoek = onderzoeken[0] ?? '';
  const ander = { rol: 'aanbieder', aanbieder: 'aanbieder-02' } as const;
  const besluiten = {
    bevestiging: {},
    nieuws: { nieuws: 'Wij weten het al.' },
    vraag: { soorten: ['anders'], vraag: 'Wie is dit?' },
    antwoord: { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' },
  };
  expect(await op.vraag('GET', `/v1/onderzoeken/${onderzoek}`, undefined, ander)).toMatchObject({
    status: 404,
    inhoud: { type: expect.stringMatching(/:niet-gevonden$/) },
  });
  for (const [soort, inhoud] of Object.entries(besluiten))
    expect(await op.vraag('POST', `/v1/onderzoeken/${onderzoek}/${soort}`, inhoud, ander)).toMatchObject({
      status: 404,
    });
  expect(await op.onderzoek(onderzoek)).toMatchObject({ status: 'gevraagd' });
  expect(await op.db.invoer.count({ where: { onderzoekId: onderzoek } })).toBe(0);
  expect(
    await op.vraag(
      'POST',
      `/v1/onderzoeken/onderzoek-${kenmerk}-aanbieder-02-r9/antwoord`,
      besluiten.antwoord,
      ander,
    ),
  ).toMatchObject({ status: 404 });
});
