import { builtinModules } from 'node:module';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';

let bronnen: string[];

beforeAll(async () => {
  const { code } = await bundleWorkflowCode({
    workflowsPath: new URL('../../workflows/index.ts', import.meta.url).pathname,
    logger: new DefaultLogger('ERROR'),
  });
  const kaart = /sourceMappingURL=data:application\/json;charset=utf-8;base64,(\S+)/.exec(code)?.[1] ?? '';
  const wortel = new URL('../..', import.meta.url).pathname;
  bronnen = JSON.parse(Buffer.from(kaart, 'base64').toString()).sources.map((bron: string) =>
    bron.replace(wortel, ''),
  );
}, 60_000);

describe('de bundel van de workflows', () => {
  it('bevat van ons alleen workflows/ en domain/', () => {
    const eigen = bronnen.filter((bron) => /^(?!node_modules)[a-z]+\/.+\.tsx?$/.test(bron));
    expect(new Set(eigen.map((bron) => bron.split('/')[0]))).toEqual(new Set(['workflows', 'domain']));
  });

  it('bevat geen module van Node en geen bibliotheek die bestanden, het netwerk of tijdzones leest', () => {
    const verboden = [
      ...builtinModules.map((naam) => `external "${naam}"`),
      'nodemailer',
      'prisma',
      'pg/',
      'temporal-polyfill',
      'date-holidays',
    ];
    expect(bronnen.filter((bron) => verboden.some((naam) => bron.includes(naam)))).toEqual([]);
    expect(bronnen.length).toBeGreaterThan(50);
  });
});
