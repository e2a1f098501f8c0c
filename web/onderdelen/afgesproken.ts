/** What was agreed, on the pages of who carries it out. */
import type { ReactNode } from 'react';
import { samenvatting } from './samenvatting.ts';
import { alinea, kop, lijst, tekstblok } from './tekst.ts';

/** The time until care starts; dates and people in words. */
export interface Plan {
  /** When care is expected to start; null when that is not known. */
  start: string | null;
  /** The plan as it was written; null when there is none. */
  tekst: string | null;
  eigenaar: string | null;
  /** When the plan is looked at again. */
  bekeken: string | null;
}

/** The verslag of the bespreking, by part. */
export function verslagDeel(velden: readonly { label: string; tekst: string }[]): ReactNode[] {
  return [
    kop('Het verslag van de bespreking'),
    ...(velden.length === 0
      ? [alinea('Er is geen verslag om te tonen.')]
      : velden.flatMap(({ label, tekst }) => [kop(label, 3), tekstblok(tekst)])),
  ];
}

/** Who does what, and by when; nothing when nothing was agreed. */
export function afsprakenDeel(afspraken: readonly string[]): ReactNode[] {
  return afspraken.length === 0 ? [] : [kop('Afspraken'), lijst(afspraken)];
}

/** What happens until care starts; nothing before there is a keuze. */
export function planDeel(plan: Plan | null): ReactNode[] {
  if (!plan) return [];
  const { start, tekst, eigenaar, bekeken } = plan;
  return [
    kop('Tot de zorg start'),
    samenvatting([
      ['De zorg start naar verwachting op', start ?? 'Nog niet bekend'],
      ...(eigenaar ? [['Eigenaar van het overbruggingsplan', eigenaar] as const] : []),
      ...(bekeken ? [['Het plan wordt bekeken op', bekeken] as const] : []),
    ]),
    ...(tekst === null ? [] : [kop('Het overbruggingsplan', 3), tekstblok(tekst)]),
  ];
}
