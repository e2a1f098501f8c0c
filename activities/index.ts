/** The activities: everything that a workflow has done outside itself. */
import type { Logger } from 'pino';
import type { Vastlegging } from '../domain/vastlegging.ts';
import { datumInNederland, werkdagenVanaf } from '../domain/werkdagen.ts';
import type { Klok } from '../infra/klok.ts';
import type { Linkzegel } from '../infra/links.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import type { MailInstellingen } from './mail/maakMail.ts';
import type { Mailtransport } from './mail/transport.ts';
import { legVast } from './vastleggen.ts';
import { type TeVersturen, verstuur } from './versturen.ts';

/** What the activities need. */
export interface ActiviteitenDeps extends MailInstellingen {
  db: PrismaClient;
  /** Made by `maakTransport`. */
  mail: Mailtransport;
  klok: Klok;
  logboek: Logger;
  /** Made by `maakLinkzegel`. */
  zegel: Linkzegel;
  /** The reconciler of infra/herstel.ts. */
  herstel: () => Promise<void>;
}

/**
 * How long (ms) one attempt at sending may take. Shorter than the two minutes that the workflows allow it, so that an
 * attempt never goes on while Temporal has begun the next.
 */
const verzendduur = 90_000;

/** All activities, on these dependencies. Every one may run twice. */
export function createActivities(deps: ActiviteitenDeps) {
  return {
    /** Stores everything that one cause changes; see activities/vastleggen.ts. */
    legVast: (v: Vastlegging): Promise<void> => legVast(deps, v),

    /** Sends the registered e-mails of one cause; see activities/versturen.ts. */
    verstuur: (opdracht: TeVersturen): Promise<void> =>
      verstuur(deps, opdracht, AbortSignal.timeout(verzendduur)),

    /** Stores what a timer or a report caused, and sends its e-mails. */
    async meld(v: Vastlegging): Promise<void> {
      await legVast(deps, v);
      await verstuur(deps, v, AbortSignal.timeout(verzendduur));
    },

    /** 09:00 in the Netherlands on the next `aantal` werkdagen after the day of `vanaf`; ms since the epoch. */
    async werkdagenVanaf({ vanaf, aantal }: { vanaf: number; aantal: number }): Promise<number[]> {
      return werkdagenVanaf(vanaf, aantal);
    },

    /**
     * The first day (yyyy-mm-dd) after the Dutch day of `na` (ms since the epoch) for which an open traject other than
     * `behalve` is planned at the table; null when there is none.
     */
    async volgendeTafel({ na, behalve }: { na: number; behalve: string }): Promise<string | null> {
      const { _min } = await deps.db.traject.aggregate({
        where: {
          kenmerk: { not: behalve },
          fase: { not: 'afgesloten' },
          tafelDatum: { gt: new Date(datumInNederland(na)) },
        },
        _min: { tafelDatum: true },
      });
      return _min.tafelDatum?.toISOString().slice(0, 10) ?? null;
    },

    /** Brings every Invoer without an outcome to its outcome. */
    herstelInvoer: (): Promise<void> => deps.herstel(),
  };
}

export type Activiteiten = ReturnType<typeof createActivities>;
