import { defineConfig } from 'vitest/config';

/** Suites that use servers get them from here, once per run. */
const metServers = { globalSetup: './test/support/globaal.ts', testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/telling.ts'],
    pool: 'forks',
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'web', include: ['test/web/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'grond', include: ['test/grond/**/*.test.ts'], ...metServers } },
      { test: { name: 'workflow', include: ['test/workflow/**/*.test.ts'], ...metServers } },
      { test: { name: 'integratie', include: ['test/integratie/**/*.test.ts'], ...metServers } },
      // Not part of the tests: `npm run opnemen` adds histories for the replay gate.
      { test: { name: 'opnemen', include: ['test/replay/**/*.opname.ts'], ...metServers } },
      { test: { name: 'replay', include: ['test/replay/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
});
