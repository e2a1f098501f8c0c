/**
 * The Crisis Interventie Team: on call around the clock, and where needed on the spot within two hours. A crisis never
 * waits in a queue of Zorglogistiek (regiovisie-monitor-2022, "Crisis Interventie Team Haaglanden (CIT)"; domein, "CIT").
 */

/** How to reach the CIT. */
export interface Cit {
  /** Its number as people read it; a remark may follow between parentheses. */
  telefoon: string;
  /** The address of its web page. */
  pagina: string;
}

/** The CIT by its name. */
export const citNaam = 'Crisis Interventie Team (CIT)';

const altijdBereikbaar = 'Het CIT is dag en nacht bereikbaar en komt als het nodig is binnen twee uur.';

/** What someone in a crisis reads, before anything else. */
export function crisisMelding({ telefoon }: Cit): string {
  return `Bel nu het ${citNaam}: ${telefoon}. ${altijdBereikbaar} Wacht niet op een bericht van Zorglogistiek: bij een crisis helpt het CIT.`;
}

/** What a coördinator reads whose word of a crisis was taken: the aanmelder was mailed. */
export function crisisVerwerkt({ telefoon }: Cit): string {
  return `Bel nu de aanmelder en vraag of het ${citNaam} is gebeld: ${telefoon}. De aanmelder krijgt daarover ook een e-mail.`;
}

/** What a coördinator reads whose word of a crisis was not taken, or not yet: no e-mail has left. */
export function crisisNietVerwerkt({ telefoon }: Cit): string {
  return `Bel nu zelf het ${citNaam}: ${telefoon}. ${altijdBereikbaar} Bel daarna de aanmelder. Door dit verzoek is nog niemand gewaarschuwd.`;
}

/** The number of the CIT as a telephone dials it, without spaces and without the remark. */
export function belbaar({ telefoon }: Cit): string {
  return telefoon.replace(/ \(.*$/, '').replace(/[^+0-9]/g, '');
}
