import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Pakket {
  optionalDependencies?: Record<string, string>;
}

/**
 * npm leaves out of the lock file what it cannot find for another system, and then refuses `npm ci` there and in a
 * fresh clone here. The way out is a version of which every part exists.
 */
test('package-lock.json kent elk pakket voor elk systeem', () => {
  const { packages } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8'),
  ) as {
    packages: Record<string, Pakket>;
  };
  const bekend = (vanaf: string, naam: string): boolean =>
    `${vanaf && `${vanaf}/`}node_modules/${naam}` in packages ||
    (vanaf !== '' &&
      bekend(
        vanaf.includes('/node_modules/') ? vanaf.slice(0, vanaf.lastIndexOf('/node_modules/')) : '',
        naam,
      ));
  const ontbreekt = Object.entries(packages).flatMap(([pad, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((naam) => !bekend(pad, naam)),
  );
  expect(ontbreekt).toEqual([]);
});
