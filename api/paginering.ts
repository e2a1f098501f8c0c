/** Pages of a list, by cursor: a page stays right while rows are added. */
import { z } from 'zod';
import { veldfout } from '../domain/fouten.ts';
import { ongeldigeInvoer } from './problemen.ts';

/** The query keys of every list that comes in pages. */
export const paginaVelden = {
  limiet: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(25)
    .meta({ title: 'Aantal per pagina', description: 'Van 1 tot en met 100.', examples: [25] }),
  cursor: z
    .string()
    .max(200)
    .optional()
    .meta({ title: 'Cursor', description: 'De waarde van `volgende` uit de vorige pagina.' }),
};

/** What a key looks like where nothing more is known of it. */
const iedereSleutel = z.string().regex(/^[\w-]+$/);

/**
 * The key after which a page begins, from its cursor; `vorm` is what the keys of this list look like.
 * @throws ProbleemFout when the cursor was not made by this API.
 */
export function naCursor(
  cursor: string | undefined,
  vorm: z.ZodType<string> = iedereSleutel,
): string | undefined {
  if (cursor === undefined) return undefined;
  const sleutel = Buffer.from(cursor, 'base64url').toString('utf8');
  if (maakCursor(sleutel) !== cursor || !vorm.safeParse(sleutel).success)
    throw ongeldigeInvoer([
      veldfout(
        ['cursor'],
        'Deze cursor kennen wij niet. Neem de waarde van `volgende` uit de vorige pagina over.',
        z.object(paginaVelden),
      ),
    ]);
  return sleutel;
}

function maakCursor(sleutel: string): string {
  return Buffer.from(sleutel).toString('base64url');
}

/** One page out of `limiet + 1` rows, and the cursor of the next: the extra row only tells that there is more. */
export function neemPagina<R>(
  rijen: readonly R[],
  limiet: number,
  sleutelVan: (rij: R) => string,
): { getoond: R[]; volgende: string | null } {
  const getoond = rijen.slice(0, limiet);
  const laatste = getoond.at(-1);
  return { getoond, volgende: rijen.length > limiet && laatste ? maakCursor(sleutelVan(laatste)) : null };
}
