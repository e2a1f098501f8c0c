/** The numbers of answering without an account, in one place. Times in ms. */

const minuut = 60_000;
const uur = 60 * minuut;
const dag = 24 * uur;

export const linkbeleid = {
  /**
   * How long a link works after the last e-mail that held it. Whoever is still asked gets a reminder at least every
   * five werkdagen (ontwerp, "The rules of a traject"), so this outlasts a holiday and little more. Who is
   * chosen or has something else to carry out keeps its link until that is done (`blijft` in api/linkdoel.ts).
   */
  linkGeldig: 30 * dag,
  /**
   * How long a link works after the moment until which its e-mail asks for an answer, when that is later: an uitvraag can be open
   * again for 60 days. Who is there at the last moment can finish.
   */
  naTermijn: dag,
  /** How long a one-time code works (ontwerp and the agreed way of answering: ten minutes). */
  codeGeldig: 10 * minuut,
  /** Wrong tries after which a code is used up: room for slips of the pen, none for guessing among a million. */
  pogingenPerCode: 5,
  /** Codes that may be asked for one link within an hour: enough when an SMS stays away. */
  codesPerUur: 4,
  /**
   * Codes that may be asked for one link within a day. With five tries each, somebody who holds the link but not the
   * phone gets 50 guesses a day: after the 30 days of a link still less than one chance in 600, and after the 62 of the
   * longest that an uitvraag asks for less than one in 300.
   */
  codesPerDag: 10,
  /** How long the page may be used after the right code, as long as it takes to read and to write an answer. */
  sessieGeldig: 30 * minuut,
  /** The windows in which codes are counted. */
  uur,
  dag,
} as const;
