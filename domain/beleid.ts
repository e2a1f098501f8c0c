/**
 * The numbers of policy, in one place. They travel in the state of a workflow, so that a changed setting
 * holds for new trajecten and never breaks the replay of a running one.
 */
import type { Complexiteit } from './codes.ts';

export interface Beleid {
  /** Days (of 24 hours) from aanmelding within which it is clear which aanbieder takes the question up. */
  ambitieDagen: Record<Complexiteit, number>;
  /** Share of the ambitie after which the coördinator is warned. */
  waarschuwingDeel: number;
  /** Days (of 24 hours) between two levels of the escalation ladder. */
  escalatieStapDagen: number;
  /** Werkdagen within which an aanbieder acknowledges. */
  bevestigenWerkdagen: number;
  /** Werkdagen within which an aanbieder that acknowledged gives news. */
  nieuwsWerkdagen: number;
  /** Unanswered reminders after which the contact behind the contact is asked. */
  herinneringenTotEscalatie: number;
}

/**
 * The policy of Zorglogistiek. Two and four weeks: halfjaarverslag-zorglogistiek-2025, "ambities".
 * The ladder, the reminders and their werkdagen: ontwerp, "The rules of a traject".
 */
export const standaardBeleid: Beleid = {
  ambitieDagen: { gewoon: 14, 'zeer-complex': 28 },
  waarschuwingDeel: 0.75,
  escalatieStapDagen: 7,
  bevestigenWerkdagen: 2,
  nieuwsWerkdagen: 5,
  herinneringenTotEscalatie: 2,
};

/** Calendar months of waiting after which waiting is schadelijk (afwegingskader-deeltafel-2025-05-15, norm of the IGJ). */
export const schadelijkNaMaanden = 3;

/** One day of 24 hours, in milliseconds. */
export const dag = 24 * 60 * 60 * 1000;
