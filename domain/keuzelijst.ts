import { z } from 'zod';

/** A list of choices: code → Dutch label, in the order in which a reader sees them. */
type Keuzelijst = Readonly<Record<string, string>>;

/** The codes of a list of choices. */
export type CodeVan<Lijst extends Keuzelijst> = keyof Lijst & string;

/** A zod schema that takes one code of a list of choices. */
export function keuzeUit<const Lijst extends Keuzelijst>(lijst: Lijst) {
  return z.enum(Object.keys(lijst) as CodeVan<Lijst>[]);
}

/** The choices in one Dutch sentence, code and label, for the description of a field. */
export function keuzesInWoorden(lijst: Keuzelijst): string {
  const keuzes = Object.entries(lijst).map(([code, label]) => `\`${code}\` (${label})`);
  return `Kies uit: ${keuzes.join(', ')}.`;
}
