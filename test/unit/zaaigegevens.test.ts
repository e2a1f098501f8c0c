import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import { sectoren } from '../../domain/aanmeldingCodes.ts';
import { codeSchema } from '../../domain/codes.ts';
import {
  aanbieders,
  contacten,
  medewerkers,
  organisaties,
  tafellidmaatschappen,
} from '../../prisma/zaaigegevens.ts';

const { telefoon, email } = aanmeldingSchema.shape.aanmelder.shape;
const uniek = (waarden: readonly unknown[]) => new Set(waarden).size === waarden.length;

describe('de fictieve gegevens van een nieuwe database', () => {
  it('tellen 188 aanbieders, van wie twaalf aan de tafel', () => {
    expect(aanbieders).toHaveLength(188);
    expect(tafellidmaatschappen).toHaveLength(12);
    expect(uniek(aanbieders.map((aanbieder) => aanbieder.naam))).toBe(true);
  });

  it('hebben aan de tafel elke sector', () => {
    const leden = tafellidmaatschappen.map(({ aanbieder }) => aanbieder);
    const aanTafel = aanbieders.filter(({ code }) => leden.includes(code));
    expect(new Set(aanTafel.flatMap((aanbieder) => aanbieder.sectoren))).toEqual(
      new Set(Object.keys(sectoren)),
    );
  });

  it('hebben voor elke aanbieder een contact en het contact achter het contact, ieder met een eigen adres', () => {
    for (const { code } of aanbieders) {
      const eigen = contacten.filter((contact) => contact.aanbieder === code);
      expect(eigen.map((contact) => contact.volgorde)).toEqual([1, 2]);
      expect(eigen[0]?.naam).not.toBe(eigen[1]?.naam);
    }
    expect(contacten).toHaveLength(376);
    expect(uniek(contacten.map((contact) => contact.email))).toBe(true);
    expect(uniek(contacten.map((contact) => contact.telefoon))).toBe(true);
  });

  it('hebben alleen adressen en nummers die van niemand zijn', () => {
    for (const contact of contacten) expect(telefoon.parse(contact.telefoon)).toMatch(/^070 0/);
    for (const persoon of [...contacten, ...medewerkers])
      expect(email.parse(persoon.email)).toMatch(/\.example$/);
  });

  it('hebben per lijst unieke codes die in een kenmerk of een zoekopdracht kunnen staan', () => {
    for (const lijst of [aanbieders, contacten, medewerkers, organisaties]) {
      const codes = lijst.map((rij) => rij.code);
      expect(z.array(codeSchema).safeParse(codes).success).toBe(true);
      expect(uniek(codes)).toBe(true);
    }
  });

  it('kennen het team, vier soorten GI en een jeugdteam voor elke gemeente', () => {
    expect(medewerkers.map((medewerker) => medewerker.rol)).toEqual([
      'coordinator',
      'coordinator',
      'coordinator',
      'voorzitter',
      'manager',
    ]);
    expect(organisaties.filter((organisatie) => organisatie.soort === 'gi')).toHaveLength(4);
    // More GI's under one code have no mailbox together.
    expect(organisaties.find(({ code }) => code === 'andere-gi')).not.toHaveProperty('email');
    expect(organisaties.filter((organisatie) => organisatie.soort === 'jeugdteam')).toHaveLength(10);
  });
});
