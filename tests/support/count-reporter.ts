import fs from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Adds a run's counts, and what failed in it, to the file named by `TEST_COUNTS`, with which `npm test` closes. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    let [passed, skipped] = [0, 0];
    const failures = errors.map((error) => `outside of a test: ${firstLine(error)}`);
    for (const testModule of modules) {
      const tests = [...testModule.children.allTests()];
      for (const test of tests) {
        const { state, errors: reasons } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failures.push(`${testModule.relativeModuleId} > ${test.fullName}: ${firstLine(reasons?.[0] ?? state)}`);
      }
      // A file that did not load, or a hook that failed, has no failed test of its own.
      if (testModule.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) {
        failures.push(`${testModule.relativeModuleId}: ${firstLine(testModule.errors()[0] ?? 'a hook failed')}`);
      }
    }
    fs.appendFileSync(file, `${JSON.stringify({ passed, failures, skipped })}\n`);
  }
}

function firstLine(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).split('\n', 1)[0] ?? '';
}
