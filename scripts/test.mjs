// npm test: from a fresh clone, all that can be waited for. npm run verify (--everything): what takes long too. Ends with a
// line "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const counts = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-test-')), 'counts.jsonl');
const began = Date.now();
const results = [];

const isThorough = process.argv.includes('--everything');
const environment = { ...process.env, TEST_COUNTS: counts, ...(isThorough ? { TEST_THOROUGH: '1' } : {}) };

function run(name, command, args) {
  const at = Date.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: environment });
  results.push({ name, ok: status === 0, seconds: Math.round((Date.now() - at) / 1000) });
  return status === 0;
}

/** The same without keeping anything waiting; what it says is shown as it comes, or at its end. */
function beside(name, command, args, { isShown = false } = {}) {
  const at = Date.now();
  return new Promise((resolve) => {
    let said = '';
    if (isShown) console.log(`\n── ${name}`);
    const stdio = isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, args, { stdio, env: environment });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text) => {
        said += text;
      });
    }
    child.once('close', (status) => {
      if (!isShown) console.log(`\n── ${name}\n${said}`);
      results.push({ name, ok: status === 0, seconds: Math.round((Date.now() - at) / 1000) });
      resolve();
    });
  });
}

/** A suite of tests, which does not block what runs beside it. */
const suite = (project) => beside(project, 'npm', ['run', '--silent', `test:${project}`], { isShown: true });

if (!fs.existsSync('node_modules/@strapi/strapi') && !run('install', 'npm', ['ci', '--no-audit', '--no-fund'])) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const checks = ['format and lint', 'imports', 'types'];
run('format and lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']);
run('imports', 'npm', ['run', '--silent', 'imports']);
// Types take one core, and so do the unit tests.
const types = beside('types', 'npm', ['run', '--silent', 'typecheck']);
await suite('unit');
await types;
for (const project of ['api', 'admin', ...(isThorough ? ['packed'] : [])]) await suite(project);

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const line of fs.existsSync(counts) ? fs.readFileSync(counts, 'utf8').trim().split('\n') : []) {
  if (!line) continue;
  const suite = JSON.parse(line);
  total.passed += suite.passed;
  total.skipped += suite.skipped;
  failures.push(...suite.failures);
}
total.failed = failures.length;
// A check counts as one test; so does a suite that ended badly without saying which of its tests failed.
for (const name of checks) total[results.find((result) => result.name === name).ok ? 'passed' : 'failed'] += 1;
if (results.some(({ ok }) => !ok) && total.failed === 0) total.failed = 1;

console.log('');
for (const failure of failures) console.log(`failed: ${failure}`);
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
console.log(`${Math.round((Date.now() - began) / 1000)} s in all`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 ? 0 : 1);
