/** When a table closes, begins and ends, and which tables the Schedule plans: across holidays and the change of the clock. */
import { describe, expect, it } from 'vitest';
import { tafelMomenten, tafelVanSchema } from '../../domain/tafelkalender.ts';

const moment = (ms: number) => new Date(ms).toISOString();
const langVooraf = Date.parse('2026-11-01T00:00:00Z');

describe('de momenten van een tafel', () => {
  it('gewone week: de agenda sluit maandag voor donderdag, om 09:00 uur', () => {
    const m = tafelMomenten('2027-01-14', '09:30', langVooraf);
    expect(moment(m.agendaSluitTijdstip)).toBe('2027-01-11T08:00:00.000Z');
    expect(moment(m.beginTijdstip)).toBe('2027-01-14T08:30:00.000Z');
    expect(moment(m.eindTijdstip)).toBe('2027-01-14T10:30:00.000Z');
    expect(moment(m.afrondTijdstip)).toBe('2027-01-15T08:00:00.000Z');
  });

  it('de dinsdag na Pasen, met de zomertijd ertussen: woensdag ervoor, nog in wintertijd', () => {
    // Easter Sunday 2027 is 28 March, the day on which summer time begins.
    const m = tafelMomenten('2027-03-30', '09:30', langVooraf);
    expect(moment(m.agendaSluitTijdstip)).toBe('2027-03-24T08:00:00.000Z');
    expect(moment(m.beginTijdstip)).toBe('2027-03-30T07:30:00.000Z');
  });

  it('de maandag na het einde van de zomertijd begint om dezelfde tijd op de klok', () => {
    const m = tafelMomenten('2027-11-01', '09:30', langVooraf);
    expect(moment(m.agendaSluitTijdstip)).toBe('2027-10-27T07:00:00.000Z');
    expect(moment(m.beginTijdstip)).toBe('2027-11-01T08:30:00.000Z');
  });

  it('op korte termijn: een uur na het plannen, en nooit na het begin', () => {
    const gisteren = Date.parse('2027-01-13T10:00:00Z');
    expect(moment(tafelMomenten('2027-01-14', '09:30', gisteren).agendaSluitTijdstip)).toBe(
      '2027-01-13T11:00:00.000Z',
    );
    const vlakVoor = Date.parse('2027-01-13T22:50:00Z');
    expect(moment(tafelMomenten('2027-01-14', '00:10', vlakVoor).agendaSluitTijdstip)).toBe(
      '2027-01-13T23:10:00.000Z',
    );
  });

  it('vandaag: open tot middernacht', () => {
    const m = tafelMomenten('2027-01-14', '09:30', Date.parse('2027-01-14T15:00:00Z'));
    expect(moment(m.agendaSluitTijdstip)).toBe('2027-01-14T23:00:00.000Z');
    expect(m.eindTijdstip).toBe(m.agendaSluitTijdstip);
    expect(moment(m.afrondTijdstip)).toBe('2027-01-15T08:00:00.000Z');
  });
});

describe('de tafel van het schema', () => {
  const op = (dag: string) => Date.parse(`${dag}T05:00:00Z`);

  it('is zes weken later, op de dag van de week die is gekozen, op welke dag het schema ook loopt', () => {
    expect(tafelVanSchema(op('2026-12-03'), 'donderdag', 1)).toBe('2027-01-14');
    expect(tafelVanSchema(op('2026-11-30'), 'donderdag', 1)).toBe('2027-01-14');
    expect(tafelVanSchema(op('2026-12-06'), 'donderdag', 1)).toBe('2027-01-14');
    expect(tafelVanSchema(op('2026-12-07'), 'maandag', 1)).toBe('2027-01-18');
  });

  it('schuift op een feestdag naar de volgende werkdag', () => {
    // Ascension Day 2027: Thursday 6 May.
    expect(tafelVanSchema(op('2027-03-25'), 'donderdag', 1)).toBe('2027-05-07');
  });

  it('komt om de zoveel weken, ook over de jaarwisseling', () => {
    const weken = Array.from({ length: 9 }, (_, i) => op('2026-11-05') + i * 7 * 24 * 60 * 60 * 1000);
    const om = (aantal: number) =>
      weken.map((moment) => tafelVanSchema(moment, 'donderdag', aantal) !== null);
    expect(om(1)).toEqual(Array(9).fill(true));
    const tweede = om(2);
    expect(tweede.filter(Boolean).length).toBeGreaterThanOrEqual(4);
    for (const [i, komt] of tweede.entries()) if (i > 0) expect(komt).toBe(!tweede[i - 1]);
  });
});
