/**
 * What the Temporal UI shows of a table: Dutch, Markdown, codes only (as domain/beeld.ts of a traject). `Intl` is safe here:
 * summaries and details are no part of what a replay compares.
 */
import { moment } from './kortMoment.ts';
import type { TafelToestand, TafelWekker } from './tafel.ts';

const dag = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
/** The sentence that stands beside a table (of a day, yyyy-mm-dd) in the Temporal UI: `Tafelbespreking 14 januari 2027`. */
export function tafelSamenvatting(datum: string): string {
  return `Tafelbespreking ${dag.format(Date.parse(datum))}`;
}

/** The sentence beside the timer of a table. */
export function tafelwekkerSamenvatting({ soort, tijdstip }: TafelWekker): string {
  const wat = {
    'agenda-sluit': 'de agenda sluit, de stukken en de uitnodigingen gaan uit',
    gehouden: 'de tafel is gehouden',
    afgerond: 'de tafel wordt afgerond',
  }[soort];
  return `${wat}, ${moment(tijdstip)}`;
}

/** The current details of a table: where it stands, its agenda once that has closed, and where one acts. */
export function tafelDetails(t: TafelToestand): string {
  const isOpen = t.status === 'gepland';
  const regels: [string, string][] = [
    ['Status', t.status],
    ['Begint', `${moment(t.beginTijdstip)} (${t.plaats})`],
    ['Agenda', isOpen ? `open tot ${moment(t.agendaSluitTijdstip)}` : t.agenda.join(', ') || 'leeg'],
    ['Hoogstens', `${t.agendaLimiet} trajecten`],
    ['Uitgenodigd', `${t.genodigden.length}`],
  ];
  if (t.vervalreden) regels.push(['Vervallen', t.vervalreden]);
  const tabel = regels.map(([naam, waarde]) => `| **${naam}** | ${waarde} |`).join('\n');
  return `${tafelSamenvatting(t.datum)}\n\n| | |\n|---|---|\n${tabel}\n\n[Verder met deze tafel](${t.basisUrl}/tafels/${t.datum})`;
}
