import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verleenStuktoegang } from '../../infra/stukken/toegang.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { openStuk, stuurStuk } from '../support/stukken.ts';
import { werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

describe('wie een stuk opent', () => {
  it('wordt vastgelegd, met de versie en het moment; de coördinator leest dat', async () => {
    const kenmerk = await op.meldAan();
    const eerste = (await stuurStuk(op, kenmerk)).inhoud;
    const tweede = (await stuurStuk(op, kenmerk)).inhoud;
    const tafelDatum = await werkdagOver(op, 7);
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
    await verleenStuktoegang(
      op.db,
      { kenmerk, contact: 'aanbieder-01-contact-1', aanbieder: 'aanbieder-01', tafelDatum },
      await op.nu(),
    );
    const voor = await op.nu();
    await openStuk(op, eerste.id, { rol: 'aanmelder' });
    await openStuk(op, tweede.id, { rol: 'aanbieder', wie: 'delegate-7', aanbieder: 'aanbieder-01' });
    const { status, inhoud } = await op.vraag('GET', `/v1/stukken/${eerste.id}/inzage`);
    expect(status).toBe(200);
    expect(inhoud.inzagen).toMatchObject([
      { stukId: eerste.id, versie: 1, wie: 'aanmelder-1', rol: 'aanmelder', aanbieder: null },
      { stukId: tweede.id, versie: 2, wie: 'delegate-7', rol: 'aanbieder', aanbieder: 'aanbieder-01' },
    ]);
    for (const { tijdstip } of inhoud.inzagen) expect(Date.parse(tijdstip)).toBeGreaterThanOrEqual(voor);
  });

  it('zonder dat te mogen, opent niets en staat nergens', async () => {
    const kenmerk = await op.meldAan();
    const { id } = (await stuurStuk(op, kenmerk)).inhoud;
    expect((await openStuk(op, id, { rol: 'aanmelder', wie: 'aanmelder-2' })).status).toBe(404);
    expect((await openStuk(op, id, { rol: 'aanbieder', aanbieder: 'aanbieder-01' })).status).toBe(404);
    expect((await openStuk(op, id, { rol: 'manager' })).status).toBe(403);
    const hoofd = await op.api.inject({
      method: 'HEAD',
      url: `/v1/stukken/${id}/inhoud`,
      headers: { authorization: `Bearer ${await op.token({})}` },
    });
    expect(hoofd.statusCode).toBe(404);
    expect((await op.vraag('GET', `/v1/stukken/${id}/inzage`)).inhoud).toEqual({ inzagen: [] });
  });

  it('kan dat niet ongedaan maken', async () => {
    const kenmerk = await op.meldAan();
    const { id } = (await stuurStuk(op, kenmerk)).inhoud;
    await openStuk(op, id);
    await expect(op.db.stukInzage.deleteMany({ where: { stukId: id } })).rejects.toThrow('only ever added');
    await expect(op.db.stuk.update({ where: { id }, data: { naam: 'x.pdf' } })).rejects.toThrow(
      'only ever added',
    );
  });
});
