import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerken: string[];
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  op.smtp.weigert.add('robin@jeugdteam.example');
  kenmerken = [];
  for (let i = 0; i < 3; i += 1)
    kenmerken.push(
      await op.meldAan((aanmelding) => {
        aanmelding.aanmelder.email = 'robin@jeugdteam.example';
      }),
    );
  await wachtTot(
    () => op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }),
    (onderweg) => onderweg === 0,
  );
  await wachtTot(
    () => op.db.bericht.count({ where: { soort: 'bericht-mislukt', status: 'verzonden' } }),
    (gemeld) => gemeld === kenmerken.length,
  );
});
afterAll(() => op.sluit());

const zoek = (vraag: string, wie: Vraag = {}) => op.vraag('GET', `/v1/berichten?${vraag}`, undefined, wie);

interface Gevonden {
  kenmerk: string;
  soort: string;
}
const korter = (inhoud: { berichten: Gevonden[] }) =>
  inhoud.berichten.map(({ kenmerk, soort }) => `${kenmerk} ${soort}`);

describe('de e-mails die mislukt zijn', () => {
  it.each(['coordinator', 'manager'] as const)('staan in één lijst voor de %s, zonder adres', async (rol) => {
    const { status, inhoud } = await zoek('status=mislukt', { rol });
    expect(status).toBe(200);
    expect(korter(inhoud).sort()).toEqual(
      kenmerken.map((kenmerk) => `${kenmerk} ontvangst-aanmelding`).sort(),
    );
    expect(inhoud.volgende).toBeNull();
    expect(inhoud.berichten[0]).toMatchObject({ geadresseerde: 'aanmelder', smtpCode: 550 });
    expect(JSON.stringify(inhoud)).not.toContain('@');
  });

  it('komen in pagina’s, ieder één keer', async () => {
    const gezien: string[] = [];
    let cursor = '';
    do {
      const { inhoud } = await zoek(`status=mislukt&limiet=2${cursor && `&cursor=${cursor}`}`);
      expect(inhoud.berichten.length).toBeLessThanOrEqual(2);
      gezien.push(...korter(inhoud));
      cursor = inhoud.volgende ?? '';
    } while (cursor);
    expect(gezien).toHaveLength(kenmerken.length);
    expect(new Set(gezien).size).toBe(kenmerken.length);
  });

  it('staan niet tussen de verzonden e-mails', async () => {
    const { inhoud } = await zoek('status=verzonden&limiet=100');
    expect(inhoud.berichten.length).toBeGreaterThan(0);
    expect(korter(inhoud).join()).not.toContain('ontvangst-aanmelding');
  });

  it.each(['aanmelder', 'aanbieder'] as const)('ziet de %s niet', async (rol) => {
    const wie = rol === 'aanbieder' ? { rol, aanbieder: 'aanbieder-01' } : { rol };
    expect((await zoek('status=mislukt', wie)).status).toBe(403);
  });

  it.each([
    ['status=weg', 'status'],
    [`cursor=${Buffer.from('geen-uuid').toString('base64url')}`, 'cursor'],
  ])('een zoekvraag die niet klopt (%s) is 400, en zegt welk veld', async (vraag, veld) => {
    expect(await zoek(vraag)).toMatchObject({ status: 400, inhoud: { velden: [{ veld }] } });
  });
});
