import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import { leesAanmeldformulier } from '../../web/paginas/aanmeldformulier.ts';
import { aanmeldvelden } from '../../web/paginas/aanmeldvelden.ts';
import { getyptVoor } from '../support/formulier.ts';

/** The paths of all that is asked in a schema: what is no group. */
function bladeren(schema: z.core.$ZodType, pad: string[] = []): string[] {
  if (!(schema instanceof z.ZodObject)) return [pad.join('.')];
  return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([naam, deel]) =>
    bladeren(deel, [...pad, naam]),
  );
}

describe('het aanmeldformulier', () => {
  it('vraagt ieder veld van een aanmelding één keer, behalve het kanaal: dat is de website', () => {
    expect(['kanaal', ...aanmeldvelden.map(({ pad }) => pad)].sort()).toEqual(
      bladeren(aanmeldingSchema).sort(),
    );
  });

  it('maakt van wat is ingevuld precies de aanmelding die de API ook krijgt', () => {
    for (const aanmelding of [aanmeldingVoorbeeld, { ...aanmeldingVoorbeeld, crisis: true }])
      expect(leesAanmeldformulier(getyptVoor(aanmelding)).uitkomst).toEqual({ waarde: aanmelding });
  });

  it('leest een datum met losse cijfers, en een lijst met lege regels en spaties', () => {
    const getypt = {
      ...getyptVoor(aanmeldingVoorbeeld),
      'jeugdige.geboorteDatum.dag': ' 3 ',
      'jeugdige.geboorteDatum.maand': '4',
      'jeugdige.geboorteDatum.jaar': '2016',
      'vraag.gevraagdeAanbieders': '\r\n Kompas \r\n\r\n  \r\nDe Haven',
    };
    expect(leesAanmeldformulier(getypt).uitkomst).toMatchObject({
      waarde: {
        jeugdige: { geboorteDatum: '2016-04-03' },
        vraag: { gevraagdeAanbieders: ['Kompas', 'De Haven'] },
      },
    });
  });
});
