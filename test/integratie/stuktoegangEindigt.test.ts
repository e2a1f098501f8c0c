import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukkenlezersVan, stukkenVoor } from '../../infra/stukken/lezen.ts';
import { verleenStuktoegang } from '../../infra/stukken/toegang.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { openStuk, stuurStuk } from '../support/stukken.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const contactVan = (aanbieder: string) => `${aanbieder}-contact-1`;
const als = (aanbieder: string): Vraag => ({ rol: 'aanbieder', aanbieder });

async function verleen(
  kenmerk: string,
  aanbieder: string,
  contact = contactVan(aanbieder),
  dagen = 0,
): Promise<void> {
  const tafelDatum = await werkdagOver(op, dagen);
  await verleenStuktoegang(op.db, { kenmerk, contact, aanbieder, tafelDatum }, await op.nu());
}

/** A traject with one stuk that goes to the table, to which these aanbieders were given access. */
async function voorDeTafel(...aanbieders: string[]) {
  const kenmerk = await op.meldAan();
  const { id } = (await stuurStuk(op, kenmerk)).inhoud;
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  for (const aanbieder of aanbieders) await verleen(kenmerk, aanbieder);
  return { kenmerk, id };
}

const ziet = async (kenmerk: string, wie: Vraag): Promise<boolean> => {
  const { status } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`, undefined, wie);
  expect([200, 404]).toContain(status);
  return status === 200;
};

describe('de stukken van een traject', () => {
  it('ziet de aanmelder die het heeft aangemeld, en geen andere', async () => {
    const kenmerk = await op.meldAan();
    expect(await ziet(kenmerk, { rol: 'aanmelder' })).toBe(true);
    expect(await ziet(kenmerk, { rol: 'aanmelder', wie: 'aanmelder-2' })).toBe(false);
    expect(await stuurStuk(op, kenmerk, {}, { rol: 'aanmelder', wie: 'aanmelder-2' })).toMatchObject({
      status: 404,
    });
  });

  it('ziet een tafellid voor de bespreking alleen met toegang', async () => {
    const { kenmerk, id } = await voorDeTafel('aanbieder-01');
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(true);
    expect((await openStuk(op, id, als('aanbieder-01'))).status).toBe(200);
    expect(await ziet(kenmerk, als('aanbieder-02'))).toBe(false);
    expect((await openStuk(op, id, als('aanbieder-02'))).status).toBe(404);
  });

  it('ziet na het verslag alleen wie onderzoekt, en na de keuze alleen wie is gekozen', async () => {
    const { kenmerk, id } = await voorDeTafel('aanbieder-01', 'aanbieder-02', 'aanbieder-03');
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verslag: 'Twee aanbieders onderzoeken.',
    });
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(true);
    expect(await ziet(kenmerk, als('aanbieder-02'))).toBe(true);
    expect(await ziet(kenmerk, als('aanbieder-03'))).toBe(false);
    expect((await openStuk(op, id, als('aanbieder-03'))).status).toBe(404);

    await op.aanbiederZegt(onderzoeken[0], 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(
      () => op.verhaal(kenmerk),
      (soorten) => soorten.includes('onderzoek-gemeld'),
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(9),
    });
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(true);
    await wachtTot(
      () => ziet(kenmerk, als('aanbieder-02')),
      (mag) => !mag,
    );
  });

  it('ziet wie een vorige keer aan tafel zat niet vanzelf weer bij de volgende', async () => {
    const { kenmerk } = await voorDeTafel('aanbieder-01', 'aanbieder-03');
    await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01'],
      verslag: 'Eén onderzoekt.',
    });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 7) });
    expect(await ziet(kenmerk, als('aanbieder-03'))).toBe(false);
    const tafelDatum = await werkdagOver(op, 7);
    const nieuw = { kenmerk, contact: contactVan('aanbieder-03'), aanbieder: 'aanbieder-03', tafelDatum };
    await verleenStuktoegang(op.db, nieuw, await op.nu());
    expect(await ziet(kenmerk, als('aanbieder-03'))).toBe(true);
  });

  it('ziet geen enkele aanbieder meer als het traject is afgesloten', async () => {
    const { kenmerk, id } = await voorDeTafel('aanbieder-01');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
    expect((await openStuk(op, id, als('aanbieder-01'))).status).toBe(404);
  });
});

describe('ingetrokken toegang', () => {
  const verwijder = async (pad: string) =>
    op.api.inject({
      method: 'DELETE',
      url: `/v1/stuktoegangen/${pad}`,
      headers: { authorization: `Bearer ${await op.token({})}` },
    });
  const trekIn = (id: string) => verwijder(id);
  const geefTerug = (id: string) => verwijder(`${id}/intrekking`);

  it('geldt meteen, blijft gelden als de stukken nog eens worden verdeeld, en staat in de lijst', async () => {
    const { kenmerk, id } = await voorDeTafel('aanbieder-01');
    const lijst = async () =>
      (await op.vraag('GET', `/v1/trajecten/${kenmerk}/stuktoegangen`)).inhoud.stuktoegangen;
    const [toegang] = await lijst();
    expect(toegang).toMatchObject({
      contact: contactVan('aanbieder-01'),
      aanbieder: 'aanbieder-01',
      tafelDatum: await werkdagOver(op, 0),
      ingetrokkenTijdstip: null,
    });
    expect((await trekIn(toegang.id)).statusCode).toBe(204);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
    expect((await openStuk(op, id, als('aanbieder-01'))).status).toBe(404);
    const [ingetrokken] = await lijst();
    expect(ingetrokken.ingetrokkenTijdstip).toEqual(expect.any(String));

    await verleen(kenmerk, 'aanbieder-01');
    expect((await trekIn(toegang.id)).statusCode).toBe(204);
    expect(await lijst()).toEqual([ingetrokken]);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
    expect(
      await op.db.auditRegel.count({
        where: { kenmerk, wat: 'stuktoegang-ingetrokken', wie: 'coordinator-1' },
      }),
    ).toBe(2);
  });

  it('is van één persoon: een collega met een eigen toegang leest verder', async () => {
    const { kenmerk } = await voorDeTafel('aanbieder-01');
    await verleen(kenmerk, 'aanbieder-01', 'aanbieder-01-contact-2');
    const [eerste] = await op.db.stuktoegang.findMany({
      where: { kenmerk, contact: contactVan('aanbieder-01') },
    });
    await trekIn(eerste?.id ?? '');
    const leest = async (contact: string) =>
      (await stukkenVoor(
        op.db,
        { wie: contact, rol: 'aanbieder', aanbieder: 'aanbieder-01', contact },
        kenmerk,
      )) !== null;
    expect(await leest(contactVan('aanbieder-01'))).toBe(false);
    expect(await leest('aanbieder-01-contact-2')).toBe(true);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(true);
  });

  it('blijft ingetrokken in een onderzoek en bij een volgende tafel, tot een mens haar teruggeeft', async () => {
    const { kenmerk, id } = await voorDeTafel('aanbieder-01', 'aanbieder-02');
    const lijst = async (): Promise<{ id: string; contact: string; ingetrokkenTijdstip: string | null }[]> =>
      (await op.vraag('GET', `/v1/trajecten/${kenmerk}/stuktoegangen`)).inhoud.stuktoegangen.filter(
        ({ contact }: { contact: string }) => contact === contactVan('aanbieder-01'),
      );
    const [eerste] = await lijst();
    await trekIn(eerste?.id ?? '');

    await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verslag: 'Twee aanbieders onderzoeken.',
    });
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
    expect(await ziet(kenmerk, als('aanbieder-02'))).toBe(true);

    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 7) });
    await verleen(kenmerk, 'aanbieder-01', contactVan('aanbieder-01'), 7);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
    expect((await openStuk(op, id, als('aanbieder-01'))).status).toBe(404);
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual([contactVan('aanbieder-02')]);
    const ingetrokken = await lijst();
    expect(ingetrokken.length).toBeGreaterThan(1);
    const [{ ingetrokkenTijdstip } = { ingetrokkenTijdstip: null }] = ingetrokken;
    expect(ingetrokkenTijdstip).toEqual(expect.any(String));
    for (const rij of ingetrokken) expect(rij.ingetrokkenTijdstip).toBe(ingetrokkenTijdstip);

    for (const _keer of [1, 2]) expect((await geefTerug(eerste?.id ?? '')).statusCode).toBe(204);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(true);
    for (const rij of await lijst()) expect(rij.ingetrokkenTijdstip).toBeNull();
    expect(
      await op.db.auditRegel.count({
        where: { kenmerk, wat: 'stuktoegang-teruggegeven', wie: 'coordinator-1' },
      }),
    ).toBe(1);
  });

  it('geeft na het teruggeven niet meer dan de regel: wat vanzelf eindigde, blijft geëindigd', async () => {
    const { kenmerk } = await voorDeTafel('aanbieder-01');
    const [toegang] = await op.db.stuktoegang.findMany({ where: { kenmerk } });
    await trekIn(toegang?.id ?? '');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    expect((await geefTerug(toegang?.id ?? '')).statusCode).toBe(204);
    expect(await ziet(kenmerk, als('aanbieder-01'))).toBe(false);
  });

  it('is er niet als er geen toegang was', async () => {
    for (const doe of [trekIn, geefTerug])
      expect((await doe('0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10')).statusCode).toBe(404);
  });
});
