/** The weekly page tells what is stuck and why, and what will be late next week (domain/rapport/week.ts). */
import { expect, it } from 'vitest';
import { type Lopend, maakWeekoverzicht } from '../../domain/rapport/week.ts';
import { periode } from '../support/feiten.ts';

const week = periode('2025-W27');
const nu = Date.parse('2025-07-02T09:00:00+02:00');
const op = (datum: string) => Date.parse(`${datum}T12:00:00+02:00`);
let nummer = 0;
const traject = (deel: Partial<Lopend>): Lopend => {
  nummer += 1;
  return {
    kenmerk: `ZL-2025-${String(nummer).padStart(4, '0')}`,
    signalen: [],
    vastgelopenRedenen: [],
    wachtSinds: op('2025-06-30'),
    ambitieTijdstip: op('2025-08-01'),
    ...deel,
  };
};

it('het weekoverzicht noemt wat vastloopt met de reden, en wat voor het einde van volgende week te laat wordt', () => {
  const lang = traject({
    signalen: ['vastgelopen', 'te-laat'],
    vastgelopenRedenen: ['antwoord', 'contact'],
    wachtreden: 'personeelstekort',
    wachtSinds: op('2025-06-01'),
    ambitieTijdstip: op('2025-06-20'),
  });
  const kort = traject({ signalen: ['vastgelopen'], vastgelopenRedenen: ['antwoord'] });
  const morgen = traject({ ambitieTijdstip: op('2025-07-03') });
  const zondag = traject({ ambitieTijdstip: op('2025-07-13') });
  const rapport = maakWeekoverzicht(
    week,
    [
      kort,
      lang,
      zondag,
      morgen,
      traject({ ambitieTijdstip: op('2025-07-14') }),
      traject({ ambitieTijdstip: op('2025-07-03'), duidelijkheidTijdstip: op('2025-07-01') }),
      traject({ ambitieTijdstip: op('2025-07-03'), signalen: ['opgeschort'] }),
      traject({ signalen: ['wachten-is-keuze'] }),
    ],
    nu,
  );
  expect(Object.fromEntries(rapport.cijfers.map(({ code, waarde }) => [code, waarde]))).toEqual({
    vastgelopen: 2,
    teLaat: 1,
    wordtTeLaat: 2,
    schadelijk: 0,
    opgeschort: 1,
    wachtenIsKeuze: 1,
  });
  const tabel = (naam: string) =>
    rapport.tabellen
      .find(({ code }) => code === naam)
      ?.rijen.filter(({ waarden }) => waarden[0] !== 0)
      .map(({ code, waarden }) => [code, waarden[0]]);
  expect(tabel('redenen')).toEqual([
    ['antwoord', 2],
    ['contact', 1],
  ]);
  expect(tabel('teLaatPerWachtreden')).toEqual([['personeelstekort', 1]]);
  expect(tabel('vastgelopenTrajecten')).toEqual([
    [lang.kenmerk, 30],
    [kort.kenmerk, 1],
  ]);
  expect(tabel('wordtTeLaatTrajecten')).toEqual([
    [morgen.kenmerk, 1],
    [zondag.kenmerk, 11],
  ]);
});
