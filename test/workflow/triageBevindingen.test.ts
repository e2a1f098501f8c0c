/** What the rules of the triage found, for the coördinator alone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { triageVragen } from '../../domain/triageCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan(({ vraag }) => {
    vraag.sector = 'lvb';
    vraag.intelligentieOnderzoek = 'ontbreekt';
  });
});
afterAll(() => op.sluit());

const lees = async (rol: 'coordinator' | 'aanmelder') =>
  (await op.vraag('GET', `/v1/aanmeldingen/${kenmerk}`, undefined, { rol })).inhoud;

it('de coördinator leest het voorstel met iedere bevinding, en waar de regel vandaan komt', async () => {
  const { triagevoorstel } = await lees('coordinator');
  expect(triagevoorstel.uitkomst).toBe('bespreking');
  expect(triagevoorstel.bevindingen.map(({ code }: { code: string }) => code)).toEqual(triageVragen);
  expect(triagevoorstel.bevindingen).toContainEqual({
    code: 'sector-lvb',
    uitkomst: 'let-op',
    uitleg:
      'Het gaat om LVB-zorg. Zulke vragen worden vaak buiten de bespreking om aan aanbieders voorgelegd.',
    bron: 'halfjaarverslag-zorglogistiek-2025, “de cijfers”',
  });
  expect(triagevoorstel.bevindingen).toContainEqual(
    expect.objectContaining({ code: 'intelligentie-onderzoek', uitkomst: 'let-op' }),
  );
  for (const { bron } of triagevoorstel.bevindingen) expect(bron).not.toBe('');
});

it('blijft na de triage staan zoals het was, ook als er anders is besloten', async () => {
  const voor = await lees('coordinator');
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'direct-voorleggen',
    aanbieders: ['aanbieder-01'],
    afwijkReden: 'individuele-situatie',
  });
  expect((await lees('coordinator')).triagevoorstel).toEqual(voor.triagevoorstel);
});

it('de aanmelder leest de eigen aanmelding zonder het voorstel', async () => {
  const gelezen = await lees('aanmelder');
  expect(gelezen.kenmerk).toBe(kenmerk);
  expect(gelezen).not.toHaveProperty('triagevoorstel');
});
