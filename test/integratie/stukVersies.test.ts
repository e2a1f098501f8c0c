import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukBeleid } from '../../domain/stukken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { openStuk, pdf, stuurStuk, veldfout } from '../support/stukken.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

describe('een nieuwe versie van een stuk', () => {
  it('komt er met dezelfde soort en naam, of door te zeggen wat het vervangt; de oude blijft', async () => {
    const kenmerk = await op.meldAan();
    const eerste = await stuurStuk(op, kenmerk, { bestand: { inhoud: pdf('een') } });
    const tweede = await stuurStuk(op, kenmerk, { bestand: { inhoud: pdf('twee') } });
    const derde = await stuurStuk(op, kenmerk, {
      velden: { vervangt: eerste.inhoud.id },
      bestand: { naam: 'anders.pdf', inhoud: pdf('drie') },
    });
    const { id: reeks } = eerste.inhoud;
    expect([eerste, tweede, derde].map(({ inhoud }) => [inhoud.versie, inhoud.reeks])).toEqual([
      [1, reeks],
      [2, reeks],
      [3, reeks],
    ]);
    expect((await openStuk(op, reeks)).bytes.equals(pdf('een'))).toBe(true);
    expect((await openStuk(op, tweede.inhoud.id)).bytes.equals(pdf('twee'))).toBe(true);
    const codes = await op.db.gebeurtenis.findMany({
      where: { kenmerk, soort: 'stuk' },
      orderBy: { id: 'asc' },
    });
    expect(codes.map((rij) => rij.codes)).toEqual(
      [eerste, tweede, derde].map(({ inhoud }) => ({
        stukId: inhoud.id,
        stukSoort: 'plan',
        versie: inhoud.versie,
      })),
    );
  });

  it('komt er niet met een andere soort, een andere naam of in een ander traject', async () => {
    const [kenmerk, ander] = [await op.meldAan(), await op.meldAan()];
    const { inhoud: stuk } = await stuurStuk(op, kenmerk);
    const los = await Promise.all([
      stuurStuk(op, kenmerk, { velden: { soort: 'anders' } }),
      stuurStuk(op, kenmerk, { bestand: { naam: 'plan (2).pdf' } }),
      stuurStuk(op, ander),
    ]);
    expect(los.map(({ inhoud }) => inhoud.versie)).toEqual([1, 1, 1]);
    const elders = await stuurStuk(op, ander, { velden: { vervangt: stuk.id } });
    expect(elders.status).toBe(400);
    expect(veldfout(elders)?.veld).toBe('vervangt');
  });

  it('krijgt ook van wie tegelijk stuurt een eigen nummer', async () => {
    const kenmerk = await op.meldAan();
    const antwoorden = await Promise.all(
      Array.from({ length: 5 }, (_, i) => stuurStuk(op, kenmerk, { bestand: { inhoud: pdf(`${i}`) } })),
    );
    expect(antwoorden.map(({ inhoud }) => inhoud.versie).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('hetzelfde verzoek nog eens', () => {
  it('geeft het eerste antwoord, ook tegelijk en na het sluiten van het traject', async () => {
    const kenmerk = await op.meldAan();
    const wie = { sleutel: `dubbel-${kenmerk}` };
    const antwoorden = await Promise.all([1, 2, 3].map(() => stuurStuk(op, kenmerk, {}, wie)));
    const [eerste] = antwoorden;
    for (const antwoord of antwoorden)
      expect(antwoord).toMatchObject({
        status: 201,
        inhoud: { id: eerste?.inhoud.id, versie: 1, gemeld: true },
      });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    expect(await stuurStuk(op, kenmerk, {}, wie)).toMatchObject({
      status: 201,
      inhoud: { id: eerste?.inhoud.id },
    });
    expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(1);
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'stuk')).toHaveLength(1);
    const opSchijf = await readdir(op.instellingen.ZL_STUKKEN_MAP);
    expect(opSchijf.length).toBe((await op.db.stuk.count()) + 1);
  });

  it('met een andere inhoud, soort of naam wordt geweigerd', async () => {
    const kenmerk = await op.meldAan();
    const wie = { sleutel: `anders-${kenmerk}` };
    await stuurStuk(op, kenmerk, {}, wie);
    for (const anders of [
      { bestand: { inhoud: pdf('iets anders') } },
      { bestand: { naam: 'x.pdf' } },
      { velden: { soort: 'anders' } },
    ])
      expect(await stuurStuk(op, kenmerk, anders, wie)).toMatchObject({
        status: 409,
        inhoud: { type: expect.stringMatching(/:sleutel-hergebruikt$/) },
      });
    expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(1);
  });

  it('na een afgebroken eerste keer gaat verder met het stuk dat er al staat', async () => {
    const kenmerk = await op.meldAan();
    const wie = { sleutel: `afgebroken-${kenmerk}` };
    const { inhoud } = await stuurStuk(op, kenmerk, {}, wie);
    // As if the first request had ended between the stuk and its decision: the same row, under another key.
    const sleutel = `opnieuw-${kenmerk}`;
    await op.db.$executeRaw`ALTER TABLE "Stuk" DISABLE TRIGGER alleen_toevoegen`;
    await op.db.stuk.update({ where: { id: inhoud.id }, data: { idempotencyKey: sleutel } });
    await op.db.$executeRaw`ALTER TABLE "Stuk" ENABLE TRIGGER alleen_toevoegen`;
    expect(await stuurStuk(op, kenmerk, {}, { sleutel })).toMatchObject({
      status: 201,
      inhoud: { id: inhoud.id, versie: 1 },
    });
    expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(1);
  });
});

describe('het aantal stukken', () => {
  it('heeft een grens per traject', async () => {
    const kenmerk = await op.meldAan();
    const { inhoud } = await stuurStuk(op, kenmerk);
    const rij = await op.db.stuk.findUniqueOrThrow({ where: { id: inhoud.id } });
    await op.db.stuk.createMany({
      data: Array.from({ length: stukBeleid.hoogstensStukken - 1 }, (_, i) => ({
        ...rij,
        id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        versie: i + 2,
        idempotencyKey: `vulling-${i}`,
      })),
    });
    const antwoord = await stuurStuk(op, kenmerk);
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toMatch(/^Dit traject heeft al 30 stukken, oude versies meegeteld\./);
    expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(stukBeleid.hoogstensStukken);
  });
});
