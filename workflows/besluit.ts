/** What the workflows that take decisions share: reading a decision, refusing it, and waiting for what still runs. */
import {
  ActivityFailure,
  ApplicationFailure,
  allHandlersFinished,
  CancellationScope,
  workflowInfo,
} from '@temporalio/workflow';
import { Mutex } from 'async-mutex';
import { z } from 'zod';
import type { IngediendBesluit, Weigering } from '../domain/besluiten.ts';

/** The failure by which an update is refused; the API makes a 409 of it. */
export function geweigerd(weigering: Weigering): ApplicationFailure {
  return ApplicationFailure.nonRetryable(weigering.uitleg, 'geweigerd', weigering);
}

/**
 * The decision in the argument of an update. Anybody with the Temporal UI can send anything, so whatever does not fit is
 * refused here, before it can reach the state.
 */
export function leesBesluit<C>(codes: z.ZodType<C>, invoer: unknown): IngediendBesluit<C> {
  const gelezen = z.strictObject({ invoerId: z.uuid(), codes }).safeParse(invoer);
  if (!gelezen.success)
    throw ApplicationFailure.nonRetryable(
      'Dit is geen besluit dat via de API is ingediend.',
      'invoer-ongeldig',
    );
  return gelezen.data as IngediendBesluit<C>;
}

/** True when a signal found no running workflow: what it had to tell is no longer of interest there. */
export function isAlGesloten(fout: unknown): boolean {
  return (
    fout instanceof Error &&
    /not found/i.test(`${fout.message} ${(fout.cause as Error | undefined)?.message ?? ''}`)
  );
}

/** Waits for a change that has to prove itself; false when there is no proof of it, so that it must not be taken. */
export async function isBewezen(vastgelegd: Promise<void>): Promise<boolean> {
  try {
    await vastgelegd;
    return true;
  } catch (fout) {
    const oorzaak = fout instanceof ActivityFailure ? fout.cause : undefined;
    if (oorzaak instanceof ApplicationFailure && oorzaak.type === 'invoer-ongeldig') return false;
    throw fout;
  }
}

/**
 * One after the other, and out of reach of a cancel request: a handler runs in the root scope of its workflow, so
 * without a scope of its own every decision after such a request would fail.
 */
export class Beurt {
  private readonly rij = new Mutex();

  neem<T>(werk: () => Promise<T> | T): Promise<T> {
    return CancellationScope.nonCancellable(() => this.rij.runExclusive(werk));
  }

  /**
   * True while something takes its turn. What it changes may stand in PostgreSQL already, where people read it; so a
   * decision that comes now is judged in its own turn, and not by the state of before.
   */
  isBezig(): boolean {
    return this.rij.isLocked();
  }
}

/** Work that a workflow has started and does not wait for; it must end before continue-as-new and before closing. */
export class Lopend {
  private aantal = 0;

  start(werk: Promise<unknown>): void {
    this.aantal += 1;
    void werk.finally(() => {
      this.aantal -= 1;
    });
  }

  /** True when nothing runs: no handler, no mail, no message to another workflow. */
  isKlaar(): boolean {
    return this.aantal === 0 && allHandlersFinished();
  }

  /** True when the history has grown long enough and nothing would be lost by beginning a new one. */
  magDoorgaan(): boolean {
    return workflowInfo().continueAsNewSuggested && this.isKlaar();
  }
}
