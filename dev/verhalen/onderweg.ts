/** The parts of the road that most stories share. */
import type { Spel } from '../verhaal.ts';

const donderdag = 4;

/** Plans the table on the next Thursday and sets aanbieders to work there. */
export async function aanTafel(spel: Spel, aanbieders: readonly string[]): Promise<void> {
  const { coordinator, verstrijk, datum } = spel;
  let dagen = 1;
  while (new Date(datum(dagen)).getUTCDay() !== donderdag) dagen += 1;
  await coordinator('tafeldatum', { tafelDatum: datum(dagen) });
  await verstrijk(dagen);
  await verslag(spel, aanbieders);
}

/** The verslag of the table, with the aanbieders that set to work. */
export async function verslag({ coordinator }: Spel, aanbieders: readonly string[]): Promise<void> {
  await coordinator('verslag', {
    aanwezig: ['aanmelder', 'coordinator-1', ...aanbieders],
    aanbieders,
    geprobeerd: 'Anderhalf jaar in een gezinshuis, met traumabehandeling.',
    waaromNiet: 'De groepen die zijn gevraagd, nemen geen kinderen van deze leeftijd.',
    verslag: 'Besproken wat al is geprobeerd. De aanbieders onderzoeken of zij een plek kunnen maken.',
  });
}

/** From the triage to the aanbieders, by way of the table. */
export async function naarAanbieders(spel: Spel, aanbieders: readonly string[]): Promise<void> {
  await spel.coordinator('triage', { uitkomst: 'bespreking' });
  await aanTafel(spel, aanbieders);
}

/** The keuze of aanbieders that made an offer, and the start of care a week later. */
export async function totZorg(spel: Spel, aanbieders: readonly string[]): Promise<void> {
  await spel.coordinator('keuze', { aanbieders, verwachteStartDatum: spel.datum(7) });
  await spel.verstrijk(7);
  await spel.coordinator('zorgstart', { startDatum: spel.datum(0) });
}
