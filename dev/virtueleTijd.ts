/** A Temporal server with a clock of its own, for what takes months to show. */
import proto from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
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
