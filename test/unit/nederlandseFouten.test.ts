import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { labelVan, nederlandseFouten } from '../../domain/fouten.ts';

const besluit = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('naar-tafel') }),
    z.strictObject({
      soort: z.literal('afgewezen'),
      reden: z.enum(['a', 'b']).meta({ title: 'Reden' }),
      ronde: z.int().min(1).max(9).optional().meta({ title: 'Ronde' }),
      tekst: z.string().min(3).nullable().meta({ title: 'Toelichting' }),
      namen: z
        .array(z.object({ naam: z.string().meta({ title: 'Naam' }) }))
        .min(1)
        .default([]),
    }),
  ])
  .meta({ title: 'Besluit' });

const goed = { soort: 'afgewezen', reden: 'a', tekst: 'drie', namen: [{ naam: 'x' }] };

function fouten(invoer: unknown) {
  const uitslag = besluit.safeParse(invoer);
  return uitslag.success ? [] : nederlandseFouten(uitslag.error, besluit);
}

describe('elke fout zegt bij welk veld hij hoort en wat de lezer kan doen', () => {
  it('zegt niets bij een goed besluit', () => {
    expect(fouten(goed)).toEqual([]);
  });

  it.each([
    [{ soort: 'x' }, 'soort', 'soort', 'Kies één van: naar-tafel, afgewezen.'],
    [{ ...goed, reden: 'c' }, 'reden', 'Reden', 'Kies één van: a, b.'],
    [{ ...goed, reden: undefined }, 'reden', 'Reden', 'Dit veld ontbreekt. Kies één van: a, b.'],
    [{ ...goed, ronde: 0 }, 'ronde', 'Ronde', 'Vul een getal in van ten minste 1.'],
    [{ ...goed, ronde: 10 }, 'ronde', 'Ronde', 'Vul een getal in van hoogstens 9.'],
    [{ ...goed, ronde: 1.5 }, 'ronde', 'Ronde', 'Vul hier een heel getal in.'],
    [{ ...goed, ronde: '1' }, 'ronde', 'Ronde', 'Vul hier een getal in.'],
    [{ ...goed, tekst: 'ab' }, 'tekst', 'Toelichting', 'Gebruik ten minste 3 tekens.'],
    [{ ...goed, tekst: 3 }, 'tekst', 'Toelichting', 'Vul hier tekst in.'],
    [{ ...goed, namen: [] }, 'namen', 'namen', 'Geef ten minste 1 in de lijst.'],
    [{ ...goed, namen: [{}] }, 'namen.0.naam', 'Naam', 'Dit veld ontbreekt. Vul het in.'],
    [
      { ...goed, extra: 1 },
      'extra',
      'extra',
      'Dit veld kennen wij niet. Haal het weg, of kijk of de naam goed is geschreven.',
    ],
    [null, '', 'Besluit', 'Vul hier een groep velden in (een JSON-object).'],
  ])('%j', (invoer, veld, label, melding) => {
    expect(fouten(invoer)).toEqual([{ veld, label, melding }]);
  });

  it.each(['toString', '__proto__', 'constructor'])(
    'noemt een veld dat het schema niet kent bij zijn eigen naam: %s',
    (naam) => {
      expect(labelVan([naam, 'diep'], besluit)).toBe('diep');
      expect(labelVan([naam], besluit)).toBe(naam);
    },
  );
});
