/**
 * An onderzoek as one would write it straight on Temporal, with the same promises and nothing else: asked, reminded at
 * each moment, every row stored once and every mail sent once, the answer refused or stored before it is confirmed, and
 * the traject told. It is the yardstick of the event count in docs/TESTING.md.
 */
import {
  condition,
  defineSignal,
  defineUpdate,
  getExternalWorkflowHandle,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';

interface KaleActiviteiten {
  bewaar(regel: { onderzoek: string; wat: string }): Promise<void>;
  mail(bericht: { onderzoek: string; wat: string }): Promise<void>;
}

const activiteiten = proxyActivities<KaleActiviteiten>({ startToCloseTimeout: '1 minute' });
const terPlaatse = proxyLocalActivities<KaleActiviteiten>({ startToCloseTimeout: '1 minute' });

export const kaalAntwoord = defineUpdate<string, [string]>('antwoord');
const gemeld = defineSignal<[string]>('onderzoekGemeld');

export interface KaalOnderzoek {
  id: string;
  trajectId: string;
  /** Moments of the reminders, ms since the epoch. */
  herinneringen: number[];
}

/** Asks, reminds and waits for the answer. */
export async function kaalOnderzoek({ id, trajectId, herinneringen }: KaalOnderzoek): Promise<void> {
  let antwoord: string | undefined;
  const lopend = new Set<Promise<void>>();
  const meld = () => {
    const werk: Promise<void> = getExternalWorkflowHandle(trajectId)
      .signal(gemeld, id)
      .finally(() => void lopend.delete(werk));
    lopend.add(werk);
  };
  const mail = (wat: string) => {
    const werk: Promise<void> = activiteiten
      .mail({ onderzoek: id, wat })
      .finally(() => void lopend.delete(werk));
    lopend.add(werk);
  };
  setHandler(
    kaalAntwoord,
    async (gegeven) => {
      await activiteiten.bewaar({ onderzoek: id, wat: gegeven });
      antwoord = gegeven;
      return gegeven;
    },
    {
      validator: (_gegeven: string) => {
        if (antwoord !== undefined) throw new Error('already answered');
      },
    },
  );

  await terPlaatse.bewaar({ onderzoek: id, wat: 'gevraagd' });
  mail('gevraagd');
  for (const [nummer, moment] of herinneringen.entries()) {
    if (await condition(() => antwoord !== undefined, moment - Date.now())) break;
    await terPlaatse.bewaar({ onderzoek: id, wat: `herinnering-${nummer + 1}` });
    mail(`herinnering-${nummer + 1}`);
    // The norm has passed: the traject hears that it is stuck.
    if (nummer === 0) meld();
  }
  await condition(() => antwoord !== undefined);
  await condition(() => lopend.size === 0);
  await getExternalWorkflowHandle(trajectId).signal(gemeld, id);
}

/** The traject that the bare onderzoek tells. */
export async function kaalTraject(aantal: number): Promise<void> {
  let gehoord = 0;
  setHandler(gemeld, () => {
    gehoord += 1;
  });
  await condition(() => gehoord >= aantal);
}
