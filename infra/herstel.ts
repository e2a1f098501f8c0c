/** The reconciler: what was asked and never answered is brought to its outcome without the client's help. */
import type { Invoer } from '../prisma/client/client.ts';
import { type Afhandeling, handelAf, NogNietVerwerkt } from './afhandeling.ts';

/** Age, in ms, from which an Invoer without an outcome is taken over: well after the API itself has given up. */
export const overnameNa = 15_000;

/** How many are read at once, and how many of those are handled side by side. */
const greep = 50;
const tegelijk = 5;
/** How long one run may take, in ms; the next run goes on where it stopped. */
const looptijd = 50_000;

/** Any number that other users of this database do not lock on. */
const slot = 5_243_116;

/**
 * Makes the reconciler: each call takes every Invoer without an outcome that is older than `overnameNa`, oldest first,
 * to its outcome. One that fails does not stop the others, and does not keep later runs from reaching the rest. Two
 * calls at the same time do the work once.
 */
export function maakHerstel(afhandeling: Afhandeling): () => Promise<void> {
  const { db, klok, logboek } = afhandeling;
  let verderNa: Plaats | undefined;

  async function loop(): Promise<void> {
    const einde = Date.now() + looptijd;
    const telling = { verwerkt: 0, geweigerd: 0, nogNiet: 0, mislukt: 0 };
    let rijen: Invoer[];
    do {
      rijen = await onbeantwoord(verderNa);
      verderNa = plaatsVan(rijen.at(-1));
      for (let van = 0; van < rijen.length; van += tegelijk) {
        const uitkomsten = await Promise.all(rijen.slice(van, van + tegelijk).map(handel));
        for (const uitkomst of uitkomsten) telling[uitkomst] += 1;
      }
    } while (rijen.length === greep && Date.now() < einde);
    if (rijen.length < greep) verderNa = undefined;
    if (Object.values(telling).some((aantal) => aantal > 0)) logboek.info(telling, 'invoer hersteld');
  }

  function onbeantwoord(na: Plaats | undefined): Promise<Invoer[]> {
    const tot = new Date(klok.nu() - overnameNa);
    return db.invoer.findMany({
      where: {
        uitkomst: null,
        ingediendTijdstip: { lt: tot },
        ...(na && {
          OR: [
            { ingediendTijdstip: { gt: na.ingediendTijdstip } },
            { ingediendTijdstip: na.ingediendTijdstip, id: { gt: na.id } },
          ],
        }),
      },
      orderBy: [{ ingediendTijdstip: 'asc' }, { id: 'asc' }],
      take: greep,
    });
  }

  async function handel(invoer: Invoer): Promise<'verwerkt' | 'geweigerd' | 'nogNiet' | 'mislukt'> {
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
        >`SELECT pg_try_advisory_xact_lock(${slot}) AS vrij`;
        if (rij?.vrij) await loop();
      },
      { timeout: looptijd * 2 },
    );
}

type Plaats = Pick<Invoer, 'ingediendTijdstip' | 'id'>;

function plaatsVan(invoer: Invoer | undefined): Plaats | undefined {
  return invoer && { ingediendTijdstip: invoer.ingediendTijdstip, id: invoer.id };
}
