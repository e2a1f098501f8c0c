/**
 * The SDK of Temporal, as every test uses it: set up once per process, before any connection is made. Test files share a process,
 * and files of two suites may not share this module, so what they share stands on the process.
 */
import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';

/** Hears what the SDK logs, at every level; a test that looks for something in it puts its own in here. */
interface SdkLog {
  hoor(regel: LogEntry): void;
}

const proces = globalThis as typeof globalThis & { zorglogistiekSdkLog?: SdkLog };

function richtIn(): SdkLog {
  const log: SdkLog = { hoor: () => {} };
  // Failing activities are part of the tests, so no more than errors are shown.
  const scherm = new DefaultLogger('ERROR');
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('TRACE', (regel) => {
      log.hoor(regel);
      scherm.log(regel.level, regel.message, regel.meta);
    }),
  });
  return log;
}

proces.zorglogistiekSdkLog ??= richtIn();

/** Of this process. */
export const sdkLog: SdkLog = proces.zorglogistiekSdkLog;
