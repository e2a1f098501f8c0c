/** Care that started before it was recorded ends the waiting on the day on which it started, in the report and at the traject. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
  await bewaarVerhaal(op.db, {
    kenmerk: 'ZL-2025-0001',
    moment: '2025-02-03T10:00:00+01:00',
    daarna: [
      ['triage', 2, { uitkomst: 'bespreking' }],
      ['verslag', 10],
      ['keuze', 12],
      ['wachtkeuze', 15, { reden: 'gekozen-behandelaar' }],
      ['wachtkeuze-einde', 45],
      // On 4 April.
      ['zorgstart', 60, { startDatum: '2025-03-10' }],
    ],
  });
});
afterAll(() => op.sluit());

it('het rapport telt de wachttijd tot de dag waarop de zorg startte, niet tot de dag waarop dat is vastgelegd', async () => {
  const { inhoud } = await op.vraag('GET', '/v1/rapportages/halfjaar/2025-1', undefined, { rol: 'manager' });
  expect(inhoud.cijfers).toMatchObject({
    wachttijdBrutoMediaan: 35,
    wachttijdBrutoP90: 35,
    wachttijdNettoMediaan: 15,
    wachtendBrutoMediaan: null,
  });
});
