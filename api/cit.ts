import type { Cit } from '../domain/cit.ts';
import type { Instellingen } from '../infra/instellingen.ts';

/** How this installation reaches the CIT. */
export function citUit({ ZL_CIT_TELEFOON, ZL_CIT_PAGINA }: Instellingen): Cit {
  return { telefoon: ZL_CIT_TELEFOON, pagina: ZL_CIT_PAGINA };
}
