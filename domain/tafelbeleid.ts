/** The numbers of policy of the table. The limit, the day and the rhythm are settings (infra/instellingen.ts). */

/** Werkdagen before the table at which its agenda closes and the stukken go out (*Project*: time to read them). */
export const tafelSluitWerkdagen = 3;

/** How long a table takes, in minutes: what an invitation keeps free. *Project*. */
export const tafelDuurMinuten = 120;

/** When a table begins on the clock in the Netherlands, unless it was said otherwise. *Project*. */
export const tafelBeginTijd = '09:30';

/** How many cases a table discusses at most, unless a setting says otherwise. *Project*: twenty minutes for each. */
export const tafelLimiet = 6;

/** How many weeks ahead the Schedule plans: longer than the ambitie of four weeks, so that there is always a next table. */
export const tafelVooruitWeken = 6;

/** Days within which there must be a next table for a case of a cancelled one; else it goes direct. *Project*: the ambitie. */
export const naarVolgendeTafelDagen = 14;

/**
 * How often the closing of an agenda, or the dividing of a cancelled one, looks for a traject that is still on its way
 * before it goes on without it. *Project*: an hour, at two attempts a minute (workflows/activiteiten.ts), where the
 * reconciler finishes or refuses a decision within a minute. Counted in attempts and not in time, so that nobody is left
 * out for hours in which no worker ran and nothing could be taken.
 */
export const onderwegPogingen = 120;
