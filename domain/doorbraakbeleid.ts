/** The numbers of policy of the doorbraak. How often it comes is a setting (infra/instellingen.ts). */

/** Days between the peildatum and the meetings with the GI's: time to read the agenda. *Project*. */
export const besprekingNaDagen = 14;

/** When the meeting with the first group begins on the clock in the Netherlands; each next group an hour later. *Project*. */
export const besprekingEersteUur = 9;

/** How long the meeting with one group takes, in minutes: what an invitation keeps free. *Project*. */
export const besprekingDuurMinuten = 60;

/** Werkdagen after the date of an agreement at which the manager is told, once, that it is not done. *Project*. */
export const afspraakEscalatieWerkdagen = 5;

/**
 * Calendar months after that in which the agreement can still be told to be done: in them two doorbraken have gone through
 * whoever still waits, and agreed anew. Then it vervalt, so that no workflow lives for ever. *Project*.
 */
export const afspraakVervalMaanden = 6;

/** Werkdagen after the meetings at which the coördinatoren are reminded of a doorbraak that is open: a week to put down what was agreed. *Project*. */
export const sluitHerinneringWerkdagen = 5;

/** Werkdagen after that at which the manager is told; a week, as for a norm of a traject. *Project*. */
export const sluitEscalatieWerkdagen = 5;

/**
 * Werkdagen after the end of its period, and after the manager was told, at which a doorbraak closes by itself when nothing lacks an
 * agreement: the next one has begun, and had a week to take over what did. *Project*.
 */
export const sluitVanzelfWerkdagen = 5;
