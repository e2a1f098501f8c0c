import { describe, expect, it } from 'vitest';
import { gemeenten, gemeenteSchema, isHaaglanden, meldingBuitenHaaglanden } from '../../domain/gemeenten.ts';

describe('het woonplaatsbeginsel in Haaglanden', () => {
  it('kent de tien gemeenten', () => {
    expect(Object.values(gemeenten)).toEqual([
      'Delft',
      'Den Haag',
      'Leidschendam-Voorburg',
      'Midden-Delfland',
      'Pijnacker-Nootdorp',
      'Rijswijk',
      'Voorschoten',
      'Wassenaar',
      'Westland',
      'Zoetermeer',
    ]);
  });

  it.each(gemeenteSchema.options)('%s is een keuze', (code) => {
    expect(gemeenteSchema.parse(code)).toBe(code);
    expect(isHaaglanden(code)).toBe(code !== 'buiten-haaglanden');
  });

  it.each(['rotterdam', 'Den Haag', 'toString', ''])('%j is geen keuze', (code) => {
    expect(gemeenteSchema.safeParse(code).success).toBe(false);
  });

  it('vertelt bij een gemeente elders wat er met de aanmelding gebeurt', () => {
    const melding = meldingBuitenHaaglanden('Rotterdam');
    expect(melding).toMatch(/^Rotterdam hoort niet bij de jeugdhulpregio Haaglanden/);
    expect(melding).toContain('verwijst u door');
  });
});
