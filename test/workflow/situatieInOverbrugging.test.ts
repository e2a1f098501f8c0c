import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { inOverbrugging, ontvangers, regels, totRegels, verwachtMoment } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('neemt de keuze terug, zegt dat tegen de aanbieder, en de ladder gaat verder waar de ambitie ligt', async () => {
  const kenmerk = await inOverbrugging(op, {
    verwachteStartDatum: await op.datum(40),
    evaluatieDatum: await op.datum(40),
    eigenaar: 'coordinator-1',
    overbruggingsplan: 'Begeleiding thuis.',
  });
  const { ambitieTijdstip } = await op.traject(kenmerk);
  await op.verstrijk('15 days');
  expect(await op.traject(kenmerk)).toMatchObject({
    escalatieniveau: 0,
    gekozenAanbieders: ['aanbieder-01'],
  });

  await op.besluit(kenmerk, 'situatie', { toelichting: 'Er is nu behandeling nodig.' });
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    gekozenAanbieders: [],
    duidelijkheidTijdstip: null,
    verwachteStartDatum: null,
    ambitieTijdstip,
  });
  expect(await ontvangers(op, kenmerk, 'traject-beeindigd', 1)).toEqual(['aanbieder-01-contact-1']);
  const [mail] = await op.db.bericht.findMany({ where: { kenmerk, soort: 'traject-beeindigd' } });
  expect(mail?.gegevens).toEqual({ reden: 'vervangen' });
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'onderzoek-vervallen' } })).toBe(0);
  // The ambitie passed while there was clarity; without it the traject is late at once.
  const [escalatie] = await totRegels(op, kenmerk, 'escalatie', 1);
  expect(escalatie?.codes).toMatchObject({ niveau: 1 });
  const [situatie] = await regels(op, kenmerk, 'situatie');
  verwachtMoment(escalatie?.tijdstip, situatie?.tijdstip.getTime() ?? 0);
  await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'situatie-veranderd' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    aanbieders: ['aanbieder-01'],
    ...besproken,
    verslag: 'Opnieuw besproken.',
  });
  expect(onderzoeken).toContain(`onderzoek-${kenmerk}-aanbieder-01-r2`);
});

it('ook wie Zorgbemiddeling zonder onderzoek koos, hoort dat de keuze vervalt', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'overleg-met-aanmelder' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-07'],
    verwachteStartDatum: await op.datum(9),
  });
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Er is nu behandeling nodig.' });
  expect(await ontvangers(op, kenmerk, 'traject-beeindigd', 1)).toEqual(['aanbieder-07-contact-1']);
});
