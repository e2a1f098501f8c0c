/** News or a changed situation asks a weging anew, for a child that waits as for a new one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  redenenNu,
  springNaar,
  tekstVan,
  totReden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** A traject with a date at the table, so that its situation can change. */
async function aanTafel(): Promise<string> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  return kenmerk;
}
const situatie = (kenmerk: string) =>
  op.besluit(kenmerk, 'situatie', { toelichting: 'Het gaat thuis veel slechter.' });

it('nieuws: de coördinator noemt de elementen die nu gelden, en daarop rust het voorstel', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang' });
  // A GI comes in while the child waits.
  expect(
    await op.vraag('POST', `/v1/trajecten/${kenmerk}/weging`, {
      besluit: 'geen-voorrang',
      elementen: ['gi'],
    }),
  ).toMatchObject({ status: 409, inhoud: { detail: expect.stringContaining('“voorrang”') } });
  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', elementen: ['gi'] });
  expect(await op.traject(kenmerk)).toMatchObject({
    elementen: ['gi'],
    weging: { voorstel: 'voorrang', besluit: 'voorrang' },
    signalen: ['voorrang'],
  });
  // Without the field what is known still applies; an empty list says that nothing does any more.
  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang' });
  await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang', elementen: [] });
  expect(await op.traject(kenmerk)).toMatchObject({ elementen: [], signalen: [] });
  expect(await zinnen(op, kenmerk, 'weging')).toHaveLength(4);
});

it('verandert de situatie na een weging, dan moet die binnen twee werkdagen opnieuw', async () => {
  const kenmerk = await aanTafel();
  await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang' });
  await situatie(kenmerk);
  const gevraagd = await mailMetKop(op, kenmerk, 'Doe de weging opnieuw');
  expect(adresVan(gevraagd)).toBe('coordinator-1@zorglogistiek.example');
  expect(tekstVan(gevraagd)).toContain('is de situatie veranderd');
  const [sinds = 0] = await momenten(op, kenmerk, 'situatie');
  const norm = naHeleWerkdagen(sinds, 2);
  await springNaar(op, norm - dag / 24);
  expect(await redenenNu(op, kenmerk)).toEqual([]);
  await springNaar(op, evenNa(norm));
  expect(await totReden(op, kenmerk, 'weging')).toMatchObject({
    op: 'coordinator',
    sindsTijdstip: new Date(sinds).toISOString(),
  });
  const mail = await mailMetKop(op, kenmerk, 'Vastgelopen: de weging is niet gedaan');
  expect(tekstVan(mail)).toContain('Bekijk welke elementen van het afwegingskader nu gelden');

  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', elementen: ['onveiligheid'] });
  expect(await redenenNu(op, kenmerk)).not.toContain('weging');
});

it('ook wie nog nooit is gewogen: de coördinator krijgt meteen een e-mail, en heeft twee werkdagen', async () => {
  const kenmerk = await aanTafel();
  expect(await op.traject(kenmerk)).toMatchObject({ elementen: [], weging: null });
  await situatie(kenmerk);
  const mail = await mailMetKop(op, kenmerk, 'Doe de weging');
  expect(adresVan(mail)).toBe('coordinator-1@zorglogistiek.example');
  expect(tekstVan(mail)).toContain('Er is nog geen weging gedaan.');
  const [sinds = 0] = await momenten(op, kenmerk, 'situatie');
  await springNaar(op, evenNa(naHeleWerkdagen(sinds, 2)));
  expect(await totReden(op, kenmerk, 'weging')).toMatchObject({
    sindsTijdstip: new Date(sinds).toISOString(),
  });
});

it('komt er meer nieuws terwijl de weging al te laat is, dan blijft zij te laat', async () => {
  const kenmerk = await aanTafel();
  await situatie(kenmerk);
  const [sinds = 0] = await momenten(op, kenmerk, 'situatie');
  await springNaar(op, evenNa(naHeleWerkdagen(sinds, 2)));
  await totReden(op, kenmerk, 'weging');
  await situatie(kenmerk);
  expect(await totReden(op, kenmerk, 'weging')).toMatchObject({
    sindsTijdstip: new Date(sinds).toISOString(),
  });
});

describe('een risicotaxatie bij de stukken is nieuws', () => {
  const taxatie = (kenmerk: string, soort = 'risicotaxatie') => stuurStuk(op, kenmerk, { velden: { soort } });

  it('na de triage: de e-mail over het stuk vraagt om te wegen, en de norm begint', async () => {
    const kenmerk = await aanTafel();
    await taxatie(kenmerk, 'plan');
    expect(tekstVan(await mailMetKop(op, kenmerk, 'Er is een stuk toegevoegd'))).not.toContain('weging');
    await taxatie(kenmerk);
    const mails = await wachtTot(
      () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith('Er is een stuk toegevoegd')),
      (gevonden) => gevonden.length === 2,
    );
    expect(
      mails.map(tekstVan).filter((tekst) => tekst.includes('leg na de triage de weging vast')),
    ).toHaveLength(1);
    const [, sinds = 0] = await momenten(op, kenmerk, 'stuk');
    await springNaar(op, evenNa(naHeleWerkdagen(sinds, 2)));
    expect(await totReden(op, kenmerk, 'weging')).toMatchObject({
      sindsTijdstip: new Date(sinds).toISOString(),
    });
  });

  it('tijdens de intake: de norm begint pas na de triage', async () => {
    const kenmerk = await op.meldAan();
    await taxatie(kenmerk);
    const [gestuurd = 0] = await momenten(op, kenmerk, 'stuk');
    await springNaar(op, evenNa(naHeleWerkdagen(gestuurd, 3)));
    expect(await redenenNu(op, kenmerk)).toEqual(['triage']);
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const [triage = 0] = await momenten(op, kenmerk, 'triage');
    await springNaar(op, evenNa(naHeleWerkdagen(triage, 2)));
    expect(await totReden(op, kenmerk, 'weging')).toMatchObject({
      sindsTijdstip: new Date(triage).toISOString(),
    });
  });
});

it('tot de nieuwe weging blijft de oude gelden', async () => {
  const kenmerk = await aanTafel();
  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang', elementen: ['gi'] });
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    verslag: 'Eén aanbieder onderzoekt.',
  });
  await situatie(kenmerk);
  expect(await op.traject(kenmerk)).toMatchObject({
    weging: { besluit: 'voorrang' },
    signalen: ['voorrang'],
    fase: 'voorbereiding',
  });
});
