import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
let onderzoek: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.complexiteit = 'zeer-complex';
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await op.besluit(kenmerk, 'verslag', {
    aanbieders: ['aanbieder-01'],
    ...besproken,
    verslag: 'Eén aanbieder onderzoekt.',
  });
  onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;
});
afterAll(() => op.sluit());

const signalen = async (): Promise<string[]> => (await op.traject(kenmerk)).signalen;
const adressen = (soort: string) =>
  op.db.bericht
    .findMany({ where: { kenmerk, soort }, orderBy: { klaarTijdstip: 'asc' } })
    .then((berichten) => berichten.map(({ geadresseerde }) => geadresseerde));

describe('een aanbieder die zwijgt', () => {
  it('krijgt twee herinneringen, daarna het contact achter het contact; het traject is vastgelopen', async () => {
    await op.verstrijk('12 days');
    await wachtTot(signalen, (lijst) => lijst.includes('vastgelopen'));
    expect((await adressen('onderzoek-herinnering')).slice(0, 2)).toEqual([
      'aanbieder-01-contact-1',
      'aanbieder-01-contact-1',
    ]);
    expect(await adressen('onderzoek-escalatie')).toEqual(['aanbieder-01-contact-2']);
  });

  it('maakt het traject weer los zodra hij iets laat horen', async () => {
    await op.aanbiederZegt(onderzoek, 'nieuws', { nieuws: 'Wij zijn ermee bezig.' });
    await wachtTot(signalen, (lijst) => !lijst.includes('vastgelopen'));
    expect(await op.onderzoek(onderzoek)).toMatchObject({ status: 'bevestigd' });
  });

  it('wordt een jaar lang herinnerd, ook als de meegegeven werkdagen op zijn', async () => {
    const eerder = (await op.onderzoek(onderzoek)).herinneringen;
    await op.verstrijk('365 days');
    await wachtTot(
      () => op.onderzoek(onderzoek),
      (stand) => stand.herinneringen >= eerder + 48,
    );
    const rijen = await op.db.gebeurtenis.findMany({
      where: { kenmerk, soort: { in: ['onderzoek-herinnering', 'onderzoek-escalatie'] } },
      orderBy: { tijdstip: 'asc' },
    });
    const momenten = rijen.map(({ tijdstip }) => tijdstip.getTime());
    expect(new Set(momenten).size).toBe(momenten.length);
    expect((await op.onderzoek(onderzoek)).herinneringen).toBe(rijen.length);
  });
});
