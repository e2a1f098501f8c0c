/** How a decision is described: its codes (they travel to the workflow) and its free text (it stays in PostgreSQL). */
import { z } from 'zod';
import { codeSchema, datumSchema } from './codes.ts';
import { verhaal } from './tekst.ts';

/** A field of free text in a decision; `lezers` tells its writer who outside the team reads it. */
export const tekst = (title: string, lezers?: string) =>
  verhaal().meta({
    title,
    description: lezers
      ? `Vrije tekst. ${lezers} lezen dit achter een link, na een code. Gaat nooit mee in een e-mail.`
      : 'Vrije tekst. Deze tekst blijft in het dossier en gaat nooit mee in een e-mail.',
  });

/** A field that names aanbieders, each once. */
export const aanbieders = z
  .array(codeSchema)
  .min(1, 'Noem minstens één aanbieder die aan de slag gaat.')
  .max(20)
  .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere aanbieder één keer.')
  .meta({ title: 'Aanbieders', examples: [['aanbieder-01', 'aanbieder-02']] });

/** A field with a day, yyyy-mm-dd. */
export const datum = (title: string) => datumSchema.meta({ title, examples: ['2027-01-14'] });

type Vorm = z.core.$ZodShape;

/** What is wrong with the codes of a decision as a whole, and beside which field it is said. */
type Regelfout = { veld: string; melding: string };

/**
 * Describes one decision; `regel` finds what is wrong with its codes together, `regelMetTekst` what is wrong with codes and
 * free text together: only the API sees that, since free text does not travel.
 */
export function besluit<C extends Vorm, T extends Vorm>(opzet: {
  titel: string;
  codes: C;
  tekst: T;
  regel?: (codes: z.output<z.ZodObject<C, z.core.$strict>>) => Regelfout | null;
  regelMetTekst?: (inhoud: z.output<z.ZodObject<C & T, z.core.$strict>>) => Regelfout | null;
}) {
  const codes = z.strictObject(opzet.codes);
  const inhoud = z.strictObject({ ...opzet.codes, ...opzet.tekst });
  const { regel, regelMetTekst } = opzet;
  const toets =
    (...regels: (((waarde: never) => Regelfout | null) | undefined)[]) =>
    (waarde: unknown, context: z.core.$RefinementCtx) => {
      for (const een of regels) {
        const fout = een?.(waarde as never);
        if (fout) return context.addIssue({ code: 'custom', path: [fout.veld], message: fout.melding });
      }
    };
  return {
    titel: opzet.titel,
    /** What the workflow is told. */
    codes: codes.superRefine(toets(regel)),
    /** What the API accepts: the codes and the free text, side by side. */
    inhoud: inhoud.superRefine(toets(regel, regelMetTekst)),
    tekstvelden: Object.keys(opzet.tekst),
  };
}

/**
 * A rule for fields that belong to one choice: `nodig` must be there, `mag` may be there, and every field that belongs to
 * another choice may not.
 */
export function hoortBij<Veld extends string>(
  keuze: string,
  perKeuze: Readonly<Record<string, { nodig?: readonly Veld[]; mag?: readonly Veld[] }>>,
  codes: Readonly<Partial<Record<Veld, unknown>>>,
): Regelfout | null {
  const { nodig = [], mag = [] } = perKeuze[keuze] ?? {};
  const ontbreekt = nodig.find((veld) => codes[veld] === undefined);
  if (ontbreekt) return { veld: ontbreekt, melding: `Vul dit veld in. Het hoort bij “${keuze}”.` };
  const velden = new Set(
    Object.values(perKeuze).flatMap((keuzes) => [...(keuzes.nodig ?? []), ...(keuzes.mag ?? [])]),
  );
  const teveel = [...velden].find(
    (veld) => codes[veld] !== undefined && !nodig.includes(veld) && !mag.includes(veld),
  );
  return teveel ? { veld: teveel, melding: `Laat dit veld weg. Het hoort niet bij “${keuze}”.` } : null;
}
