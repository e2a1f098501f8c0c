/** The kenmerk of a traject, and every id that is derived from it: made and read here only. */
import { z } from 'zod';
import { type Spoor, sporen } from './codes.ts';

/** The letters of the spoor that a traject came in on; they stay when it moves to another (ontwerp, "Spoor"). */
const letters = { zorglogistiek: 'ZL', zorgbemiddeling: 'ZB', experttafel: 'ET' } as const satisfies Record<
  Spoor,
  string
>;

const kenmerkPatroon = `(?:${sporen.map((spoor) => letters[spoor]).join('|')})-[0-9]{4}-(?!0000)(?:[0-9]{4}|[1-9][0-9]{4,7})`;

/** The kenmerk of a traject, such as `ZL-2025-0014`: spoor, year and a number of at least four digits. */
export const kenmerkSchema = z
  .string()
  .regex(
    new RegExp(`^${kenmerkPatroon}$`),
    'Vul een kenmerk in zoals ZL-2025-0014: twee letters, het jaar en een volgnummer.',
  )
  .meta({ title: 'Kenmerk', description: 'Het kenmerk van het traject.', examples: ['ZL-2025-0014'] });

/**
 * The kenmerk for the `volgnummer`-th traject of a year on a spoor; a number above 9999 takes more digits.
 * Throws when the year or the number cannot make a kenmerk.
 */
export function maakKenmerk(spoor: Spoor, jaar: number, volgnummer: number): string {
  return kenmerkSchema.parse(`${letters[spoor]}-${jaar}-${String(volgnummer).padStart(4, '0')}`);
}

/** The spoor that a traject came in on, from the letters of its kenmerk. Throws a RangeError when it begins with none of them. */
export function leesSpoor(kenmerk: string): Spoor {
  const spoor = sporen.find((deze) => kenmerk.startsWith(`${letters[deze]}-`));
  if (!spoor) throw new RangeError('dit is geen kenmerk');
  return spoor;
}

/** The workflow id of a traject: `traject-ZL-2025-0014`. */
export function trajectWorkflowId(kenmerk: string): string {
  return `traject-${kenmerk}`;
}

/** The id, also the workflow id, of the onderzoek of one aanbieder in one round: `onderzoek-ZL-2025-0014-aanbieder-03-r1`. */
export function onderzoekId(kenmerk: string, aanbieder: string, ronde: number): string {
  return `onderzoek-${kenmerk}-${aanbieder}-r${ronde}`;
}

export interface OnderzoekSleutel {
  kenmerk: string;
  aanbieder: string;
  ronde: number;
}

const onderzoekPatroon = new RegExp(
  `^onderzoek-(?<kenmerk>${kenmerkPatroon})-(?<aanbieder>[a-z0-9]+(?:-[a-z0-9]+)*)-r(?<ronde>[1-9][0-9]{0,3})$`,
);

/** The kenmerk, aanbieder and round of an id made by {@link onderzoekId}; null for any other text. */
export function leesOnderzoekId(id: string): OnderzoekSleutel | null {
  const delen = onderzoekPatroon.exec(id)?.groups;
  if (!delen?.kenmerk || !delen.aanbieder) return null;
  return { kenmerk: delen.kenmerk, aanbieder: delen.aanbieder, ronde: Number(delen.ronde) };
}
