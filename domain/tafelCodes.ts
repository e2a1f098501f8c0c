/** The coded lists of a table, and the id by which everybody knows it. */
import { z } from 'zod';
import { datumSchema } from './codes.ts';

/** Where a table stands: gepland → agenda-gesloten → gehouden → afgerond, or vervallen before it is afgerond. */
export const tafelStatussen = ['gepland', 'agenda-gesloten', 'gehouden', 'vervallen', 'afgerond'] as const;
export type TafelStatus = (typeof tafelStatussen)[number];

/** Where the tafelleden meet, with what an invitation says of it. */
export const tafelPlaatsen = {
  kantoor: 'het kantoor van het Expertiseteam Complexe Zorg',
  online: 'online, met een link van de coördinator',
} as const;
export type TafelPlaats = keyof typeof tafelPlaatsen;

/** Why a table is cancelled, as an invitation says it ("a bespreking is cancelled": domein, "What goes wrong in practice"). */
export const tafelVervalredenen = {
  'te-weinig-deelnemers': 'Er kunnen te weinig deelnemers bij zijn.',
  'voorzitter-ziek': 'De voorzitter is ziek.',
  'geen-aanmeldingen': 'Er zijn geen aanmeldingen om te bespreken.',
  anders: 'Neem contact op met de coördinator als u wilt weten waarom.',
} as const;
export type TafelVervalreden = keyof typeof tafelVervalredenen;

/** A time on the clock in the Netherlands, HH:MM. */
export const tijdSchema = z
  .string()
  .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'Vul een tijd in als uu:mm, bijvoorbeeld 09:30.');

/** The id of the table of a day (yyyy-mm-dd), also its workflow id: `tafel-2025-06-12`. */
export function tafelId(datum: string): string {
  return `tafel-${datum}`;
}

/** The day (yyyy-mm-dd) of an id made by {@link tafelId}; null for any other text. */
export function leesTafelId(id: string): string | null {
  const { data } = datumSchema.safeParse(id.startsWith('tafel-') ? id.slice('tafel-'.length) : '');
  return data ?? null;
}

/** The id of a table. */
export const tafelIdSchema = z.string().refine((id) => leesTafelId(id) !== null);
