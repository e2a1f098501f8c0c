import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from '../../domain/bsn.ts';

const geldig = ['111222333', '123456782', '999990019', '010464554'];

describe('het BSN voldoet aan de elfproef', () => {
  it.each(geldig)('%s is een BSN', (bsn) => {
    expect(isBsn(bsn)).toBe(true);
  });

  it.each([
    ['alleen nullen', '000000000'],
    ['acht cijfers', '12345678'],
    ['tien cijfers', '1234567820'],
    ['elfproef klopt niet', '123456789'],
    ['met punten', '1112.22.333'],
    ['met een regeleinde', '111222333\n'],
    ['andere cijfertekens', '١١١٢٢٢٣٣٣'],
    ['leeg', ''],
  ])('geen BSN: %s', (_, tekst) => {
    expect(isBsn(tekst)).toBe(false);
  });

  it('één verkeerd cijfer valt altijd op', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...geldig),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (bsn, plaats, verschil) => {
          const cijfers = [...bsn];
          cijfers[plaats] = String((Number(cijfers[plaats]) + verschil) % 10);
          return !isBsn(cijfers.join(''));
        },
      ),
    );
  });

  it('twee verwisselde buren vallen altijd op', () => {
    fc.assert(
      fc.property(fc.constantFrom(...geldig), fc.integer({ min: 0, max: 7 }), (bsn, plaats) => {
        const cijfers = [...bsn];
        const [links, rechts] = [cijfers[plaats], cijfers[plaats + 1]];
        fc.pre(links !== rechts && links !== undefined && rechts !== undefined);
        cijfers.splice(plaats, 2, rechts, links);
        return !isBsn(cijfers.join(''));
      }),
    );
  });
});
