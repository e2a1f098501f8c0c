/** Text that a person types. */
import { z } from 'zod';

/**
 * One line of text, trimmed, of 1 to `lengte` characters. Control characters and line breaks of every kind are refused,
 * since a line break could end up in the header of a mail; so are characters that cannot be seen or that turn the
 * reading direction, since they make one name look like another. The joiner U+200D stays: emoji are made with it.
 */
export function regel(lengte: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(lengte)
    .regex(
      /^(?:[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\u200D)*$/u,
      'Gebruik hier één regel gewone tekst, zonder regeleinden, tabs of onzichtbare tekens.',
    );
}

/**
 * Free text of more lines, trimmed, of 1 to 10,000 characters. PostgreSQL cannot store a NUL character or half a
 * character, so both are refused.
 */
export function verhaal() {
  return z
    .string()
    .trim()
    .min(1)
    .max(10_000)
    .regex(/^[^\0\p{Cs}]*$/u, 'Haal de onleesbare tekens weg; wij kunnen ze niet opslaan.');
}
