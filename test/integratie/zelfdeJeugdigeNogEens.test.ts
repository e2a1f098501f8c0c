import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let eerste: string;
let tweede: { kenmerk: string; meldingen: unknown[] };
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  eerste = await meldAan('aanmelder-1', '999990019').then(({ kenmerk }) => kenmerk);
  await wachtTot(
    () => op.mails(eerste).length,
    (aantal) => aantal === 2,
  );
  tweede = await meldAan('aanmelder-2', '999990019');
  await wachtTot(
    () => op.mails(tweede.kenmerk).length,
    (aantal) => aantal === 2,
  );
});
afterAll(() => op.sluit());

async function meldAan(wie: string, bsn: string) {
  const aanmelding = { ...aanmeldingVoorbeeld, jeugdige: { ...aanmeldingVoorbeeld.jeugdige, bsn } };
  const antwoord = await op.vraag('POST', '/v1/aanmeldingen', aanmelding, { rol: 'aanmelder', wie });
  expect(antwoord.status).toBe(201);
  return antwoord.inhoud;
}

const paden = (kenmerk: string) => [`/v1/trajecten/${kenmerk}`, `/v1/aanmeldingen/${kenmerk}`];
const lees = async (pad: string, wie: Vraag = {}) => (await op.vraag('GET', pad, undefined, wie)).inhoud;
const mailAanTeam = (kenmerk: string) =>
  op.mails(kenmerk).find(({ subject }) => subject?.startsWith('Nieuwe aanmelding'))?.text;

describe('een jeugdige die al een open traject heeft, en nog eens wordt aangemeld', () => {
  it('ziet de coördinator bij allebei de trajecten', async () => {
    for (const pad of paden(eerste))
      expect(await lees(pad), pad).toMatchObject({ andereKenmerken: [tweede.kenmerk] });
    for (const pad of paden(tweede.kenmerk))
      expect(await lees(pad), pad).toMatchObject({ andereKenmerken: [eerste] });
  });

  it('staat in de e-mail over de tweede aanmelding aan de coördinator, alleen als kenmerk', async () => {
    expect(mailAanTeam(eerste)).not.toContain('loopt al een traject');
    expect(mailAanTeam(tweede.kenmerk)).toContain(`voor deze jeugdige loopt al een traject: ${eerste}.`);
  });

  it('is voor niemand anders te zien: niet in het antwoord, niet bij het lezen en niet in de e-mail', async () => {
    expect(tweede.meldingen).toEqual([]);
    expect(JSON.stringify(tweede)).not.toContain(eerste);
    for (const pad of paden(tweede.kenmerk)) {
      const gelezen = await lees(pad, { rol: 'aanmelder', wie: 'aanmelder-2' });
      expect(gelezen.kenmerk, pad).toBe(tweede.kenmerk);
      expect(gelezen, pad).not.toHaveProperty('andereKenmerken');
      expect(JSON.stringify(gelezen), pad).not.toContain(eerste);
    }
    expect(await lees(`/v1/trajecten/${tweede.kenmerk}`, { rol: 'manager' })).not.toHaveProperty(
      'andereKenmerken',
    );
    const aanAanmelder = op.mails(tweede.kenmerk).filter(({ text }) => text !== mailAanTeam(tweede.kenmerk));
    expect(aanAanmelder).toHaveLength(1);
    expect(aanAanmelder[0]?.text).not.toContain(eerste);
  });

  it('geldt niet voor een andere jeugdige', async () => {
    const { kenmerk } = await meldAan('aanmelder-2', '999990020');
    for (const pad of paden(kenmerk)) expect(await lees(pad), pad).toMatchObject({ andereKenmerken: [] });
  });

  it('geldt niet meer als het andere traject is afgesloten', async () => {
    await op.besluit(eerste, 'intrekking', { reden: 'plek-gevonden' });
    for (const pad of paden(tweede.kenmerk))
      expect(await lees(pad), pad).toMatchObject({ andereKenmerken: [] });
    for (const pad of paden(eerste))
      expect(await lees(pad), pad).toMatchObject({ andereKenmerken: [tweede.kenmerk] });
  });
});
