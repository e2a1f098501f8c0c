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

/** What someone in a crisis reads, before anything else. */
export function crisisMelding({ telefoon }: Cit): string {
  return `Bel nu het Crisis Interventie Team (CIT): ${telefoon}. Het CIT is dag en nacht bereikbaar en komt als het nodig is binnen twee uur. Wacht niet op een bericht van Zorglogistiek: bij een crisis helpt het CIT.`;
}

/** The number of the CIT as a telephone dials it, without spaces and without the remark. */
export function belbaar({ telefoon }: Cit): string {
  return telefoon.replace(/ \(.*$/, '').replace(/[^+0-9]/g, '');
}
