/** A jeugdige to whom an element of the afwegingskader applies is weighed: who forgets that hears it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  inVoorbereiding,
  naWerkdagen,
  ontvangers,
  regels,
  totRegels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const metMaatregelEnOnveiligheid = ({ jeugdige, risicotaxatie }: Aanmelding) => {
  jeugdige.maatregel = 'ots';
  jeugdige.gi = 'william-schrikker';
  risicotaxatie.onveiligheid = true;
  risicotaxatie.gevalideerd = true;
  risicotaxatie.instrument = 'ARIJ';
};

it('twee werkdagen na de triage is het traject vastgelopen, en de agenda zegt dat er nog niet is gewogen', async () => {
  const kenmerk = await inVoorbereiding(op, metMaatregelEnOnveiligheid);
  const tafelDatum = await werkdagOver(op, 20);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
  const waarom = async () => {
    const { inhoud } = await op.vraag('GET', `/v1/tafels/${tafelDatum}`);
    return inhoud.agenda[0].waarom as string;
  };
  expect(await waarom()).toMatch(/^Nog niet gewogen: .* gelden 2 elementen/);

  const [triage] = await regels(op, kenmerk, 'triage');
  const norm = naWerkdagen(triage?.tijdstip.getTime() ?? 0, 2);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  verwachtMoment(vast?.tijdstip, norm);
  expect(vast?.codes).toEqual({ wacht: 'weging', op: 'coordinator' });
  expect(await totVastgelopen(op, kenmerk, 'weging')).toEqual([
    { reden: 'weging', op: 'coordinator', wie: null },
  ]);
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['coordinator-1']);

  await op.besluit(kenmerk, 'weging', { besluit: 'voorrang' });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  expect(await waarom()).toMatch(/^Voorrang: dat is besloten \(Er is een maatregel/);
});

it('zonder element is er niets te wegen', async () => {
  const kenmerk = await inVoorbereiding(op);
  const [triage] = await regels(op, kenmerk, 'triage');
  await verstrijkVoorbij(op, naWerkdagen(triage?.tijdstip.getTime() ?? 0, 3));
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
});
