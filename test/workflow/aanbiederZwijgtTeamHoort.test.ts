/** An aanbieder that lets the norm for a word pass: the coördinator hears it at once, the manager a week later. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { planTafel, werkdagOver } from '../support/tafels.ts';
import {
  inOnderzoek,
  naWerkdagen,
  ontvangers,
  totRegels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  zeerComplex,
} from '../support/verloop.ts';
import { mailMetKop, tekstVan } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const dag = 86_400_000;
const opAanbieder = (reden: string) => ({ reden, op: 'aanbieder', wie: 'aanbieder-01' });

it('eerst de bevestiging, na twee werkdagen, en daarna het nieuws, na vijf', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  const [onderzoek = ''] = onderzoeken;
  const [gevraagd] = await totRegels(op, kenmerk, 'onderzoek-gevraagd', 1);
  const norm = naWerkdagen(gevraagd?.tijdstip.getTime() ?? 0, 2);
  await verstrijkVoorbij(op, norm - 3_600_000);
  expect(await vastgelopen(op, kenmerk)).toEqual([]);

  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  verwachtMoment(vast?.tijdstip, norm);
  expect(vast?.codes).toEqual({ wacht: 'bevestiging', op: 'aanbieder', wie: 'aanbieder-01' });
  expect(await totVastgelopen(op, kenmerk, 'bevestiging')).toEqual([opAanbieder('bevestiging')]);
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['coordinator-1']);
  const mail = await mailMetKop(op, kenmerk, 'Vastgelopen: een aanbieder heeft het onderzoek niet bevestigd');
  expect(tekstVan(mail)).toContain('Het wacht op aanbieder-01.');
  // The aanbieder is reminded on that same moment, once.
  expect(await ontvangers(op, kenmerk, 'onderzoek-herinnering', 1)).toEqual(['aanbieder-01-contact-1']);

  await verstrijkVoorbij(op, norm + 7 * dag);
  const [bijManager] = await totRegels(op, kenmerk, 'vastgelopen-manager', 1);
  expect(bijManager?.codes).toEqual({ wacht: 'bevestiging', op: 'aanbieder', wie: 'aanbieder-01' });
  expect(await ontvangers(op, kenmerk, 'norm-manager', 1)).toEqual(['manager-1']);

  await op.aanbiederZegt(onderzoek, 'bevestiging');
  await totVastgelopen(op, kenmerk, 'bevestiging', false);
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  const [bevestigd] = await totRegels(op, kenmerk, 'onderzoek-bevestiging', 1);
  const nieuws = naWerkdagen(bevestigd?.tijdstip.getTime() ?? 0, 5);
  await verstrijkVoorbij(op, nieuws);
  const [, stil] = await totRegels(op, kenmerk, 'vastgelopen', 2);
  verwachtMoment(stil?.tijdstip, nieuws);
  expect(await totVastgelopen(op, kenmerk, 'nieuws')).toEqual([opAanbieder('nieuws')]);
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 2)).toEqual(['coordinator-1', 'coordinator-1']);

  // Who answers within the norm is in nobody's list.
  await op.aanbiederZegt(onderzoek, 'nieuws', { nieuws: 'Het team bespreekt het donderdag.' });
  await totVastgelopen(op, kenmerk, 'nieuws', false);
});

it('ook als het traject intussen weer op een tafel staat', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  const tafelDatum = await werkdagOver(op, 20);
  await planTafel(op, tafelDatum);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
  const [gevraagd] = await totRegels(op, kenmerk, 'onderzoek-gevraagd', 1);
  await verstrijkVoorbij(op, naWerkdagen(gevraagd?.tijdstip.getTime() ?? 0, 2));
  expect(await totVastgelopen(op, kenmerk, 'bevestiging')).toEqual([opAanbieder('bevestiging')]);
  expect((await op.traject(kenmerk)).fase).toBe('bespreking');
});
