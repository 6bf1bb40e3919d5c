import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureEnv, readEnv } from './ensure-env.mjs';

const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
];
const example = fs.readFileSync(path.resolve(import.meta.dirname, '../.env.example'), 'utf8');

let root: string;
const write = (text: string) => fs.writeFileSync(path.join(root, '.env'), text);
const read = () => fs.readFileSync(path.join(root, '.env'), 'utf8');

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-env-'));
  fs.writeFileSync(path.join(root, '.env.example'), example);
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

test('copies the example and fills in secrets that differ', () => {
  expect(ensureEnv(root, {})).toEqual(SECRETS);
  const values = parseEnv(read());
  expect(Object.keys(values).sort()).toEqual(Object.keys(parseEnv(example)).sort());
  const secrets = SECRETS.flatMap((name) => values[name]?.split(',') ?? []);
  expect(secrets).toHaveLength(7);
  for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  expect(new Set(secrets).size).toBe(7);
  expect(fs.statSync(path.join(root, '.env')).mode & 0o077).toBe(0);
});

test('leaves a complete file as it is', () => {
  ensureEnv(root, {});
  const before = read();
  expect(ensureEnv(root, {})).toEqual([]);
  expect(read()).toBe(before);
});

test('closes a file that others could read, whether it lacks secrets or not', () => {
  for (const text of [example, SECRETS.map((name) => `${name}=kept`).join('\n')]) {
    write(text);
    fs.chmodSync(path.join(root, '.env'), 0o644);
    ensureEnv(root, {});
    expect(fs.statSync(path.join(root, '.env')).mode & 0o777).toBe(0o600);
  }
});

test('adds what a file lacks, and keeps the rest of it', () => {
  write('# ours\nJWT_SECRET="kept # so"\nAPI_TOKEN_SALT=\nPORT=8080');
  expect(ensureEnv(root, {})).toEqual(SECRETS.filter((name) => name !== 'JWT_SECRET'));
  expect(read()).toMatch(/^# ours\nJWT_SECRET="kept # so"\nAPI_TOKEN_SALT=[\w-]{43}\nPORT=8080\nAPP_KEYS=/);
  expect(parseEnv(read())).toMatchObject({ JWT_SECRET: 'kept # so', PORT: '8080' });
});

test('writes nothing where the environment has the secrets', () => {
  expect(ensureEnv(root, Object.fromEntries(SECRETS.map((name) => [name, 'given'])))).toEqual([]);
  expect(fs.existsSync(path.join(root, '.env'))).toBe(false);
});

test('the environment wins over the file', () => {
  write('PORT=8080\nHOST=0.0.0.0\n');
  expect(readEnv(root, { PORT: '9000' })).toEqual({ PORT: '9000', HOST: '0.0.0.0' });
});
