/** Who waits three calendar months net on the peildatum is gone through; one day less is not. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import type { TrajectBegin } from '../../domain/traject.ts';
import { negenUurOp } from '../../domain/werkdagen.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';
import { type Daad, geleefd } from '../support/wekker.ts';

/** The zaken on a day of a traject that was signed up on 1 May 2025 at 10:00 and lived until then. */
const gekozen = (peilDatum: string, daden: readonly Daad[] = [], deel: Partial<TrajectBegin> = {}) =>
  kiesZaken(
    [
      {
        jeugdigeId: 'a',
        toestand: geleefd(begonnenTraject('ZL-2025-0014', deel), daden, negenUurOp(peilDatum)),
        maatregel: 'geen',
      },
    ],
    peilDatum,
  ).map(({ zaak }) => zaak);

const opDag = (hoeveelste: number) => aanmeldingTijdstip + hoeveelste * dag;
const opschorting = (nu: number): Daad => ({
  nu,
  soort: 'opschorting',
  codes: { reden: 'veiligheid-eerst', evaluatieDatum: '2025-12-01' },
});
const hervatting = (nu: number): Daad => ({ nu, soort: 'hervatting', codes: {} });
const ontbreekt = (nu: number): Daad => ({
  nu,
  soort: 'wachtreden',
  codes: { wachtreden: 'aanbod-ontbreekt' },
});

describe('wie drie maanden wacht', () => {
  it('wordt besproken op de dag zelf, en een dag eerder niet', () => {
    expect(gekozen('2025-08-01')).toMatchObject([
      { kenmerk: 'ZL-2025-0014', soort: 'zaak', schadelijk: false, afspraken: [] },
    ]);
    expect(gekozen('2025-08-02')).toMatchObject([{ soort: 'zaak', schadelijk: true }]);
    expect(gekozen('2025-07-31')).toEqual([]);
  });

  it('telt in maanden van de kalender: van 30 november tot de laatste dag van februari', () => {
    const deel = {
      aanmeldingTijdstip: Date.UTC(2025, 10, 30, 11),
      schadelijkTijdstip: Date.UTC(2026, 1, 28, 11),
    };
    expect(gekozen('2026-02-28', [], deel)).toHaveLength(1);
    expect(gekozen('2026-02-27', [], deel)).toEqual([]);
  });

  it('wordt niet besproken als het traject is afgesloten of later begon', () => {
    const ingetrokken: Daad = { nu: opDag(95), soort: 'intrekking', codes: { reden: 'plek-gevonden' } };
    expect(gekozen('2025-09-01', [ingetrokken])).toEqual([]);
    expect(gekozen('2025-04-30')).toEqual([]);
  });

  it('wacht netto: tijd die was opgeschort telt niet mee, ook niet als het teken van drie maanden er al is', () => {
    const daden = [opschorting(opDag(20)), hervatting(opDag(30))];
    expect(gekozen('2025-08-11', daden)).toMatchObject([
      { soort: 'zaak', nettoDagen: 91, brutoDagen: 101, schadelijk: true },
    ]);
    expect(gekozen('2025-08-10', daden)).toMatchObject([{ soort: 'opgeschort', schadelijk: true }]);
  });

  it('die al vijf maanden geleden is aangemeld en na tien dagen is opgeschort, staat apart', () => {
    expect(gekozen('2025-10-01', [opschorting(opDag(10))])).toMatchObject([
      { soort: 'opgeschort', brutoDagen: 152, nettoDagen: 10, opgeschort: true, schadelijk: true },
    ]);
  });
});

describe('wie wacht op hulp die er niet is', () => {
  it('wordt meteen besproken', () => {
    expect(gekozen('2025-05-02', [ontbreekt(aanmeldingTijdstip + 1)])).toMatchObject([
      { soort: 'zaak', schadelijk: true },
    ]);
  });

  it('wordt besproken, hoe lang het ook was opgeschort en wat er later als reden bij kwam', () => {
    const eerst = [ontbreekt(opDag(1)), opschorting(opDag(2))];
    const later = [opschorting(opDag(2)), ontbreekt(opDag(120))];
    const anders: Daad = { nu: opDag(130), soort: 'wachtreden', codes: { wachtreden: 'personeelstekort' } };
    for (const daden of [eerst, later, [...eerst, anders]])
      expect(gekozen('2025-10-01', daden)).toMatchObject([{ soort: 'zaak', opgeschort: true }]);
    expect(gekozen('2025-10-01', [...later, anders])).toMatchObject([{ soort: 'opgeschort' }]);
  });
});
