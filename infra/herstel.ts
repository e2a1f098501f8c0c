/** The reconciler: what was asked and never answered is brought to its outcome without the client's help. */
import type { Invoer } from '../prisma/client/client.ts';
import { type Afhandeling, handelAf, NogNietVerwerkt } from './afhandeling.ts';

/** Age, in ms, from which an Invoer without an outcome is taken over: well after the API itself has given up. */
export const overnameNa = 15_000;

/** How many are read at once and handled side by side; fewer than the connections of the pool. */
const greep = 5;
/** How long one run may take, in ms; the next run goes on where it stopped. */
const looptijd = 20_000;

/** The advisory lock that a run holds: any number that other users of this database do not lock on. */
export const herstelslot = 5_243_116;

type Telling = Record<'verwerkt' | 'geweigerd' | 'nogNiet' | 'mislukt', number>;

/**
 * Makes the reconciler: each call takes every Invoer without an outcome that is older than `overnameNa` to its outcome;
 * those for one workflow in the order in which they were sent. One that fails does not stop the others, and does not
 * keep later runs from reaching the rest. Two calls at the same time do the work once.
 */
export function maakHerstel(afhandeling: Afhandeling): () => Promise<void> {
  const { db, klok, logboek } = afhandeling;
  let verderNa: Plaats | undefined;
  /** Workflows that did not answer: what was sent to them later waits until the list begins anew, or it would overtake. */
  const zwijgen = new Set<string>();

  async function loop(): Promise<void> {
    const einde = Date.now() + looptijd;
    const telling: Telling = { verwerkt: 0, geweigerd: 0, nogNiet: 0, mislukt: 0 };
    do {
      const rijen = await onbeantwoord(verderNa);
      verderNa = plaatsVan(rijen.at(-1));
      const beurten = new Map<string, Promise<void>>();
      for (const invoer of rijen) {
        const workflow = invoer.onderzoekId ?? invoer.kenmerk;
        const naVorige = (beurten.get(workflow) ?? Promise.resolve()).then(async () => {
          const uitkomst = zwijgen.has(workflow) ? 'nogNiet' : await handel(invoer);
          telling[uitkomst] += 1;
          if (uitkomst === 'nogNiet' || uitkomst === 'mislukt') zwijgen.add(workflow);
        });
        beurten.set(workflow, naVorige);
      }
      await Promise.all(beurten.values());
    } while (verderNa && Date.now() < einde);
    if (!verderNa) zwijgen.clear();
    if (Object.values(telling).some((aantal) => aantal > 0)) logboek.info(telling, 'invoer hersteld');
  }

  async function onbeantwoord(na: Plaats | undefined): Promise<Invoer[]> {
    const tot = new Date(klok.nu() - overnameNa);
    const rijen = await db.openInvoer.findMany({
      where: {
        ingediendTijdstip: { lt: tot },
        ...(na && {
          OR: [
            { ingediendTijdstip: { gt: na.ingediendTijdstip } },
            { ingediendTijdstip: na.ingediendTijdstip, invoerId: { gt: na.id } },
          ],
        }),
      },
      orderBy: [{ ingediendTijdstip: 'asc' }, { invoerId: 'asc' }],
      take: greep,
      include: { invoer: true },
    });
    return rijen.map(({ invoer }) => invoer);
  }

  async function handel(invoer: Invoer): Promise<keyof Telling> {
    try {
      return (await handelAf(afhandeling, invoer)).uitkomst;
    } catch (fout) {
      if (fout instanceof NogNietVerwerkt) return 'nogNiet';
      logboek.error({ err: fout, invoerId: invoer.id }, 'een invoer kan niet worden hersteld');
      return 'mislukt';
    }
  }

  return () =>
    db.$transaction(
      async (tx) => {
        const [rij] = await tx.$queryRaw<
          { vrij: boolean }[]
        >`SELECT pg_try_advisory_xact_lock(${herstelslot}) AS vrij`;
        // A host that vanishes must not keep the lock.
        await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '1min'`;
        if (rij?.vrij) await loop();
      },
      { timeout: looptijd * 2 },
    );
}

type Plaats = Pick<Invoer, 'ingediendTijdstip' | 'id'>;

function plaatsVan(invoer: Invoer | undefined): Plaats | undefined {
  return invoer && { ingediendTijdstip: invoer.ingediendTijdstip, id: invoer.id };
}
