/** One line of the story of a traject: what happened, in codes. */
export interface Gebeurtenis {
  soort: string;
  codes: Record<string, unknown>;
}
