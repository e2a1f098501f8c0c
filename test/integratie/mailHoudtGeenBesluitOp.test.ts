import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

/** More than the hundred activities that one worker carries out at once; each has two mails. */
const aantalTrajecten = 110;

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(async () => {
  // Whoever hangs is let go, so that the worker can end.
  await op.smtp.zet('uit');
  await op.sluit();
});

const onderweg = (waar: object = {}) =>
  op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] }, ...waar } });

it('een mailserver die verbindingen aanneemt en zwijgt, houdt geen besluit op', {
  timeout: 180_000,
}, async () => {
  await op.smtp.zet('zwijgt');
  const kenmerken: string[] = [];
  for (let i = 0; i < aantalTrajecten; i += 10)
    kenmerken.push(...(await Promise.all(Array.from({ length: 10 }, () => op.meldAan()))));
  await wachtTot(onderweg, (aantal) => aantal >= 200);

  for (const kenmerk of [kenmerken[0] ?? '', kenmerken.at(-1) ?? '']) {
    const besluit = await op.vraag('POST', `/v1/trajecten/${kenmerk}/triage`, { uitkomst: 'bespreking' });
    expect(besluit).toMatchObject({ status: 200, inhoud: { fase: 'voorbereiding' } });
    expect(await onderweg({ kenmerk })).toBeGreaterThan(0);
  }
  expect(await onderweg()).toBeGreaterThan(200);
  expect(await op.db.bericht.count({ where: { status: 'verzonden' } })).toBe(0);
});
