import { z } from 'zod';

/** The codes of a list, in the order in which the list shows them. */
export type CodeVan<Lijst extends Readonly<Record<string, string>>> = keyof Lijst & string;

/** A zod schema that takes one code of a list of code → Dutch label; the error names what can be chosen. */
export function keuzeUit<const Lijst extends Readonly<Record<string, string>>>(lijst: Lijst) {
  const codes = Object.keys(lijst) as CodeVan<Lijst>[];
  return z.enum(codes, `Kies één van: ${codes.join(', ')}.`);
}
