/** Who writes a text that goes beyond the team is told so beside the field. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { trajectBesluiten } from '../../domain/besluiten.ts';

type Soort = keyof typeof trajectBesluiten;

function beschrijving(soort: Soort, naam: string): string {
  const veld = (trajectBesluiten[soort].inhoud.shape as Record<string, z.ZodType>)[naam];
  const binnen = veld instanceof z.ZodOptional ? (veld.unwrap() as z.ZodType) : veld;
  return binnen?.meta()?.description ?? '';
}

it.each<[Soort, string, RegExp]>([
  [
    'verslag',
    'geprobeerd',
    /aanmelder en de aanbieders die onderzoeken, zijn gekozen.*of een afspraak hebben/,
  ],
  [
    'verslag',
    'waaromNiet',
    /aanmelder en de aanbieders die onderzoeken, zijn gekozen.*of een afspraak hebben/,
  ],
  ['verslag', 'verslag', /aanmelder en de aanbieders die onderzoeken, zijn gekozen.*of een afspraak hebben/],
  ['keuze', 'overbruggingsplan', /aanmelder, de gekozen aanbieders en de eigenaar/],
  ['overbrugging', 'overbruggingsplan', /aanmelder, de gekozen aanbieders en de eigenaar/],
])('bij %s staat bij het veld %s wie het leest', (soort, veld, lezers) => {
  expect(beschrijving(soort, veld)).toMatch(lezers);
  expect(beschrijving(soort, veld)).toContain('Gaat nooit mee in een e-mail.');
});

it('een toelichting voor het team blijft in het dossier', () => {
  expect(beschrijving('opschorting', 'toelichting')).toContain('blijft in het dossier');
});
