/** The activities: everything that a workflow has done outside itself. */
import { activityInfo } from '@temporalio/activity';
import type { Logger } from 'pino';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import type {
  AfspraakTermijnen,
  DoorbraakKop,
  DoorbraakVastlegging,
  Doorbraakzaak,
} from '../domain/doorbraak.ts';
import type { DoorbraakRitme } from '../domain/doorbraakCodes.ts';
import { afspraakTermijnen } from '../domain/doorbraakkalender.ts';
import type { Publicatie } from '../domain/rapport/publicatie.ts';
import type {
  GeslotenAgenda,
  TafelToestand,
  TafelVastlegging,
  Tafelwissel,
  Verdeling,
} from '../domain/tafel.ts';
import { onderwegPogingen } from '../domain/tafelbeleid.ts';
import { type TafelMomenten, tafelMomenten } from '../domain/tafelkalender.ts';
import type { UitvraagPost, UitvraagToestand, UitvraagVastlegging } from '../domain/uitvraag.ts';
import type { Vastlegging } from '../domain/vastlegging.ts';
import { datumInNederland, werkdagenVanaf } from '../domain/werkdagen.ts';
import type { Klok } from '../infra/klok.ts';
import type { Linkzegel } from '../infra/links.ts';
import { volgendeTafelMetRuimte } from '../infra/tafels.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { legDoorbraakVast } from './doorbraakVastleggen.ts';
import { kiesDoorbraakzaken, leesGeslotenTrajecten, leesOvergegaan, planDoorbraak } from './doorbraken.ts';
import type { MailInstellingen } from './mail/maakMail.ts';
import type { Mailtransport } from './mail/transport.ts';
import { planVerslag, publiceerRapport } from './rapporten.ts';
import { type Genodigd, leesTafelwissel } from './tafelgasten.ts';
import {
  type Hervat,
  houdTafelplaats,
  isTafelGemist,
  leesGeslotenAgenda,
  planTafel,
  type Tafelbeleid,
  type TeHouden,
  verdeelNaVervallen,
} from './tafels.ts';
import { legTafelVast } from './tafelVastleggen.ts';
import type { Uitvraagbeleid } from './uitvraaglimiet.ts';
import { legUitvraagVast, planUitvraag, verstuurUitvraag } from './uitvragen.ts';
import { legVast } from './vastleggen.ts';
import { type TeVersturen, verstuur } from './versturen.ts';
import { meldWeekoverzicht, teMeldenWeek } from './weekoverzicht.ts';

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
  tafelbeleid: Tafelbeleid;
  /** How often a doorbraak begins. */
  doorbraakRitme: DoorbraakRitme;
  uitvraagbeleid: Uitvraagbeleid;
}

/**
 * How long (ms) one attempt at sending may take. Shorter than the two minutes that the workflows allow it, so that an
 * attempt never goes on while Temporal has begun the next.
 */
const verzendduur = 90_000;

/** Whether an agenda may still wait for who is on the way to it. */
const magWachten = (): boolean => activityInfo().attempt < onderwegPogingen;

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
     * The date (yyyy-mm-dd) of the first table after the Dutch day of `na` (ms since the epoch) that has room; null when
     * there is none.
     */
    volgendeTafel: ({ na }: { na: number }): Promise<string | null> =>
      volgendeTafelMetRuimte(deps.db, datumInNederland(na), na),

    /** Stores everything that one cause changes in a table; see activities/tafelVastleggen.ts. */
    legTafelVast: (v: TafelVastlegging): Promise<void> => legTafelVast(deps, v),

    /** Stores what a timer caused in a table, and sends its e-mails. */
    async meldTafel(v: TafelVastlegging): Promise<void> {
      await legTafelVast(deps, v);
      await verstuur(deps, v, AbortSignal.timeout(verzendduur));
    },

    /** The moments of a table; see domain/tafelkalender.ts. */
    async tafelMomenten(tafel: {
      datum: string;
      beginTijd: string;
      gemaaktTijdstip: number;
    }): Promise<TafelMomenten> {
      return tafelMomenten(tafel.datum, tafel.beginTijd, tafel.gemaaktTijdstip);
    },

    /** The agenda of a table as it closes, and who is invited; see activities/tafels.ts. */
    leesGeslotenAgenda: ({ datum }: { datum: string }): Promise<GeslotenAgenda> =>
      leesGeslotenAgenda(deps.db, datum, magWachten()),

    /** Where the trajecten of a cancelled table go; see activities/tafels.ts. */
    verdeelNaVervallen: ({ datum, nu }: { datum: string; nu: number }): Promise<Verdeling> =>
      verdeelNaVervallen(deps, datum, nu, magWachten()),

    /** Whether a traject that goes on after an opschorting has missed its table; see activities/tafels.ts. */
    isTafelGemist: (hervat: Hervat): Promise<boolean> => isTafelGemist(deps, hervat),

    /** Keeps a place on the next table for a traject; see activities/tafels.ts. */
    houdTafelplaats: (plaats: TeHouden): Promise<string | null> => houdTafelplaats(deps, plaats),

    /** Who comes to a table and who goes since it invited; see activities/tafelgasten.ts. */
    leesTafelwissel: (tafel: Genodigd): Promise<Tafelwissel> => leesTafelwissel(deps.db, tafel),

    /** The table that the Schedule plans at the moment `gepland` (ms since the epoch); null when there is none to start. */
    planTafel: ({ gepland }: { gepland: number }): Promise<TafelToestand | null> =>
      planTafel(deps.db, deps.tafelbeleid, deps.basisUrl, gepland, deps.klok.nu()),

    /** Stores everything that one cause changes in an uitvraag; see activities/uitvragen.ts. */
    legUitvraagVast: (v: UitvraagVastlegging): Promise<BerichtOpdracht[]> => legUitvraagVast(deps, v),

    /** Mails a part of those asked in an uitvraag; see activities/uitvragen.ts. */
    verstuurUitvraag: (deel: UitvraagPost): Promise<boolean> =>
      verstuurUitvraag(deps, deel, AbortSignal.timeout(verzendduur)),

    /** The uitvraag that the Schedule begins at the moment `gepland` (ms since the epoch); null when there is none to start. */
    planUitvraag: ({ gepland }: { gepland: number }): Promise<UitvraagToestand | null> =>
      planUitvraag(deps.db, deps.uitvraagbeleid, deps.basisUrl, gepland, deps.klok.nu()),

    /** Stores everything that one cause changes in a doorbraak; see activities/doorbraakVastleggen.ts. */
    legDoorbraakVast: (v: DoorbraakVastlegging): Promise<void> => legDoorbraakVast(deps, v),

    /** Stores what no person decided in a doorbraak, and sends its e-mails. */
    async meldDoorbraak(v: DoorbraakVastlegging): Promise<void> {
      await legDoorbraakVast(deps, v);
      await verstuur(deps, v, AbortSignal.timeout(verzendduur));
    },

    /** The doorbraak that the Schedule begins at the moment `gepland` (ms since the epoch); null when there is none to begin. */
    planDoorbraak: ({ gepland }: { gepland: number }): Promise<DoorbraakKop | null> =>
      planDoorbraak(deps.db, deps.doorbraakRitme, deps.basisUrl, gepland, deps.klok.nu()),

    /** The zaken of a doorbraak that begins; see activities/doorbraken.ts. */
    kiesDoorbraakzaken: (van: { periode: string }): Promise<Doorbraakzaak[]> =>
      kiesDoorbraakzaken(deps.db, van),

    /** Which of these trajecten have closed. */
    leesGeslotenTrajecten: ({ kenmerken }: { kenmerken: string[] }): Promise<string[]> =>
      leesGeslotenTrajecten(deps.db, kenmerken),

    /** What one doorbraak took over from another; see activities/doorbraken.ts. */
    leesOvergegaan: (vraag: { van: string; naar: string }): Promise<string[]> =>
      leesOvergegaan(deps.db, vraag),

    /** When an agreement of a doorbraak for `voorDatum` (yyyy-mm-dd) is followed up; see domain/doorbraakkalender.ts. */
    async afspraakTermijnen({ voorDatum }: { voorDatum: string }): Promise<AfspraakTermijnen> {
      return afspraakTermijnen(voorDatum);
    },

    /** The half-year report that the Schedule makes at the moment `gepland` (ms since the epoch); null when there is nothing to publish. */
    teMakenHalfjaarverslag: ({ gepland }: { gepland: number }): Promise<Publicatie | null> =>
      planVerslag(deps.db, 'halfjaar', gepland),

    /** As `teMakenHalfjaarverslag`, for the report of the Experttafel. */
    teMakenExperttafelverslag: ({ gepland }: { gepland: number }): Promise<Publicatie | null> =>
      planVerslag(deps.db, 'experttafel', gepland),

    /** Freezes a report and registers its e-mails; see activities/rapporten.ts. */
    publiceerRapport: (publicatie: Publicatie): Promise<BerichtOpdracht[]> =>
      publiceerRapport(deps, publicatie),

    /** The week that the Schedule tells of at the moment `gepland` (ms since the epoch). */
    async teMeldenWeek({ gepland }: { gepland: number }): Promise<string> {
      return teMeldenWeek(gepland);
    },

    /** Registers the e-mail about a week; see activities/weekoverzicht.ts. */
    meldWeekoverzicht: (week: string): Promise<BerichtOpdracht[]> => meldWeekoverzicht(deps, week),

    /** Brings every Invoer without an outcome to its outcome. */
    herstelInvoer: (): Promise<void> => deps.herstel(),
  };
}

export type Activiteiten = ReturnType<typeof createActivities>;
