import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaPunt,
  volgordeUitleg,
  wegingBesluiten,
  wegingElementen,
  wegingVolgorde,
} from '../../domain/afwegingskader.ts';

const lang = Date.parse('2025-03-01T10:00Z');
const kort = Date.parse('2025-06-01T10:00Z');

const punt = (kenmerk: string, aanmeldingTijdstip: number, weging?: AgendaPunt['weging']): AgendaPunt => ({
  kenmerk,
  aanmeldingTijdstip,
  ...(weging && { weging }),
});
const volgorde = (...punten: AgendaPunt[]) => punten.sort(wegingVolgorde).map(({ kenmerk }) => kenmerk);

describe('de agenda van de tafel', () => {
  it('begint met wie voorrang kreeg, ook als een ander langer wacht of meer elementen heeft', () => {
    expect(
      volgorde(
        punt('ZL-2025-0001', lang),
        // Decided not to have voorrang: the elements do not count any more.
        punt('ZL-2025-0002', lang, { elementen: ['jong-kind', 'gi'], besluit: 'geen-voorrang' }),
        punt('ZL-2025-0003', lang, { elementen: [...wegingElementen] }),
        punt('ZL-2025-0004', kort, { elementen: [], besluit: 'voorrang' }),
      ),
    ).toEqual(['ZL-2025-0004', 'ZL-2025-0003', 'ZL-2025-0001', 'ZL-2025-0002']);
  });

  it('zet bij gelijke voorrang de meeste elementen eerst', () => {
    expect(
      volgorde(
        punt('ZL-2025-0001', lang, { elementen: ['gi'], besluit: 'voorrang' }),
        punt('ZL-2025-0002', kort, { elementen: ['gi', 'onveiligheid'], besluit: 'voorrang' }),
      ),
    ).toEqual(['ZL-2025-0002', 'ZL-2025-0001']);
  });

  it('zet daarna wie het langst wacht eerst; nog niet gewogen is hetzelfde als geen element', () => {
    expect(
      volgorde(
        punt('ZL-2025-0001', kort),
        punt('ZL-2025-0002', lang, { elementen: [], besluit: 'geen-voorrang' }),
      ),
    ).toEqual(['ZL-2025-0002', 'ZL-2025-0001']);
  });

  it('gaat bij een gelijk moment op kenmerk', () => {
    expect(volgorde(punt('ZL-2025-0002', kort), punt('ZL-2025-0001', kort))).toEqual([
      'ZL-2025-0001',
      'ZL-2025-0002',
    ]);
  });

  it('is altijd dezelfde, in welke volgorde de trajecten ook binnenkomen', () => {
    const weging = fc.record(
      { elementen: fc.subarray([...wegingElementen]), besluit: fc.constantFrom(...wegingBesluiten) },
      { requiredKeys: ['elementen'] },
    );
    const punten = fc.uniqueArray(
      fc.record(
        {
          kenmerk: fc
            .integer({ min: 1, max: 99 })
            .map((nummer) => `ZL-2025-00${`${nummer}`.padStart(2, '0')}`),
          aanmeldingTijdstip: fc.constantFrom(lang, kort),
          weging,
        },
        { requiredKeys: ['kenmerk', 'aanmeldingTijdstip'] },
      ),
      { selector: ({ kenmerk }) => kenmerk },
    );
    const paar = punten.chain((lijst) =>
      fc.tuple(
        fc.constant(lijst),
        fc.shuffledSubarray(lijst, { minLength: lijst.length, maxLength: lijst.length }),
      ),
    );
    fc.assert(
      fc.property(paar, ([een, ander]) => {
        expect(volgorde(...ander)).toEqual(volgorde(...een));
        for (const a of een) {
          expect(wegingVolgorde(a, a)).toBe(0);
          for (const b of een)
            expect(Math.sign(wegingVolgorde(a, b))).toBe(0 - Math.sign(wegingVolgorde(b, a)));
        }
      }),
    );
  });
});

describe('waarom iemand daar op de agenda staat', () => {
  const uitleg = (weging?: AgendaPunt['weging']) => volgordeUitleg(punt('ZL-2025-0001', lang, weging));

  it('noemt bij voorrang de elementen', () => {
    expect(uitleg({ elementen: ['jong-kind', 'onveiligheid'], besluit: 'voorrang' })).toBe(
      'Voorrang: dat is besloten (Jonger dan 7 jaar; Onveiligheid, vastgesteld met een gevalideerde risicotaxatie). Wie meer elementen heeft gaat voor, daarna op volgorde van aanmelding.',
    );
    expect(uitleg({ elementen: [], besluit: 'voorrang' })).toContain('(geen element geldt)');
  });

  it('zegt alleen “geen voorrang” als dat is besloten', () => {
    expect(uitleg({ elementen: ['gi'], besluit: 'geen-voorrang' })).toBe(
      'Geen voorrang: dat is besloten. Op volgorde van aanmelding.',
    );
  });

  it.each([
    [[], 'geldt geen element'],
    [['gi'], 'geldt één element'],
    [['gi', 'jong-kind'], 'gelden 2 elementen'],
  ] as const)('zegt dat er nog niet is gewogen, en hoeveel elementen er gelden: %j', (elementen, aantal) => {
    expect(uitleg({ elementen })).toMatch(/^Nog niet gewogen: /);
    expect(uitleg({ elementen })).toContain(aantal);
    expect(uitleg({ elementen })).not.toMatch(/[Gg]een voorrang/);
  });
});
