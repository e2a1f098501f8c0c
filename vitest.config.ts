import { defineConfig } from 'vitest/config';

/**
 * Loading the SDK, Prisma and Fastify takes longer than most of these tests: once per process, not once per file. A project does not
 * inherit this, so each says it.
 */
const eenKeerGeladen = { isolate: false, testTimeout: 60_000, hookTimeout: 60_000 };

/** Suites that use servers get them from here, once per run. */
const metServers = { ...eenKeerGeladen, globalSetup: './test/support/globaal.ts' };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/telling.ts'],
    pool: 'forks',
    // Most tests wait for a server more than they compute.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], ...eenKeerGeladen } },
      { test: { name: 'web', include: ['test/web/**/*.test.ts'], ...eenKeerGeladen } },
      { test: { name: 'grond', include: ['test/grond/**/*.test.ts'], ...metServers } },
      { test: { name: 'workflow', include: ['test/workflow/**/*.test.ts'], ...metServers } },
      { test: { name: 'integratie', include: ['test/integratie/**/*.test.ts'], ...metServers } },
      // Not part of the tests: `npm run opnemen` adds histories for the replay gate.
      { test: { name: 'opnemen', include: ['test/replay/**/*.opname.ts'], ...metServers } },
      { test: { name: 'replay', include: ['test/replay/**/*.test.ts'], ...eenKeerGeladen } },
    ],
  },
});
