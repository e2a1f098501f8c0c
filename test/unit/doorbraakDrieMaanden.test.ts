/** Who waits three calendar months net on the peildatum is gone through; one day less is not. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { begonnenTraject } from '../support/berichten.ts';

/** On 1 May 2025 at 10:00. */
const begin = begonnenTraject('ZL-2025-0014');
const gekozen = (deel: Partial<TrajectToestand>, peilDatum: string) =>
  kiesZaken([{ jeugdigeId: 'a', toestand: { ...begin, ...deel }, maatregel: 'geen' }], peilDatum).map(
    ({ zaak }) => zaak,
  );

describe('wie drie maanden wacht', () => {
  it('wordt besproken op de dag zelf, en een dag eerder niet', () => {
    expect(gekozen({}, '2025-08-01')).toMatchObject([
      { kenmerk: 'ZL-2025-0014', soort: 'zaak', schadelijk: false, afspraken: [] },
    ]);
    expect(gekozen({}, '2025-07-31')).toEqual([]);
  });

  it('telt in maanden van de kalender: van 30 november tot de laatste dag van februari', () => {
    const aanmeldingTijdstip = Date.UTC(2025, 10, 30, 11);
    expect(gekozen({ aanmeldingTijdstip }, '2026-02-28')).toHaveLength(1);
    expect(gekozen({ aanmeldingTijdstip }, '2026-02-27')).toEqual([]);
  });

  it('wordt besproken zodra het wachten schadelijk is, ook eerder', () => {
    expect(gekozen({ schadelijk: true }, '2025-05-02')).toMatchObject([{ soort: 'zaak', schadelijk: true }]);
  });

  it('wordt niet besproken als het traject is afgesloten of later begon', () => {
    expect(gekozen({ fase: 'afgesloten', eindeTijdstip: Date.UTC(2025, 7, 1) }, '2025-09-01')).toEqual([]);
    expect(gekozen({ schadelijk: true }, '2025-04-30')).toEqual([]);
  });

  it('wacht netto: tijd die was opgeschort telt niet mee', () => {
    const opgeschortDuur = 10 * dag;
    expect(gekozen({ opgeschortDuur }, '2025-08-11')).toMatchObject([
      { soort: 'zaak', nettoDagen: 91, brutoDagen: 101 },
    ]);
    expect(gekozen({ opgeschortDuur }, '2025-08-10')).toMatchObject([{ soort: 'opgeschort' }]);
  });
});
