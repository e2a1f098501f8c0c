/** Numbers of a report as people in the Netherlands write them. */
import type { Eenheid } from '../../domain/rapport/rapport.ts';

const heel = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

const eenheden: Readonly<Record<Eenheid, (getal: string, waarde: number) => string>> = {
  aantal: (getal) => getal,
  procent: (getal) => `${getal}\u00a0%`,
  dagen: (getal, waarde) => `${getal}\u00a0${waarde === 1 ? 'dag' : 'dagen'}`,
  weken: (getal, waarde) => `${getal}\u00a0${waarde === 1 ? 'week' : 'weken'}`,
};

/** What stands in the place of a number that is not shown because a small number stands behind it. */
export const verborgen = 'verborgen';
/** What stands there when there is nothing to count from. */
const geenGegevens = 'geen gegevens';

/** A number with its unit: `1.234`, `12,5 dagen`; in words why there is none. */
export function getal(waarde: number | null, eenheid: Eenheid, isVerborgen: boolean): string {
  if (isVerborgen) return verborgen;
  return waarde === null ? geenGegevens : eenheden[eenheid](heel.format(waarde), waarde);
}
