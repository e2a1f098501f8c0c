/** Facts of aanmeldingen for the tests of reports: one that has just come in, and what happened to it since. */
import { dag } from '../../domain/beleid.ts';
import { leesPeriode, type Periode } from '../../domain/periode.ts';
import { type Aangemeld, type Feiten, feitenVan, type Verhaalregel } from '../../domain/rapport/feiten.ts';

/** The period with this code. */
export function periode(code: string): Periode {
  const gelezen = leesPeriode(code);
  if (!gelezen) throw new Error(`${code} is geen periode`);
  return gelezen;
}

/** One line of a story: what, how many days after the aanmelding, with which codes. */
export type Daarna = readonly [soort: string, naDagen: number, codes?: Record<string, unknown>];

/**
 * The facts of an aanmelding on a moment (ISO 8601) with what came after it, seen at `peil` (ms since the epoch). `begin`
 * differs from a child of ten in Den Haag that lives at home, signed up by a jeugdteam.
 */
export function feit(
  moment: string,
  peil: number,
  daarna: readonly Daarna[] = [],
  begin: Record<string, unknown> & Partial<Pick<Aangemeld, 'kenmerk' | 'leeftijdMaanden'>> = {},
): Feiten {
  const aanmeldingTijdstip = Date.parse(moment);
  const { kenmerk = 'ZL-2025-0001', leeftijdMaanden = 123, ...codes } = begin;
  const verhaal: Verhaalregel[] = [
    {
      soort: 'aangemeld',
      tijdstip: aanmeldingTijdstip,
      codes: {
        gemeente: 'den-haag',
        verblijfplaats: 'thuis',
        organisatieSoort: 'jeugdteam',
        complexiteit: 'gewoon',
        ...codes,
      },
    },
    ...daarna.map(([soort, dagen, wat = {}]) => ({
      soort,
      tijdstip: aanmeldingTijdstip + dagen * dag,
      codes: wat,
    })),
  ];
  const weken = codes.complexiteit === 'zeer-complex' ? 4 : 2;
  const feiten = feitenVan(
    {
      kenmerk,
      aanmeldingTijdstip,
      leeftijdMaanden,
      ambitieTijdstip: aanmeldingTijdstip + weken * 7 * dag,
    },
    verhaal,
    peil,
  );
  if (!feiten) throw new Error('de aanmelding was er toen nog niet');
  return feiten;
}
