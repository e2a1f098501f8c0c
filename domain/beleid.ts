/**
 * The numbers of policy, in one place. They travel in the state of a workflow, so that a changed setting
 * holds for new trajecten and never breaks the replay of a running one.
 */
import type { Complexiteit, WachtSoort } from './codes.ts';

/** How long one kind of wait may last before the traject is vastgelopen. */
interface Norm {
  /** Whole werkdagen. */
  werkdagen: number;
  /** Whole werkdagen after which whoever must act is reminded, before the norm has passed. */
  herinneringen?: readonly number[];
}

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
  /** The norm per kind of wait; absent in trajecten that began before there were norms, which wait without them. */
  normen?: Readonly<Record<WachtSoort, Norm>>;
  /** Days (of 24 hours) without word about the jeugdige after which the coördinator is nudged. */
  contactDagen?: number;
  /** Days (of 24 hours) that a traject may be vastgelopen before the manager hears it. */
  managerNaDagen?: number;
  /** Whole werkdagen after the expected start of care after which a traject goes back to the table. */
  zorgstartTerugWerkdagen?: number;
}

// Each is the rhythm of the reminders to the aanbieder and the norm of the traject.
const bevestigenWerkdagen = 2;
const nieuwsWerkdagen = 5;

/**
 * The policy of Zorglogistiek. Two and four weeks: halfjaarverslag-zorglogistiek-2025, "ambities".
 * The ladder, the reminders and their werkdagen: ontwerp, "The rules of a traject". Triage within two werkdagen, a nudge
 * after four weeks without contact: the team's own norms; the other norms are a proposal that the team can change here.
 */
export const standaardBeleid: Beleid = {
  ambitieDagen: { gewoon: 14, 'zeer-complex': 28 },
  waarschuwingDeel: 0.75,
  escalatieStapDagen: 7,
  bevestigenWerkdagen,
  nieuwsWerkdagen,
  herinneringenTotEscalatie: 2,
  normen: {
    triage: { werkdagen: 2, herinneringen: [1] },
    oppakken: { werkdagen: 2 },
    informatie: { werkdagen: 10, herinneringen: [3, 6] },
    weging: { werkdagen: 2 },
    planning: { werkdagen: 5 },
    afspraak: { werkdagen: 1, herinneringen: [0] },
    verslag: { werkdagen: 2 },
    antwoord: { werkdagen: 0 },
    samenwerking: { werkdagen: 0 },
    keuze: { werkdagen: 3 },
    stap: { werkdagen: 10 },
    advies: { werkdagen: 5, herinneringen: [0] },
    overbrugging: { werkdagen: 1, herinneringen: [0] },
    zorgstart: { werkdagen: 1 },
    opschorting: { werkdagen: 1, herinneringen: [0] },
    wachtkeuze: { werkdagen: 1, herinneringen: [0] },
    contact: { werkdagen: 0 },
    overdracht: { werkdagen: 0 },
    bevestiging: { werkdagen: bevestigenWerkdagen },
    nieuws: { werkdagen: nieuwsWerkdagen },
  },
  contactDagen: 28,
  managerNaDagen: 7,
  zorgstartTerugWerkdagen: 5,
};

/** Calendar months of waiting after which waiting is schadelijk (afwegingskader-deeltafel-2025-05-15, norm of the IGJ). */
export const schadelijkNaMaanden = 3;

/** How many werkdagen the norms of a traject look ahead: some six weeks. */
export const normWerkdagen = 30;

/** One day of 24 hours, in milliseconds. */
export const dag = 24 * 60 * 60 * 1000;
