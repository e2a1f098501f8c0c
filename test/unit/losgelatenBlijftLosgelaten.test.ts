/**
 * An aanbieder that heard that its offer is not needed is released: it hears no more about this jeugdige, and its offer keeps nothing
 * standing, until it is chosen or asked anew.
 */
import { expect, it } from 'vitest';
import { oneensOver } from '../../domain/samenwerking.ts';
import { heeftStaandAanbod, type TrajectToestand } from '../../domain/traject.ts';
import { verwerkMelding } from '../../domain/trajectMelding.ts';
import { redenenVan } from '../../domain/wachten.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { PuurSysteem } from '../support/modelPuur.ts';

const een = 'aanbieder-01';
const twee = 'aanbieder-02';
const drie = 'aanbieder-03';
const verwachteStartDatum = '2025-06-16';

/** A traject of which these investigated and made an offer, under the rules of now unless others are named. */
async function metAanbod(aanbieders: readonly string[], regels?: TrajectToestand['regels']) {
  const begin = begonnenTraject('ZL-2025-0014');
  const traject = new PuurSysteem(regels ? { ...begin, regels } : begin, null);
  await neem(traject, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-1' });
  await neem(traject, 'tafeldatum', { tafelDatum: '2025-05-15' });
  await neem(traject, 'verslag', { aanwezig: ['aanmelder'], aanbieders });
  for (const aanbieder of aanbieders) await traject.zegt(aanbieder, 'antwoord', { antwoord: 'aanbod' });
  return traject;
}

/** Takes a decision; resolves with what these aanbieders hear of it. */
async function neem(
  traject: PuurSysteem,
  soort: Parameters<PuurSysteem['besluit']>[0]['soort'],
  codes: Record<string, unknown> = {},
): Promise<string[]> {
  const eerder = traject.mails.length;
  expect(await traject.besluit({ soort, codes })).toHaveProperty('genomen');
  return traject.mails
    .slice(eerder)
    .filter(({ lezer }) => lezer.startsWith('aanbieder'))
    .map(({ soort: mail, lezer }) => `${mail} aan ${lezer}`);
}

const kies = (traject: PuurSysteem, aanbieder: string, startDatum = verwachteStartDatum) =>
  neem(traject, 'keuze', { aanbieders: [aanbieder], verwachteStartDatum: startDatum });

it.each([
  ['een crisis', 'crisis', {}],
  ['een intrekking', 'intrekking', { reden: 'plek-gevonden' }],
  ['een andere startdatum', 'keuze', { aanbieders: [een], verwachteStartDatum: '2025-07-01' }],
  ['een nieuwe situatie', 'situatie', {}],
] as const)('bij de keuze losgelaten: hoort niets van %s', async (_, soort, codes) => {
  const traject = await metAanbod([een, twee]);
  expect(await kies(traject, een)).toContain(`onderzoek-vervallen aan ${twee}`);
  await traject.verstrijk(21 * 86_400_000);
  expect((await neem(traject, soort, codes)).filter((mail) => mail.endsWith(twee))).toEqual([]);
});

it('ook niet als de keuze vervalt en daarna een ander team verdergaat', async () => {
  const traject = await metAanbod([een, twee]);
  await kies(traject, een);
  expect(await neem(traject, 'tafeldatum', { tafelDatum: '2025-06-12' })).toEqual([
    `traject-beeindigd aan ${een}`,
  ]);
  expect(await neem(traject, 'spoor', { spoor: 'zorgbemiddeling' })).toEqual([]);
});

it('onder de regels van daarvoor hoort die het nog eens', async () => {
  const traject = await metAanbod([een, twee], 4);
  await kies(traject, een);
  expect(await neem(traject, 'crisis')).toContain(`onderzoek-vervallen aan ${twee}`);
});

it('wie een aanbod deed en nog niets hoorde, hoort het einde wel', async () => {
  const traject = await metAanbod([een, twee]);
  expect(await neem(traject, 'crisis')).toEqual([
    `onderzoek-vervallen aan ${een}`,
    `onderzoek-vervallen aan ${twee}`,
  ]);
});

it('gaat een ander team verder, dan telt het aanbod niet meer mee: geen bericht bij stilstand', async () => {
  const traject = await metAanbod([een]);
  expect(await neem(traject, 'spoor', { spoor: 'zorgbemiddeling' })).toEqual([
    `onderzoek-vervallen aan ${een}`,
  ]);
  expect(heeftStaandAanbod(traject.t, een)).toBe(false);
  expect(
    await neem(traject, 'opschorting', { reden: 'veiligheid-eerst', evaluatieDatum: '2025-06-01' }),
  ).toEqual([]);
  expect(await neem(traject, 'hervatting')).toEqual([]);
});

it('het aanbod van wie is losgelaten, houdt “allen afgewezen” niet tegen', async () => {
  const traject = await metAanbod([een, twee]);
  await kies(traject, een);
  await neem(traject, 'direct-voorleggen', { aanbieders: [drie], reden: 'tijd-winnen' });
  await traject.zegt(drie, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  expect(traject.t.fase).toBe('voorbereiding');
  expect(traject.verhaal.at(-1)?.soort).toBe('allen-afgewezen');
});

it('wie is losgelaten kan alsnog worden gekozen, en hoort daarna weer wat er gebeurt', async () => {
  const traject = await metAanbod([een, twee]);
  await kies(traject, een);
  expect(await kies(traject, twee)).toEqual([`onderzoek-vervallen aan ${een}`, `gekozen aan ${twee}`]);
  expect(await neem(traject, 'crisis')).toEqual([`traject-beeindigd aan ${twee}`]);
});

it('wie opnieuw is gevraagd en weer een aanbod doet, telt weer mee', async () => {
  const traject = await metAanbod([een, twee]);
  await kies(traject, een);
  await neem(traject, 'direct-voorleggen', { aanbieders: [twee], reden: 'tijd-winnen' });
  await traject.zegt(twee, 'antwoord', { antwoord: 'aanbod' });
  expect(heeftStaandAanbod(traject.t, twee)).toBe(true);
  expect(await neem(traject, 'crisis')).toEqual([`onderzoek-vervallen aan ${twee}`]);
});

it('een laat aanbod dat niet nodig is, is losgelaten zodra de aanbieder dat hoort', async () => {
  const traject = await metAanbod([een]);
  await neem(traject, 'direct-voorleggen', { aanbieders: [twee], reden: 'tijd-winnen' });
  await kies(traject, een);
  const onderzoekId = Object.keys(traject.t.onderzoeken).find((id) => id.includes(twee)) ?? '';
  const antwoord = {
    invoerId: '00000000-0000-4000-8000-000000000000',
    codes: { antwoord: 'aanbod' },
  } as const;
  const melding = { onderzoekId, vastgelopen: false, gelegenheid: 'antwoord-2', antwoord };
  const laat = verwerkMelding(traject.t, melding, traject.t.aanmeldingTijdstip + 1);
  expect(laat?.berichten.map(({ soort }) => soort)).toContain('onderzoek-vervallen');
  if (laat) traject.t = laat.toestand;
  expect((await neem(traject, 'crisis')).filter((mail) => mail.endsWith(twee))).toEqual([]);
});

it('een plan dat is losgelaten wordt niemand meer voorgehouden, en het traject wacht er niet op; gekozen worden kan het nog', async () => {
  const traject = await metAanbod([een]);
  await neem(traject, 'direct-voorleggen', { aanbieders: [twee] });
  await traject.zegt(twee, 'antwoord', { antwoord: 'samenwerking', metAanbieders: [drie] });
  await traject.zegt(drie, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'niet-eens-met-plan' });
  const wachtOpPlan = () => redenenVan(traject.t).includes('samenwerking');
  expect(oneensOver(traject.t)).toHaveLength(1);
  expect(await kies(traject, een)).toContain(`onderzoek-vervallen aan ${twee}`);
  await traject.verstrijk(60 * 86_400_000);
  expect(traject.t.fase).toBe('voorbereiding');
  expect(oneensOver(traject.t)).toEqual([]);
  expect(wachtOpPlan()).toBe(false);
  // Asked anew for its own sake, not for a plan of which the owner was told to stop.
  expect(await neem(traject, 'direct-voorleggen', { aanbieders: [drie] })).toContain(
    `onderzoek-gevraagd aan ${drie}`,
  );
  expect(
    await traject.besluit({ soort: 'keuze', codes: { aanbieders: [twee], verwachteStartDatum } }),
  ).toEqual({ geweigerd: 'niet-ingestemd' });
});
