/** Who has an afspraak hears it, reads it, and is reminded on the day itself. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { antwoordt, inBespreking, ontvangers, totRegels, verstrijkVoorbij } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const teksten = {
  geprobeerd: 'Een jaar begeleiding thuis met ijsvogel.',
  waaromNiet: 'Er was geen plaats voor kwartel.',
  verslag: 'Besproken is het vervolg met zwaluw.',
};

/** A verslag in which aanbieder-01 investigates, and the aanmelder and aanbieder-02 have an afspraak. */
async function metAfspraken() {
  const kenmerk = await inBespreking(op);
  const voorDatum = await op.datum(6);
  await op.besluit(kenmerk, 'verslag', {
    aanwezig: ['aanmelder', 'coordinator-1'],
    aanbieders: ['aanbieder-01'],
    afspraken: [
      { wie: 'aanbieder-02', wat: 'overleg-voeren', voorDatum },
      { wie: 'aanmelder', wat: 'veiligheid-regelen', voorDatum },
      { wie: 'coordinator-1', wat: 'andere-stap', voorDatum },
    ],
    ...teksten,
  });
  return { kenmerk, voorDatum };
}

it('wie alleen een afspraak heeft, krijgt een e-mail en leest achter de link het verslag met de afspraken', async () => {
  const { kenmerk } = await metAfspraken();
  expect(await ontvangers(op, kenmerk, 'verslag-gedeeld', 2)).toEqual([
    'aanbieder-02-contact-1',
    'aanmelder',
  ]);
  const { tekst } = await lees(
    op,
    await linkUitMail(op, kenmerk, 'verslag-gedeeld', 'aanbieder-02-contact-1'),
  );
  for (const deel of Object.values(teksten)) expect(tekst).toContain(deel);
  expect(tekst).toMatch(/Overleg voeren, door u, uiterlijk op/);
  expect(tekst).toMatch(/Veiligheid regelen, door de aanmelder, uiterlijk op/);
  expect(tekst).toMatch(/Andere stap, door de coördinator, uiterlijk op/);
});

it('de aanmelder en de aanbieder die onderzoekt lezen wie wat doet, en wanneer', async () => {
  const { kenmerk } = await metAfspraken();
  const vanAanmelder = await lees(op, await linkUitMail(op, kenmerk, 'verslag-gedeeld', 'aanmelder'));
  const vanAanbieder = await lees(
    op,
    await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', 'aanbieder-01-contact-1'),
  );
  expect(vanAanmelder.tekst).toMatch(/Veiligheid regelen, door u, uiterlijk op/);
  expect(vanAanbieder.tekst).toMatch(/Veiligheid regelen, door de aanmelder, uiterlijk op/);
  for (const { tekst } of [vanAanmelder, vanAanbieder])
    for (const deel of Object.values(teksten)) expect(tekst).toContain(deel);
  const { inhoud } = await op.vraag(
    'GET',
    `/v1/onderzoeken/onderzoek-${kenmerk}-aanbieder-01-r1`,
    undefined,
    {
      rol: 'aanbieder',
      aanbieder: 'aanbieder-01',
    },
  );
  expect(inhoud).toMatchObject(teksten);
  expect(inhoud.afspraken.map(({ wie }: { wie: string }) => wie)).toEqual([
    'aanbieder-02',
    'aanmelder',
    'coordinator-1',
  ]);
});

it('op de dag zelf krijgt ieder die iets zou doen een herinnering, naast de coördinator', async () => {
  const { kenmerk, voorDatum } = await metAfspraken();
  await verstrijkVoorbij(op, opDeDag(voorDatum));
  await totRegels(op, kenmerk, 'norm-herinnering', 3);
  expect(await ontvangers(op, kenmerk, 'norm-herinnering', 5)).toEqual([
    'aanbieder-02-contact-1',
    'aanmelder',
    'coordinator-1',
    'coordinator-1',
    'coordinator-1',
  ]);
});

it('is de afspraak gedaan, dan valt er niets meer te lezen', async () => {
  const { kenmerk } = await metAfspraken();
  const link = await linkUitMail(op, kenmerk, 'verslag-gedeeld', 'aanbieder-02-contact-1');
  await op.besluit(kenmerk, 'afspraak-gedaan', { nummer: 1 });
  expect(await lees(op, link)).toMatchObject({ status: 410 });
});

it('wie nog alleen een afspraak heeft, leest geen later verslag en niet wat anderen daarin afspraken', async () => {
  const kenmerk = await inBespreking(op);
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    aanwezig: ['aanmelder', 'coordinator-1'],
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    afspraken: [
      { wie: 'aanbieder-02', wat: 'overleg-voeren', voorDatum: await op.datum(90) },
      { wie: 'aanbieder-04', wat: 'overleg-voeren', voorDatum: await op.datum(90) },
    ],
    ...teksten,
  });
  const bijOnderzoek = await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', 'aanbieder-02-contact-1');
  const bijAfspraak = await linkUitMail(op, kenmerk, 'verslag-gedeeld', 'aanbieder-04-contact-1');
  await antwoordt(op, onderzoeken[1] ?? '', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Alles is anders.' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await op.besluit(kenmerk, 'verslag', {
    aanwezig: ['aanmelder', 'coordinator-1'],
    aanbieders: ['aanbieder-01'],
    afspraken: [{ wie: 'aanbieder-03', wat: 'veiligheid-regelen', voorDatum: await op.datum(80) }],
    geprobeerd: 'Daarna logeren met leeuwerik.',
    waaromNiet: 'Daarna geen plaats voor leeuwerik.',
    verslag: 'Daarna besproken is leeuwerik.',
  });
  for (const link of [bijOnderzoek, bijAfspraak]) {
    const { tekst } = await lees(op, link);
    for (const deel of Object.values(teksten)) expect(tekst).toContain(deel);
    expect(tekst).toMatch(/Overleg voeren, door u, uiterlijk op/);
    expect(tekst).not.toContain('leeuwerik');
    expect(tekst).not.toContain('Veiligheid regelen');
  }
  const { inhoud } = await op.vraag('GET', `/v1/onderzoeken/${onderzoeken[1]}`, undefined, {
    rol: 'aanbieder',
    aanbieder: 'aanbieder-02',
  });
  expect(inhoud).toMatchObject(teksten);
  expect(inhoud.afspraken.map(({ nummer }: { nummer: number }) => nummer)).toEqual([1, 2]);
  // Who investigates again reads the last, and everything that is open.
  const { tekst } = await lees(
    op,
    await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', 'aanbieder-01-contact-1'),
  );
  expect(tekst).toContain('Daarna besproken is leeuwerik.');
  expect(tekst).toContain('Veiligheid regelen');
});
