/**
 * The import borders (docs/ARCHITECTURE.md, "Mappen"). The parser does not tell an import of types from one of values,
 * so the one arrow that is for types alone is let through here; test/unit/importgrenzen.test.ts and
 * test/unit/workflowBundel.test.ts prove that it stays so.
 */
const magNaar = {
  domain: ['domain'],
  workflows: ['workflows', 'domain', 'activities/index.ts$'],
  infra: ['infra', 'domain', 'prisma'],
  activities: ['activities', 'domain', 'infra', 'prisma'],
  api: ['api', 'web', 'domain', 'infra', 'prisma'],
  web: ['web', 'domain'],
  workers: ['workers', 'workflows', 'activities', 'infra', 'domain', 'prisma'],
  prisma: ['prisma', 'domain', 'infra'],
};

module.exports = {
  forbidden: [
    { name: 'geen-kringen', severity: 'error', from: {}, to: { circular: true } },
    { name: 'bestaat', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(magNaar).map(([map, doelen]) => ({
      name: `${map}-blijft-binnen-de-grens`,
      severity: 'error',
      from: { path: `^${map}/` },
      to: {
        path: '^(domain|workflows|infra|activities|api|web|workers|prisma|dev|test|bench)/',
        pathNot: doelen.map((doel) => (doel.endsWith('$') ? `^${doel}` : `^${doel}/`)),
      },
    })),
    {
      name: 'regels-zonder-temporal-of-node',
      comment: 'domain/ is pure: no I/O, no clock, no Temporal',
      severity: 'error',
      from: { path: '^domain/' },
      to: { path: '(^|/)@temporalio/|^node:', dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'workflows-alleen-in-de-zandbak',
      comment: 'workflow code sees no Node and no client',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '(^|/)@temporalio/(client|worker|activity)/|^node:' },
    },
    {
      name: 'het-product-kent-geen-tests',
      severity: 'error',
      from: { pathNot: '^(test|bench|dev)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(prisma/client|dist)/' },
    tsPreCompilationDeps: false,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
