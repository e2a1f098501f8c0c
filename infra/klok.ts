/**
 * The one clock of the API and the activities. A moment that is stored comes from here or from
 * workflow time, never from `new Date()` at the place where it is needed (docs/ARCHITECTURE.md, "Eén klok").
 */
export interface Klok {
  /** The present moment, in milliseconds since the epoch (UTC). */
  nu(): number;
}

/** The clock of the machine. */
export const systeemKlok: Klok = { nu: () => Date.now() };
