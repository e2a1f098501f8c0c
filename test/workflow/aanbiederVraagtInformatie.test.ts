import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  inOnderzoek,
  naWerkdagen,
  ontvangers,
  regels,
  totRegels,
  totVastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  zeerComplex,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('gaat naar de aanmelder, en het onderzoek blijft open tot het antwoord er is', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const onderzoek = onderzoeken[0] ?? '';
  await op.aanbiederZegt(onderzoek, 'vraag', {
    soorten: ['intelligentie', 'risicotaxatie'],
    vraag: 'Is er een recent onderzoek?',
  });
  expect(await ontvangers(op, kenmerk, 'informatie-gevraagd', 1)).toEqual(['aanmelder']);
  const [gevraagd] = await op.db.bericht.findMany({ where: { kenmerk, soort: 'informatie-gevraagd' } });
  expect(gevraagd?.gegevens).toEqual({ soorten: 'intelligentie risicotaxatie' });
  expect(await ontvangers(op, kenmerk, 'onderzoek-antwoord', 1)).toEqual(['coordinator-1']);
  expect(await op.onderzoek(onderzoek)).toMatchObject({ status: 'bevestigd', antwoord: null });
  const [regel] = await regels(op, kenmerk, 'informatievraag');
  expect(regel?.codes).toMatchObject({ aanbieder: 'aanbieder-01' });

  await op.besluit(
    kenmerk,
    'informatie',
    { antwoord: 'Het onderzoek is van dit jaar.' },
    { rol: 'aanmelder' },
  );
  expect(await ontvangers(op, kenmerk, 'informatie-ontvangen', 1)).toEqual(['coordinator-1']);
  await antwoordt(op, onderzoek, { antwoord: 'aanbod' });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator', vastgelopen: [] });
});

it('zonder antwoord van de aanmelder is het traject na tien werkdagen vastgelopen op de aanmelder', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-02'], zeerComplex);
  await op.aanbiederZegt(onderzoeken[0] ?? '', 'vraag', { soorten: ['anders'], vraag: 'Wie is de voogd?' });
  const [regel] = await totRegels(op, kenmerk, 'informatievraag', 1);
  const gevraagd = regel?.tijdstip.getTime() ?? 0;
  await verstrijkVoorbij(op, naWerkdagen(gevraagd, 10));
  expect(await totVastgelopen(op, kenmerk, 'informatie')).toContainEqual({
    reden: 'informatie',
    op: 'aanmelder',
    wie: null,
  });
  expect(await ontvangers(op, kenmerk, 'informatie-herinnering', 2)).toEqual(['aanmelder', 'aanmelder']);
  const verstreken = (await regels(op, kenmerk, 'vastgelopen')).find(
    ({ codes }) => (codes as { wacht: string }).wacht === 'informatie',
  );
  verwachtMoment(verstreken?.tijdstip, naWerkdagen(gevraagd, 10));
});
