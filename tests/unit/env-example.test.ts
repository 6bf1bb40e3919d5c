import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Names that nobody sets in .env, and why. */
const ELSEWHERE: Record<string, string> = {
  NODE_ENV: 'set by Strapi’s commands and by hosts',
  TERM: 'set by the terminal',
  ENV_PATH: 'names the file itself, so it is read before it',
  PLUGIN_SOURCE: 'set by `npm run dev`',
};
/** Names that packages read, not this repository. */
const READ_BY_PACKAGES = ['STRAPI_TELEMETRY_DISABLED'];

const SKIPPED = ['node_modules', 'dist', 'build', '.cache', '.tmp'];

const sources = (dir: string): string[] =>
  fs.readdirSync(path.join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : sources(file);
    return /\.(ts|tsx|mjs|cjs|js)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [file] : [];
  });

/** Names of settings that a source reads: `env('A')`, `env.int('A')`, `env.A`, `process.env['A']`, `{ A: a } = process.env`. */
function settingsOf(source: string): string[] {
  const direct = [...source.matchAll(/\benv(?:\.\w+)?\(\s*'([A-Z][A-Z0-9_]+)'|\benv(?:\.|\[')([A-Z][A-Z0-9_]+)\b/g)];
  const taken = [...source.matchAll(/\{([^{}]*)\}\s*=\s*(?:process\.)?env\b/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => /^\s*([A-Z][A-Z0-9_]+)\b/.exec(name)?.[1])
  );
  const names = [...direct.map(([, called, read]) => called ?? read), ...taken];
  return [...new Set(names.filter((name) => name !== undefined))];
}

const listed = [
  ...fs.readFileSync(path.join(root, '.env.example'), 'utf8').matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=/gm),
].map(([, name]) => name as string);

const read = new Map<string, string>();
for (const file of ['config', 'scripts', 'src'].flatMap(sources)) {
  for (const name of settingsOf(fs.readFileSync(path.join(root, file), 'utf8'))) read.set(name, file);
}

describe('settings of a source', () => {
  test.each([
    ["env('PORT', 1337)", ['PORT']],
    ["env.int('PORT', 1337)", ['PORT']],
    ["env.array('APP_KEYS')", ['APP_KEYS']],
    ["env(\n  'DATABASE_URL'\n)", ['DATABASE_URL']],
    ['process.env.TEST_LOG', ['TEST_LOG']],
    ["process.env['TEST_LOG']", ['TEST_LOG']],
    ['env.NODE_ENV === ', ['NODE_ENV']],
    ['const { A_B: email, C_D } = process.env;', ['A_B', 'C_D']],
    ['const { A_B } = env', ['A_B']],
    ['process.env[name]', []],
    ['{ env: { ...env } }', []],
    ['environment.PORT', []],
  ])('%j: %j', (source, names) => expect(settingsOf(source)).toEqual(names));
});

test('finds settings at all', () => {
  expect([...read.keys()]).toEqual(expect.arrayContaining(['PORT', 'PREVIEW_ORIGINS', 'DEMO_ADMIN_EMAIL']));
});

test.each([...read].filter(([name]) => !(name in ELSEWHERE)))('.env.example has %s, which %s reads', (name) => {
  expect(listed).toContain(name);
});

test.each(listed.filter((name) => !READ_BY_PACKAGES.includes(name)))('%s of .env.example is read', (name) => {
  expect([...read.keys()]).toContain(name);
});
