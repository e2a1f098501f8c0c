/** Who carries something out beside an offer, the owner of a plan or who has an afspraak, hears that it is over: once. */
import { expect, it } from 'vitest';
import type { TrajectToestand } from '../../domain/traject.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { PuurSysteem } from '../support/modelPuur.ts';

const evaluatieDatum = '2025-06-10';
const afspraken = [{ wie: 'aanbieder-05', wat: 'andere-stap', voorDatum: '2025-06-01' }];
type Soort = Parameters<PuurSysteem['besluit']>[0]['soort'];

/** In overbrugging at aanbieder-01, with the plan of `eigenaar`; aanbieder-05 has an afspraak. */
async function inOverbrugging(eigenaar: string, regels?: TrajectToestand['regels']) {
  const begin = begonnenTraject('ZL-2025-0014');
  const traject = new PuurSysteem(regels ? { ...begin, regels } : begin, null);
  await neem(traject, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-1' });
  await neem(traject, 'tafeldatum', { tafelDatum: '2025-05-15' });
  await neem(traject, 'verslag', { aanwezig: ['aanmelder'], aanbieders: ['aanbieder-01'], afspraken });
  await traject.zegt('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
  const verwachteStartDatum = '2025-06-16';
  await neem(traject, 'keuze', {
    aanbieders: ['aanbieder-01'],
    verwachteStartDatum,
    evaluatieDatum,
    eigenaar,
  });
  return traject;
}

/** Takes a decision; resolves with who hears of it that what it carried out is over. */
async function neem(traject: PuurSysteem, soort: Soort, codes: Record<string, unknown> = {}) {
  const eerder = traject.mails.length;
  expect(await traject.besluit({ soort, codes })).toHaveProperty('genomen');
  return wieHoort(traject, eerder);
}

const wieHoort = (traject: PuurSysteem, eerder: number) =>
  traject.mails
    .slice(eerder)
    .flatMap(({ soort, lezer }) => (soort === 'uitvoering-beeindigd' ? [lezer] : []));

it.each([
  ['crisis', {}],
  ['intrekking', { reden: 'plek-gevonden' }],
  ['zorgstart', { startDatum: '2025-05-01' }],
] as const)('%s: de eigenaar van het plan en wie nog een afspraak heeft', async (soort, codes) => {
  const traject = await inOverbrugging('aanbieder-04');
  expect(await neem(traject, soort, codes)).toEqual(['aanbieder-04', 'aanbieder-05']);
});

it.each([
  ['situatie', {}],
  ['tafeldatum', { tafelDatum: '2025-06-12' }],
  ['direct-voorleggen', { aanbieders: ['aanbieder-03'], reden: 'tijd-winnen' }],
  ['keuze', { aanbieders: ['aanbieder-01'], verwachteStartDatum: '2025-07-01' }],
  ['overbrugging', { evaluatieDatum, eigenaar: 'aanmelder' }],
  ['overbrugging', { evaluatieDatum, eigenaar: 'coordinator-1' }],
] as const)('%s: alleen wie geen eigenaar meer is; een afspraak blijft staan', async (soort, codes) => {
  const traject = await inOverbrugging('aanbieder-04');
  expect(await neem(traject, soort, codes)).toEqual(['aanbieder-04']);
});

it.each([
  ['aanbieder-04', ['aanbieder-04']],
  // The aanmelder reads in the e-mail about the start what to do with the plan.
  ['aanmelder', []],
])('ook als de zorg niet start en %s de eigenaar was', async (eigenaar, verwacht) => {
  const traject = await inOverbrugging(eigenaar);
  const eerder = traject.mails.length;
  await traject.verstrijk(60 * 86_400_000);
  expect(traject.t.fase).toBe('voorbereiding');
  expect(wieHoort(traject, eerder)).toEqual(verwacht);
});

it('wie het in een andere e-mail van hetzelfde besluit leest, krijgt er geen tweede over', async () => {
  const traject = await inOverbrugging('aanbieder-01');
  expect(await neem(traject, 'crisis')).toEqual(['aanbieder-05']);
});

it('blijft de eigenaar dezelfde, of is de afspraak gedaan, dan is er niets te vertellen', async () => {
  const traject = await inOverbrugging('aanbieder-04');
  expect(await neem(traject, 'overbrugging', { evaluatieDatum: '2025-06-20' })).toEqual([]);
  expect(await neem(traject, 'overbrugging', { evaluatieDatum, eigenaar: 'coordinator-1' })).toEqual([
    'aanbieder-04',
  ]);
  await neem(traject, 'afspraak-gedaan', { nummer: 1 });
  expect(await neem(traject, 'crisis')).toEqual([]);
});

it('wie nog onderzoekt als het traject eindigt, leest het einde al in de e-mail over dat onderzoek', async () => {
  const traject = new PuurSysteem(begonnenTraject('ZL-2025-0014'), null);
  await neem(traject, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-1' });
  await neem(traject, 'tafeldatum', { tafelDatum: '2025-05-15' });
  await neem(traject, 'verslag', { aanwezig: ['aanmelder'], aanbieders: ['aanbieder-05'], afspraken });
  expect(await neem(traject, 'crisis')).toEqual([]);
  expect(traject.mails.at(-1)).toMatchObject({ soort: 'onderzoek-vervallen', lezer: 'aanbieder-05' });
});

it('onder de regels van daarvoor blijft het zoals het was', async () => {
  const traject = await inOverbrugging('aanbieder-04', 4);
  expect(await neem(traject, 'overbrugging', { evaluatieDatum, eigenaar: 'aanmelder' })).toEqual([]);
  expect(await neem(traject, 'crisis')).toEqual([]);
});
