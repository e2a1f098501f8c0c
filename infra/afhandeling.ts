/**
 * Brings one Invoer to its outcome (ontwerp, "One decision, from request to answer", steps 2 to 6): used by the API for
 * the request at hand, and by the reconciler for what was left behind.
 */
import { setTimeout as wacht } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
  WorkflowNotFoundError,
  type WorkflowStartOptions,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import type { Logger } from 'pino';
import { trajectSamenvatting } from '../domain/beeld.ts';
import type { OnderzoekBesluitSoort, Weigering } from '../domain/besluiten.ts';
import { type DoorbraakToestand, doorbraakAntwoord, weigerInStatus } from '../domain/doorbraak.ts';
import type { DoorbraakBesluitSoort } from '../domain/doorbraakBesluiten.ts';
import { doorbraakSamenvatting } from '../domain/doorbraakbeeld.ts';
import { leesDoorbraakId } from '../domain/doorbraakCodes.ts';
import { trajectWorkflowId } from '../domain/kenmerk.ts';
import { isOpen, type OnderzoekToestand, weigerOnderzoekBesluit } from '../domain/onderzoek.ts';
import {
  type Publicatie,
  rapportId,
  rapportSamenvatting,
  rapportWorkflow,
} from '../domain/rapport/publicatie.ts';
import { isGaande, tafelAntwoord } from '../domain/tafel.ts';
import { tafelSamenvatting } from '../domain/tafelbeeld.ts';
import { leesTafelId } from '../domain/tafelCodes.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { type UitvraagToestand, uitvraagAfgerond } from '../domain/uitvraag.ts';
import { uitvraagSamenvatting } from '../domain/uitvraagbeeld.ts';
import { leesUitvraagId } from '../domain/uitvraagCodes.ts';
import { attributenVan } from '../domain/zoekattributen.ts';
import { zoekwaardenVan } from '../domain/zoekwaarden.ts';
import type { Invoer, Prisma, PrismaClient } from '../prisma/client/client.ts';
import { alsDatum } from './dag.ts';
import { doorbraakKop } from './doorbraken.ts';
import type { Klok } from './klok.ts';
import { tafelToestand } from './tafels.ts';
import { uitvraagBegin, zonderContact } from './uitvragen.ts';

/** How long an update may take before the caller is told that it will be handled later, in ms. */
export const besluitTermijn = 8_000;
/** How long the start of a workflow may take, in ms. It needs no worker, so it is quick or it does not come. */
const startTermijn = 4_000;

/** What bringing an Invoer to its outcome needs. */
export interface Afhandeling {
  db: PrismaClient;
  temporal: Client;
  taskQueue: string;
  klok: Klok;
  logboek: Logger;
}

/** Why an Invoer has no outcome yet; it stays as it is, and the reconciler tries again. */
export class NogNietVerwerkt extends Error {
  override name = 'NogNietVerwerkt';
}

/** An update that does not carry a valid Invoer: a fault of this program or a forgery, never of the person. */
export const invoerOngeldig = 'invoer-ongeldig';

/** The answer to an Invoer: of a decision that was taken the new state, of a refused one its Weigering. */
export type Uitkomst =
  | { uitkomst: 'verwerkt'; antwoord: Record<string, unknown> }
  | {
      uitkomst: 'geweigerd';
      antwoord: Omit<Weigering, 'code'> & { code: Weigering['code'] | typeof invoerOngeldig };
    };

/** The outcome that is stored for an Invoer, or null. */
export async function leesUitkomst(db: PrismaClient, invoerId: string): Promise<Uitkomst | null> {
  const rij = await db.invoerUitkomst.findUnique({ where: { invoerId } });
  return rij && ({ uitkomst: rij.uitkomst, antwoord: rij.antwoord } as Uitkomst);
}

/**
 * Brings one Invoer to its outcome and returns it; an Invoer that has one keeps it: the first answer is the answer.
 * @throws NogNietVerwerkt when Temporal cannot be reached, or no worker answers in time.
 */
export async function handelAf(afhandeling: Afhandeling, invoer: Invoer): Promise<Uitkomst> {
  const bekend = await leesUitkomst(afhandeling.db, invoer.id);
  return bekend ?? handelNieuweAf(afhandeling, invoer);
}

/** As `handelAf`, for an Invoer of which it is certain that nothing has been done with it yet. */
export async function handelNieuweAf(afhandeling: Afhandeling, invoer: Invoer): Promise<Uitkomst> {
  if (invoer.soort === 'aanmelding') {
    await startTraject(afhandeling, invoer.kenmerk);
    return bewaar(afhandeling, invoer, 'verwerkt', { kenmerk: invoer.kenmerk });
  }
  if (invoer.soort === 'doorbraak')
    return bewaar(afhandeling, invoer, 'verwerkt', await startDoorbraak(afhandeling, invoer.kenmerk));
  if (invoer.soort === 'tafel')
    return bewaar(afhandeling, invoer, 'verwerkt', await startTafel(afhandeling, invoer.kenmerk));
  if (invoer.soort === 'uitvraag')
    return bewaar(afhandeling, invoer, 'verwerkt', await startUitvraag(afhandeling, invoer.kenmerk));
  if (invoer.soort === 'publicatie')
    return bewaar(afhandeling, invoer, 'verwerkt', await startRapportage(afhandeling, invoer));
  if (await isEerderOpen(afhandeling, invoer))
    throw new NogNietVerwerkt('Een eerder besluit voor dezelfde workflow is nog niet verwerkt.');
  try {
    await stuurBesluit(afhandeling, invoer);
  } catch (fout) {
    if (fout instanceof NogNietVerwerkt) throw fout;
    const weigering = await weigeringUit(afhandeling, invoer, fout);
    return bewaar(afhandeling, invoer, 'geweigerd', { ...weigering });
  }
  const uitkomst = await leesUitkomst(afhandeling.db, invoer.id);
  if (!uitkomst)
    throw new NogNietVerwerkt('De workflow heeft geantwoord, maar het antwoord is niet bewaard.');
  return uitkomst;
}

/** Starts a workflow; one that runs, or has run, is left as it is. @throws NogNietVerwerkt when Temporal does not take it in time. */
async function startEenmaal(
  { temporal, taskQueue }: Afhandeling,
  soort: string,
  opties: Omit<WorkflowStartOptions, 'taskQueue' | 'workflowIdReusePolicy'>,
): Promise<void> {
  try {
    await temporal.withDeadline(Date.now() + startTermijn, () =>
      temporal.workflow.start(soort, {
        ...opties,
        taskQueue,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      }),
    );
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw nogNiet(fout);
  }
}

/** Starts the workflow of a traject. */
async function startTraject(afhandeling: Afhandeling, kenmerk: string): Promise<void> {
  const rij = await afhandeling.db.traject.findUniqueOrThrow({
    where: { kenmerk },
    select: { toestand: true },
  });
  const toestand = rij.toestand as unknown as TrajectToestand;
  await startEenmaal(afhandeling, 'traject', {
    workflowId: trajectWorkflowId(kenmerk),
    args: [toestand],
    typedSearchAttributes: zoekparen(toestand),
    staticSummary: trajectSamenvatting(toestand),
  });
}

/** Starts the workflow of a table. Returns where the table begins. */
async function startTafel(afhandeling: Afhandeling, id: string): Promise<ReturnType<typeof tafelAntwoord>> {
  const datum = leesTafelId(id) ?? '';
  const toestand = tafelToestand(
    await afhandeling.db.tafel.findUniqueOrThrow({ where: { datum: alsDatum(datum) } }),
  );
  await startEenmaal(afhandeling, 'tafelbespreking', {
    workflowId: id,
    args: [toestand],
    staticSummary: tafelSamenvatting(datum),
  });
  return tafelAntwoord(toestand);
}

/** Starts the workflow of an uitvraag. Returns where it begins, and who gets no e-mail of it. */
async function startUitvraag(
  afhandeling: Afhandeling,
  id: string,
): Promise<Pick<UitvraagToestand, 'code' | 'soort' | 'status'> & { zonderContact: string[] }> {
  const code = leesUitvraagId(id) ?? '';
  const toestand = uitvraagBegin(await afhandeling.db.uitvraag.findUniqueOrThrow({ where: { code } }));
  await startEenmaal(afhandeling, 'wachttijdUitvraag', {
    workflowId: id,
    args: [toestand],
    staticSummary: uitvraagSamenvatting(code),
  });
  const { soort, status, aanbieders } = toestand;
  return { code, soort, status, zonderContact: await zonderContact(afhandeling.db, aanbieders) };
}

/** Starts the workflow of a doorbraak. Returns where it begins. */
async function startDoorbraak(
  afhandeling: Afhandeling,
  id: string,
): Promise<ReturnType<typeof doorbraakAntwoord>> {
  const kop = doorbraakKop(await afhandeling.db.doorbraak.findUniqueOrThrow({ where: { id } }));
  const toestand: DoorbraakToestand = { ...kop, zaken: [], verwerkt: [] };
  await startEenmaal(afhandeling, 'doorbraakReview', {
    workflowId: id,
    args: [toestand],
    staticSummary: doorbraakSamenvatting(kop.periode),
  });
  return doorbraakAntwoord(toestand);
}

/** Starts the workflow that tells of a published report; its figures were frozen with the Invoer. */
async function startRapportage(
  afhandeling: Afhandeling,
  { codes }: Invoer,
): Promise<Record<string, unknown>> {
  const publicatie = codes as unknown as Publicatie;
  const id = rapportId(publicatie);
  await startEenmaal(afhandeling, rapportWorkflow(publicatie), {
    workflowId: id,
    args: [publicatie],
    staticSummary: rapportSamenvatting(publicatie),
  });
  return { rapportId: id, ...publicatie };
}

function zoekparen(toestand: TrajectToestand): SearchAttributePair[] {
  return attributenVan(zoekwaardenVan(toestand))
    .filter(({ waarde }) => waarde !== null)
    .map(
      ({ naam, type, waarde }) =>
        ({ key: defineSearchAttributeKey(naam, type), value: waarde }) as SearchAttributePair,
    );
}

async function stuurBesluit({ db, temporal }: Afhandeling, invoer: Invoer): Promise<void> {
  const workflow = temporal.workflow.getHandle(workflowIdVan(invoer));
  const uiterlijk = Date.now() + besluitTermijn;
  for (;;) {
    try {
      await temporal.withDeadline(uiterlijk, () =>
        workflow.executeUpdate(invoer.soort, {
          updateId: invoer.id,
          args: [{ invoerId: invoer.id, codes: invoer.codes }],
        }),
      );
      return;
    } catch (fout) {
      // An onderzoek has its row just before its workflow runs: who answers at once comes a moment too early.
      const isTeVroeg = fout instanceof WorkflowNotFoundError && !(await weigeringNaEinde(db, invoer));
      if (!isTeVroeg || Date.now() >= uiterlijk) throw fout;
      await wacht(100);
    }
  }
}

/** The workflow that takes a decision: an onderzoek, a table, an uitvraag, a doorbraak or a traject. */
function workflowIdVan({ onderzoekId, kenmerk }: Invoer): string {
  if (onderzoekId) return onderzoekId;
  return leesTafelId(kenmerk) || leesUitvraagId(kenmerk) || leesDoorbraakId(kenmerk)
    ? kenmerk
    : trajectWorkflowId(kenmerk);
}

/**
 * Whether an earlier decision for the same workflow was left behind, by a request that has given up: it goes first, or an
 * older decision would undo a newer one.
 */
async function isEerderOpen({ db, klok }: Afhandeling, invoer: Invoer): Promise<boolean> {
  const opgegeven = new Date(klok.nu() - besluitTermijn);
  const eerder = await db.invoer.findFirst({
    where: {
      kenmerk: invoer.kenmerk,
      onderzoekId: invoer.onderzoekId,
      uitkomst: null,
      ingediendTijdstip: { lt: invoer.ingediendTijdstip < opgegeven ? invoer.ingediendTijdstip : opgegeven },
    },
    select: { id: true },
  });
  return eerder !== null;
}

/** What a failed update means: a refusal, or (thrown) that nothing can be said yet. */
async function weigeringUit(afhandeling: Afhandeling, invoer: Invoer, fout: unknown) {
  const naEinde = fout instanceof WorkflowNotFoundError && (await weigeringNaEinde(afhandeling.db, invoer));
  if (naEinde) return naEinde;
  const oorzaak = fout instanceof WorkflowUpdateFailedError ? toepassingsfout(fout) : undefined;
  if (oorzaak?.type === 'geweigerd') return oorzaak.details?.[0] as Weigering;
  if (oorzaak?.type === invoerOngeldig) {
    afhandeling.logboek.error({ invoerId: invoer.id, err: fout }, 'een besluit is als ongeldig geweigerd');
    return {
      code: invoerOngeldig,
      uitleg: 'Dit besluit kon niet worden verwerkt door een fout in de software.',
      toegestaan: [],
    } as const;
  }
  throw nogNiet(fout);
}

/** The application's own failure in a chain of causes; an activity wraps the one that it failed with. */
function toepassingsfout(fout: Error): ApplicationFailure | undefined {
  let deze: unknown = fout;
  while (deze instanceof Error) {
    if (deze instanceof ApplicationFailure) return deze;
    deze = deze.cause;
  }
  return undefined;
}

/**
 * A workflow that is not found has ended, or has not begun: its row in the read model tells which. Null when it has not
 * begun; else the same refusal as that of the workflow while it was still ending.
 */
async function weigeringNaEinde(
  db: PrismaClient,
  { kenmerk, onderzoekId, soort }: Invoer,
): Promise<Weigering | null> {
  if (onderzoekId) {
    const onderzoek = await db.onderzoek.findUnique({ where: { id: onderzoekId } });
    const toestand = onderzoek?.toestand as unknown as OnderzoekToestand | undefined;
    return toestand && !isOpen(toestand.status)
      ? weigerOnderzoekBesluit(toestand, soort as OnderzoekBesluitSoort)
      : null;
  }
  const afgesloten = (uitleg: string): Weigering => ({ code: 'afgesloten', uitleg, toegestaan: [] });
  const datum = leesTafelId(kenmerk);
  if (datum) {
    const tafel = await db.tafel.findUnique({ where: { datum: alsDatum(datum) } });
    return tafel !== null && !isGaande(tafelToestand(tafel).status)
      ? afgesloten('Deze tafel is voorbij of vervallen. Er kan niets meer veranderen.')
      : null;
  }
  if (leesDoorbraakId(kenmerk)) {
    const doorbraak = await db.doorbraak.findUnique({ where: { id: kenmerk } });
    const { status = 'open' } = doorbraak ? doorbraakKop(doorbraak) : {};
    return status === 'afgerond' ? weigerInStatus(status, soort as DoorbraakBesluitSoort) : null;
  }
  const code = leesUitvraagId(kenmerk);
  if (code) {
    const uitvraag = await db.uitvraag.findUnique({ where: { code }, select: { status: true } });
    return uitvraag?.status === 'afgerond' ? uitvraagAfgerond : null;
  }
  const traject = await db.traject.findUnique({ where: { kenmerk }, select: { fase: true } });
  return traject?.fase === 'afgesloten'
    ? afgesloten('Dit traject is afgesloten. Er kan niets meer veranderen.')
    : null;
}

/** Faults of the connection, the server and a slow worker become a NogNietVerwerkt; any other is passed on unchanged. */
function nogNiet(fout: unknown): unknown {
  const vanTemporal =
    fout instanceof ServiceError ||
    fout instanceof WorkflowNotFoundError ||
    fout instanceof WorkflowUpdateFailedError ||
    fout instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcServiceError(fout);
  return vanTemporal ? new NogNietVerwerkt('Temporal heeft niet op tijd geantwoord.', { cause: fout }) : fout;
}

async function bewaar(
  { db, klok }: Afhandeling,
  { id }: Invoer,
  uitkomst: Uitkomst['uitkomst'],
  antwoord: Record<string, unknown>,
): Promise<Uitkomst> {
  const { count } = await db.invoerUitkomst.createMany({
    data: [
      { invoerId: id, uitkomst, antwoord: antwoord as Prisma.InputJsonObject, tijdstip: new Date(klok.nu()) },
    ],
    skipDuplicates: true,
  });
  const eigen = { uitkomst, antwoord } as Uitkomst;
  return count === 1 ? eigen : ((await leesUitkomst(db, id)) ?? eigen);
}
