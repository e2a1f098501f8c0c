/** The e-mail of every Monday that leads the manager to the weekly page. No calendar: workflows use this. */
import { z } from 'zod';
import type { BerichtOpdracht } from '../berichten.ts';
import { periodeInWoorden } from '../doorbraakCodes.ts';

const idBegin = 'weekoverzicht-';
const weekvorm = /^[0-9]{4}-W[0-9]{2}$/;

/** The id of the overview of a week (its code, as `2027-W27`), also that of its workflow: `weekoverzicht-2027-W27`. */
export function weekoverzichtId(week: string): string {
  return `${idBegin}${week}`;
}

/** The code of the week of an id made by {@link weekoverzichtId}; null for any other text. */
export function leesWeekoverzichtId(id: string): string | null {
  const week = id.startsWith(idBegin) ? id.slice(idBegin.length) : '';
  return weekvorm.test(week) ? week : null;
}

/** The id of the overview of a week, as it stands in the mail register. */
export const weekoverzichtIdSchema = z.string().refine((id) => leesWeekoverzichtId(id) !== null);

/** The e-mail of a week. */
export function weekBerichten(week: string): BerichtOpdracht[] {
  return [{ soort: 'weekoverzicht', aan: { wie: 'manager' }, gelegenheid: 'maandag', gegevens: { week } }];
}

/** The workflow of a week in one line, for the list in the Temporal UI. */
export function weekSamenvatting(week: string): string {
  return `Weekoverzicht van ${periodeInWoorden(week)}: de manager berichten`;
}

/** The workflow of a week in the Temporal UI: what it does, and where the page is (Markdown). */
export function weekDetails(week: string): string {
  return [
    `**Weekoverzicht van ${periodeInWoorden(week)}**`,
    '',
    'De manager krijgt een link naar wat vastloopt en wat volgende week te laat wordt.',
    '',
    `De cijfers staan bij \`/v1/rapportages/week/${week}\`.`,
  ].join('\n');
}
