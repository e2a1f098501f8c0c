/**
 * A moment in few words, for the Temporal UI. `Intl` reads the time zone database of the machine; that is safe there because
 * summaries and details are no part of what a replay compares.
 */
const kort = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Amsterdam',
});

/** A moment (ms since the epoch) in short Dutch words, in Europe/Amsterdam: `5 juni 09:00`. */
export function moment(ms: number): string {
  return kort.format(ms).replace(' om ', ' ').replace(',', '');
}
