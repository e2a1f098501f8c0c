/** The coded lists of triage and what a proposal looks like; no calendar, so that workflow code may use them. */

/** What a triage can lead to (domein, "Intake / triage"; direct voorleggen: "Details", buiten de bespreking om). */
export const triageUitkomsten = [
  'bespreking',
  'direct-voorleggen',
  'zorgbemiddeling',
  'experttafel',
  'doorverwezen',
  'teruggestuurd',
  'afgewezen',
  'crisis',
] as const;
export type TriageUitkomst = (typeof triageUitkomsten)[number];

/** What a triage looks at, in the order in which the coördinator reads it; one bevinding for each. */
export const triageVragen = [
  'crisis',
  'soort-verblijf',
  'woonplaats',
  'leeftijd',
  'herkomst-jeugdzorgplus',
  'rechtstreeks-aanmelden',
  'sector-lvb',
  'plek',
  'geprobeerd',
  'waarom-geen-plek',
  'perspectief',
  'stem-jeugdige',
  'gi',
  'intelligentie-onderzoek',
  'sociaal-emotioneel-onderzoek',
] as const;
export type TriageVraag = (typeof triageVragen)[number];

/**
 * What the rules found about one question. `binnen`: nothing stands in the way; `buiten`: this is not for Zorglogistiek;
 * `let-op`: a person should look. Fixed sentences only: no free text, nothing that tells who the jeugdige is.
 */
export interface TriageBevinding {
  code: TriageVraag;
  uitkomst: 'binnen' | 'buiten' | 'let-op';
  /** A Dutch sentence or two for the coördinator. */
  uitleg: string;
  /** The public document that the rule comes from, with its section. */
  bron: string;
}

/** What the rules propose; a coördinator decides, and may deviate with a reason. */
export interface Triagevoorstel {
  uitkomst: TriageUitkomst;
  bevindingen: TriageBevinding[];
}
