import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sporen } from '../../domain/codes.ts';
import {
  kenmerkSchema,
  leesOnderzoekId,
  maakKenmerk,
  onderzoekId,
  trajectWorkflowId,
} from '../../domain/kenmerk.ts';

const kenmerken = fc
  .tuple(
    fc.constantFrom(...sporen),
    fc.integer({ min: 2020, max: 2099 }),
    fc.integer({ min: 1, max: 99_999_999 }),
  )
  .map(([spoor, jaar, volgnummer]) => maakKenmerk(spoor, jaar, volgnummer));

describe('het kenmerk van een traject', () => {
  it.each([
    ['zorglogistiek', 14, 'ZL-2025-0014'],
    ['zorgbemiddeling', 9999, 'ZB-2025-9999'],
    ['experttafel', 10000, 'ET-2025-10000'],
  ] as const)('%s nummer %i: %s', (spoor, volgnummer, verwacht) => {
    expect(maakKenmerk(spoor, 2025, volgnummer)).toBe(verwacht);
  });

  it.each([0, -1, 1.5, Number.NaN])('nummer %d kan niet', (volgnummer) => {
    expect(() => maakKenmerk('zorglogistiek', 2025, volgnummer)).toThrow();
  });

  it.each([
    'zl-2025-0014',
    'ZL-2025-014',
    'ZL-2025-00014',
    'ZL-2025-0000',
    'XX-2025-0014',
    'ZL-2025-0014\n',
    '',
  ])('%j is geen kenmerk', (tekst) => {
    expect(kenmerkSchema.safeParse(tekst).success).toBe(false);
  });

  it('elk gemaakt kenmerk is geldig', () => {
    fc.assert(fc.property(kenmerken, (kenmerk) => kenmerkSchema.safeParse(kenmerk).success));
  });
});

describe('de ids bij een kenmerk', () => {
  it('noemt het kenmerk in de workflow-id', () => {
    expect(trajectWorkflowId('ZL-2025-0014')).toBe('traject-ZL-2025-0014');
    expect(onderzoekId('ZL-2025-0014', 'aanbieder-03', 1)).toBe('onderzoek-ZL-2025-0014-aanbieder-03-r1');
  });

  it('leest uit de id van een onderzoek terug waaruit hij is gemaakt, ook als de aanbieder zelf op een ronde lijkt', () => {
    fc.assert(
      fc.property(
        kenmerken,
        fc.constantFrom('aanbieder-03', 'a', 'x-r1', 'r2', 'groep-7-r12'),
        fc.integer({ min: 1, max: 9999 }),
        (kenmerk, aanbieder, ronde) => {
          expect(leesOnderzoekId(onderzoekId(kenmerk, aanbieder, ronde))).toEqual({
            kenmerk,
            aanbieder,
            ronde,
          });
        },
      ),
    );
  });

  it.each([
    'traject-ZL-2025-0014',
    'onderzoek-ZL-2025-0014-r1',
    'onderzoek-ZL-2025-0014-aanbieder-03',
    'onderzoek-ZL-2025-0014-aanbieder-03-r0',
    'onderzoek-ZL-2025-0014-Aanbieder-r1',
    'onderzoek-ZL-2025-0014-aanbieder-03-r1 ',
  ])('%j is niet de id van een onderzoek', (id) => {
    expect(leesOnderzoekId(id)).toBeNull();
  });
});
