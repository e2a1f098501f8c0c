/** The numbers of policy of the doorbraak. How often it comes is a setting (infra/instellingen.ts). */

/** Days between the peildatum and the meetings with the GI's: time to read the agenda. *Project*. */
export const besprekingNaDagen = 14;

/** When the meeting with the first group begins on the clock in the Netherlands; each next group an hour later. *Project*. */
export const besprekingEersteUur = 9;

/** How long the meeting with one group takes, in minutes: what an invitation keeps free. *Project*. */
export const besprekingDuurMinuten = 60;

/** Werkdagen after the date of an agreement at which the manager is told, once, that it is not done. *Project*. */
export const afspraakEscalatieWerkdagen = 5;
