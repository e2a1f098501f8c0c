/** What a workflow has stored: one cause, one transaction (ontwerp, "One decision", step 4). */
import type { BerichtOpdracht } from './berichten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { Bestemming } from './meldingen.ts';
import type { OnderzoekToestand } from './onderzoek.ts';
import type { TrajectToestand } from './traject.ts';
import type { Lacune } from './trajectGevolg.ts';

/** Everything that one cause changes. The same cause twice is one effect; the same cause with other content is a fault. */
export interface Vastlegging {
  kenmerk: string;
  /** `invoer:<id>`, `wekker:<occasion>`, `onderzoek:<id>:<occasion>`, `gemeld:<id>:<occasion>` or `start`; unique within the traject. */
  oorzaak: string;
  /** Workflow time, ms since the epoch. */
  tijdstip: number;
  gebeurtenis: Gebeurtenis;
  /** Present when a person decided: the Invoer that must exist with exactly this kind and these codes. */
  invoer?: { id: string; soort: string; codes: unknown; antwoord: Record<string, unknown> };
  /**
   * Present when another workflow reported it: what must have been stored for that to be true. Anybody with the Temporal UI
   * can send a signal; without this proof it changes nothing.
   */
  bewijs?:
    | { invoerId: string; soort: 'antwoord' | 'vraag'; onderzoekId: string; codes: unknown }
    | { vervallenOnderzoek: string }
    | { verplaatstOnderzoek: string; antwoordVoorTijdstip: number }
    | { vervallenTafel: string; naar: Bestemming }
    | { doorbraak: string; isOnder: boolean };
  /** The read model rows to bring up to date; an older versie than the stored one is ignored. */
  traject?: TrajectToestand;
  onderzoeken?: OnderzoekToestand[];
  berichten: BerichtOpdracht[];
  /** What is lacking in what the region offers, when every aanbieder declined. */
  lacune?: Lacune;
}
