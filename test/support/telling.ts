import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Makes the runner's own count the last line of the output: `N passed, N failed, N skipped`. */
export default class Telling implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], fouten: readonly unknown[]): void {
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const tel = (staat: string) => tests.filter((test) => test === staat).length;
    // A file that does not load, or an error outside every test, counts as one that failed.
    const buitenTests = modules.filter((module) => module.errors().length > 0).length + fouten.length;
    const regel = `${tel('passed')} passed, ${tel('failed') + tel('pending') + buitenTests} failed, ${tel('skipped')} skipped`;
    process.once('exit', () => writeSync(1, `${regel}\n`));
  }
}
