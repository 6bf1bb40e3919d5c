import fs from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Adds a run's counts to the file named by `TEST_COUNTS`, from which `npm test` makes its closing line. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    let [passed, failed, skipped] = [0, errors.length, 0];
    for (const testModule of modules) {
      const tests = [...testModule.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
      // A file that did not load, or a hook that failed, has no failed test of its own.
      if (testModule.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) failed += 1;
    }
    fs.appendFileSync(file, `${JSON.stringify({ passed, failed, skipped })}\n`);
  }
}
