/**
 * The SDK's own download of a server, in a process of its own: it has no limit of time and cannot be broken off.
 * Used as `tsx dev/sdkOphalen.ts temporal|tijdspringer FOLDER [VERSION]`.
 */
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [wat, map, versie] = process.argv.slice(2);
const server = {
  executable: {
    type: 'cached-download' as const,
    ...(map === undefined ? {} : { downloadDir: map }),
    ...(versie === undefined ? {} : { version: versie }),
  },
};
const omgeving =
  wat === 'temporal'
    ? await TestWorkflowEnvironment.createLocal({ server })
    : await TestWorkflowEnvironment.createTimeSkipping({ server });
await omgeving.teardown();
