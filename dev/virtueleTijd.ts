/** A Temporal server with a clock of its own, for what takes months to show. */
import proto from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { dag } from '../domain/beleid.ts';
import { zoekattributen } from '../domain/zoekattributen.ts';

/**
 * Starts a server that skips time when it is told to `sleep`; its clock starts at the present moment and is one for all of
 * its workflows. End it with `teardown()`.
 * @param programma as `vindTijdspringer` gives it.
 */
export async function startTijdspringer(programma: string): Promise<TestWorkflowEnvironment> {
  const omgeving = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: programma } },
  });
  const { IndexedValueType } = proto.temporal.api.enums.v1;
  // This server can only add search attributes, not list them.
  await omgeving.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(
      Object.entries(zoekattributen).map(([naam, soort]) => [
        naam,
        IndexedValueType[`INDEXED_VALUE_TYPE_${soort}`],
      ]),
    ),
  });
  return omgeving;
}

/**
 * When a story in virtual time begins, in ms since the epoch: ten in the morning on the first Monday of the coming September.
 * The sixteen weeks after it have no holiday, so that norms in werkdagen fall on the same day of a story in any year.
 * @param nu the present moment of the server, in ms since the epoch.
 */
export function eerstvolgendBegin(nu: number): number {
  const eersteMaandag = (jaar: number) => {
    const september = Date.UTC(jaar, 8, 1, 8);
    return september + ((8 - new Date(september).getUTCDay()) % 7) * dag;
  };
  const jaar = new Date(nu).getUTCFullYear();
  return eersteMaandag(jaar) > nu ? eersteMaandag(jaar) : eersteMaandag(jaar + 1);
}
