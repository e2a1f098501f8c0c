/** What always holds for a traject, whatever happened: checked after every step of a test. */
import { expect } from 'vitest';
import type { Fase } from '../../domain/codes.ts';
import { openAanbieders, type TrajectToestand, wachtOpIn } from '../../domain/traject.ts';

const buiten = (t: TrajectToestand, ...fases: Fase[]) => !fases.includes(t.fase);

/** Fails when the state contradicts itself, or does not follow on `vorige`. */
export function houdtStand(t: TrajectToestand, vorige?: TrajectToestand): void {
  const isDicht = t.fase === 'afgesloten';
  expect(t.uitkomst !== undefined, 'afgesloten heeft een uitkomst').toBe(isDicht);
  expect(t.eindeTijdstip !== undefined, 'afgesloten heeft een einde').toBe(isDicht);
  expect(t.wachtOp).toBe(wachtOpIn(t));
  expect(t.wachtOp === 'niemand', 'op niemand wacht alleen wat is afgesloten').toBe(isDicht);
  // Once chosen nobody investigates: so an onderzoek never lapses by a timer.
  if (isDicht || t.opgeschort || t.fase === 'overbrugging')
    expect(openAanbieders(t), 'geen open onderzoek').toEqual([]);
  if (buiten(t, 'overbrugging', 'afgesloten')) {
    expect(t.gekozen, 'niemand gekozen').toEqual([]);
    expect(t).not.toHaveProperty('verwachteStartDatum');
    expect(t).not.toHaveProperty('evaluatieDatum');
    expect(t).not.toHaveProperty('eigenaar');
  }
  if (buiten(t, 'overbrugging', 'advies', 'afgesloten'))
    expect(t).not.toHaveProperty('duidelijkheidTijdstip');
  if (buiten(t, 'bemiddeling', 'advies', 'afgesloten') && !t.advies)
    expect(t).not.toHaveProperty('opvolgDatum');
  if (t.fase === 'bespreking') expect(t).toHaveProperty('tafelDatum');
  if (['intake', 'voorbereiding', 'bemiddeling', 'advies'].includes(t.fase))
    expect(t).not.toHaveProperty('tafelDatum');
  if (!vorige) return;
  expect(t.versie).toBe(vorige.versie + 1);
  expect(t.ronde).toBeGreaterThanOrEqual(vorige.ronde);
  expect(t.kenmerk).toBe(vorige.kenmerk);
  expect(Object.keys(t.onderzoeken)).toEqual(expect.arrayContaining(Object.keys(vorige.onderzoeken)));
}
