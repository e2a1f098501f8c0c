import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { type Programma, startProgramma } from '../support/programma.ts';
import type { SmtpGedrag } from '../support/smtp.ts';
import { wachtTot } from '../support/wachtTot.ts';

describe.each<[string, SmtpGedrag]>([
  ['niets zegt', 'zwijgt'],
  ['na de groet niets meer zegt', 'zwijgtNaGroet'],
])('als de mailserver %s', (_wat, gedrag) => {
  let op: Opstelling;
  let worker: Programma | undefined;
  beforeAll(async () => {
    op = await maakOpstelling({ tijd: 'echt', metWorker: false });
  });
  afterAll(async () => {
    await worker?.dood();
    await op.sluit();
  });

  it('stopt een worker netjes, en de e-mail gaat daarna alsnog één keer uit', {
    timeout: 180_000,
  }, async () => {
    await op.smtp.zet(gedrag);
    worker = startProgramma('workers/worker.ts', [], op.omgevingsvariabelen);
    // More mails than there are connections to the mail server, so that some wait for their turn.
    const kenmerken = await Promise.all(Array.from({ length: 12 }, () => op.meldAan()));
    await wachtTot(
      () => op.db.bericht.count({ where: { pogingen: { gt: 0 } } }),
      (begonnen) => begonnen === kenmerken.length,
    );
    worker.proces.kill('SIGTERM');
    expect(await worker.einde).toBe(0);
    expect(await op.db.bericht.count({ where: { status: 'klaar' } })).toBe(2 * kenmerken.length);

    await op.smtp.zet('aan');
    await op.startWorker();
    await wachtTot(
      () => op.db.bericht.count({ where: { status: 'verzonden' } }),
      (verzonden) => verzonden === 2 * kenmerken.length,
      100_000,
    );
    for (const kenmerk of kenmerken) expect(op.mails(kenmerk)).toHaveLength(2);
  });
});
