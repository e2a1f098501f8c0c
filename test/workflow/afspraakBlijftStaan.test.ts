/** An agreed step of a verslag stays, wherever the traject goes, until it is told to be done. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  inBespreking,
  ontvangers,
  regels,
  totRegels,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  werkdagNa,
  zeerComplex,
} from '../support/verloop.ts';
import { springNaar, totReden, totVastgelopen, zinnen, zoekattribuut } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** A traject of which an aanbieder investigates, with one afspraak beside that for a day so many days from now. */
async function metAfspraak(dagen: number) {
  const kenmerk = await inBespreking(op, 0, zeerComplex);
  const voorDatum = await op.datum(dagen);
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    afspraken: [{ wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum }],
    verslag: 'Aanbieder 1 onderzoekt, aanbieder 3 overlegt.',
  });
  return { kenmerk, voorDatum };
}

it('naast aanbieders die onderzoeken: na de dag is het traject vastgelopen op wie het zou doen, tot het is gedaan', async () => {
  const { kenmerk, voorDatum } = await metAfspraak(3);
  await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'bevestiging');
  const open = { nummer: 1, wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum, gedaanTijdstip: null };
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', afspraken: [open] });
  await verstrijkVoorbij(op, werkdagNa(voorDatum, 1));
  expect(await totReden(op, kenmerk, 'afspraak')).toEqual({
    reden: 'afspraak',
    uitleg: 'een afspraak is niet afgerond',
    op: 'aanbieder',
    wie: 'aanbieder-03',
    sindsTijdstip: new Date(Date.parse(`${voorDatum}T08:00Z`)).toISOString(),
  });
  const [regel] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  verwachtMoment(regel?.tijdstip, werkdagNa(voorDatum, 1));
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['coordinator-1']);
  expect(await zoekattribuut(op, kenmerk, 'Vastgelopen')).toEqual(['afspraak']);
  expect(await op.traject(kenmerk)).toMatchObject({
    besluiten: expect.arrayContaining(['afspraak-gedaan']),
  });

  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1, toelichting: 'Zij hebben gebeld.' });
  const { vastgelopen: nu, afspraken, besluiten } = await op.traject(kenmerk);
  expect(nu).toEqual([]);
  const [gedaan] = await totRegels(op, kenmerk, 'afspraak-gedaan', 1);
  expect(afspraken).toEqual([{ ...open, gedaanTijdstip: gedaan?.tijdstip.toISOString() }]);
  expect(besluiten).not.toContain('afspraak-gedaan');
  expect(await zinnen(op, kenmerk, 'afspraak-gedaan')).toEqual([
    expect.stringMatching(/^Een afspraak is gedaan: overleg voeren door aanbieder-03, uiterlijk /),
  ]);
});

it('op tijd gedaan: er loopt niets op vast, en niemand krijgt daar een e-mail over', async () => {
  const { kenmerk, voorDatum } = await metAfspraak(3);
  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1 });
  await verstrijkVoorbij(op, werkdagNa(voorDatum, 2));
  expect((await vastgelopen(op, kenmerk)).map(({ reden }) => reden)).not.toContain('afspraak');
  const verteld = await regels(op, kenmerk, 'vastgelopen');
  expect(verteld.map(({ codes }) => (codes as { wacht: string }).wacht)).not.toContain('afspraak');
});

it('blijft ook staan als het traject verder gaat, en telt door naast de afspraken van een volgend verslag', async () => {
  const { kenmerk, voorDatum } = await metAfspraak(8);
  await op.besluit(kenmerk, 'situatie', { toelichting: 'De jeugdige woont op een crisisplek.' });
  await op.besluit(kenmerk, 'weging', { besluit: 'geen-voorrang', elementen: [] });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await op.datum(1) });
  const later = await op.datum(15);
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: later }],
    verslag: 'Eerst meer informatie.',
  });
  const nummers = (await op.traject(kenmerk)).afspraken.map((een: { nummer: number; wie: string }) => [
    een.nummer,
    een.wie,
  ]);
  expect(nummers).toEqual([
    [1, 'aanbieder-03'],
    [2, 'aanmelder'],
  ]);
  await springNaar(op, werkdagNa(voorDatum, 1) + 60_000);
  expect(await totVastgelopen(op, kenmerk, ['afspraak'])).toMatchObject([{ wie: 'aanbieder-03' }]);
  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 2 });
  expect(await vastgelopen(op, kenmerk)).toMatchObject([{ wie: 'aanbieder-03' }]);

  // The step that this verslag waited for is done: now a bespreking has to be planned, with the norm from here.
  const [gedaan] = await totRegels(op, kenmerk, 'afspraak-gedaan', 1);
  await op.verstrijk('10 days');
  const planning = await wachtTot(
    async () => (await op.traject(kenmerk)).vastgelopen.find(isPlanning),
    (een) => een !== undefined,
  );
  expect(planning).toMatchObject({ sindsTijdstip: gedaan?.tijdstip.toISOString() });
});
const isPlanning = ({ reden }: { reden: string }) => reden === 'planning';

it('een nummer dat er niet is of al is gedaan, wordt geweigerd', async () => {
  const { kenmerk } = await metAfspraak(3);
  expect(await geweigerd(op, kenmerk, 'afspraak-gedaan', { nummer: 2 })).toMatchObject({
    status: 409,
    code: 'niet-van-toepassing',
    detail: 'Er is geen open afspraak met nummer 2. Kijk bij het traject welke er zijn.',
  });
  expect(await geweigerd(op, kenmerk, 'afspraak-gedaan', { nummer: 0 })).toMatchObject({
    status: 400,
    velden: ['nummer'],
  });
  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1 });
  const nogEens = await geweigerd(op, kenmerk, 'afspraak-gedaan', { nummer: 1 });
  expect(nogEens).toMatchObject({ status: 409, code: 'niet-van-toepassing' });
  expect(nogEens.toegestaan).not.toContain('afspraak-gedaan');
});

it('tijdens een opschorting staat de norm stil, en kan een afspraak toch worden gedaan', async () => {
  const { kenmerk, voorDatum } = await metAfspraak(3);
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(20),
    toelichting: 'Eerst de veiligheid.',
  });
  await verstrijkVoorbij(op, werkdagNa(voorDatum, 2));
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1 });
  expect((await op.traject(kenmerk)).afspraken).toMatchObject([{ gedaanTijdstip: expect.any(String) }]);
});
