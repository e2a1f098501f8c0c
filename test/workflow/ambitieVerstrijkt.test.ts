import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** Brings a new aanmelding to the aanbieders; resolves with its kenmerk. */
async function inOnderzoek(complexiteit: 'gewoon' | 'zeer-complex' = 'gewoon'): Promise<string> {
  const kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.complexiteit = complexiteit;
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
  await op.besluit(kenmerk, 'verslag', {
    aanbieders: ['aanbieder-01'],
    ...besproken,
    verslag: 'Eén aanbieder onderzoekt.',
  });
  return kenmerk;
}

const stand = (kenmerk: string) => op.traject(kenmerk);
const totNiveau = (kenmerk: string, niveau: number) =>
  wachtTot(
    () => stand(kenmerk),
    (traject) => traject.escalatieniveau === niveau,
  );
const mailsOver = (kenmerk: string, soort: string) =>
  wachtTot(
    () => op.db.bericht.findMany({ where: { kenmerk, soort }, orderBy: { klaarTijdstip: 'asc' } }),
    (berichten) => berichten.every((bericht) => bericht.status === 'verzonden'),
  );

describe('de ambitie van twee weken', () => {
  it('waarschuwt op driekwart en escaleert drie keer, ieder niveau met één mail per persoon', async () => {
    const kenmerk = await inOnderzoek();
    await op.verstrijk('10 days');
    expect(await mailsOver(kenmerk, 'ambitie-waarschuwing')).toHaveLength(0);
    await op.verstrijk('13 hours');
    await wachtTot(
      () => mailsOver(kenmerk, 'ambitie-waarschuwing'),
      (mails) => mails.length === 1,
    );

    await op.verstrijk('4 days');
    expect(await totNiveau(kenmerk, 1)).toMatchObject({
      fase: 'onderzoek',
      signalen: expect.arrayContaining(['te-laat']),
    });
    await op.verstrijk('7 days');
    await totNiveau(kenmerk, 2);
    await op.verstrijk('7 days');
    expect(await totNiveau(kenmerk, 3)).toMatchObject({ fase: 'voorbereiding', wachtOp: 'coordinator' });

    const teLaat = await wachtTot(
      () => mailsOver(kenmerk, 'te-laat'),
      (mails) => mails.length === 6,
    );
    expect(teLaat.map(({ geadresseerde }) => geadresseerde).sort()).toEqual([
      'coordinator-1',
      'coordinator-1',
      'manager-1',
      'manager-1',
      'voorzitter-1',
      'voorzitter-1',
    ]);
    await op.verstrijk('20 days');
    expect(await mailsOver(kenmerk, 'te-laat')).toHaveLength(6);
  });

  it('vraagt daarna eerst een wachtreden, en gaat dan weer naar de tafel', async () => {
    const kenmerk = await inOnderzoek();
    await op.verstrijk('30 days');
    await totNiveau(kenmerk, 3);
    const tafel = { tafelDatum: await werkdagOver(op, 3) };
    const geweigerd = await op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, tafel);
    expect(geweigerd).toMatchObject({
      status: 409,
      inhoud: { detail: expect.stringContaining('wachtreden') },
    });
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbieder-reageert-niet' });
    expect(await op.besluit(kenmerk, 'tafeldatum', tafel)).toMatchObject({ fase: 'bespreking' });
  });

  it('houdt op bij duidelijkheid', async () => {
    const kenmerk = await inOnderzoek();
    await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(
      () => stand(kenmerk),
      (traject) => traject.wachtOp === 'coordinator',
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(60),
    });
    await op.verstrijk('60 days');
    const { escalatieniveau, signalen } = await stand(kenmerk);
    expect(escalatieniveau).toBe(0);
    expect(signalen).not.toContain('te-laat');
    expect(await mailsOver(kenmerk, 'ambitie-waarschuwing')).toHaveLength(0);
  });

  it('zet een traject op de eerstvolgende tafel die al gepland is', async () => {
    const kenmerk = await inOnderzoek();
    const ander = await op.meldAan();
    await op.besluit(ander, 'triage', { uitkomst: 'bespreking' });
    const tafelDatum = await werkdagOver(op, 40);
    await op.besluit(ander, 'tafeldatum', { tafelDatum });
    await op.verstrijk('29 days');
    expect(await totNiveau(kenmerk, 3)).toMatchObject({ fase: 'bespreking', tafelDatum, wachtOp: 'tafel' });
    await op.besluit(ander, 'intrekking', { reden: 'plek-gevonden' });
  });
});

describe('de ambitie van vier weken', () => {
  it('geldt voor een zeer complexe vraag', async () => {
    const kenmerk = await inOnderzoek('zeer-complex');
    await op.verstrijk('27 days');
    expect(await stand(kenmerk)).toMatchObject({ escalatieniveau: 0 });
    await op.verstrijk('2 days');
    await totNiveau(kenmerk, 1);
  });

  it('gaat in als de vraag zeer complex blijkt: de ladder begint opnieuw', async () => {
    const kenmerk = await inOnderzoek();
    await op.verstrijk('15 days');
    await totNiveau(kenmerk, 1);
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'draagvlak-nodig' });
    await op.besluit(kenmerk, 'complexiteit', {
      complexiteit: 'zeer-complex',
      reden: 'Er is meer aan de hand.',
    });
    expect(await stand(kenmerk)).toMatchObject({
      escalatieniveau: 0,
      signalen: expect.not.arrayContaining(['te-laat']),
    });
    await op.verstrijk('14 days');
    await totNiveau(kenmerk, 1);
    const stappen = await op.db.gebeurtenis.findMany({ where: { kenmerk, soort: 'escalatie' } });
    expect(new Set(stappen.map(({ oorzaak }) => oorzaak)).size).toBe(2);
  });
});

describe('drie maanden wachten', () => {
  it('wordt vastgelegd als schadelijk wachten, ook na duidelijkheid', async () => {
    const kenmerk = await inOnderzoek();
    await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'antwoord', {
      antwoord: 'wachtlijst',
      totDatum: await op.datum(200),
    });
    await wachtTot(
      () => stand(kenmerk),
      (traject) => traject.wachtOp === 'coordinator',
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(200),
    });
    await op.verstrijk('88 days');
    expect((await stand(kenmerk)).signalen).not.toContain('schadelijk');
    await op.verstrijk('5 days');
    await wachtTot(
      () => stand(kenmerk),
      (traject) => traject.signalen.includes('schadelijk'),
    );
    expect(await mailsOver(kenmerk, 'schadelijk-wachtend')).toHaveLength(1);
  });
});
