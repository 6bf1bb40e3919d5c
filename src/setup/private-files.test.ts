import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepPrivate } from './private-files';

let root: string;
const modeOf = (file: string) => (fs.statSync(path.join(root, file)).mode & 0o777).toString(8);

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-private-'));
  fs.chmodSync(root, 0o755);
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

describe('a database file', () => {
  test('is made for its owner alone, as are folders on the way', () => {
    const file = path.join(root, 'var/lib/data.db');
    expect(keepPrivate(file)).toBe(file);
    expect([modeOf('var'), modeOf('var/lib'), modeOf('var/lib/data.db')]).toEqual(['700', '700', '600']);
  });

  test('that everybody could read is closed, with those beside it, and keeps what it holds', () => {
    for (const name of ['data.db', 'data.db-wal', 'data.db-shm', 'other.db']) {
      fs.writeFileSync(path.join(root, name), name);
      fs.chmodSync(path.join(root, name), 0o644);
    }
    keepPrivate(path.join(root, 'data.db'));
    expect(['data.db', 'data.db-wal', 'data.db-shm', 'other.db'].map(modeOf)).toEqual(['600', '600', '600', '644']);
    expect(fs.readFileSync(path.join(root, 'data.db'), 'utf8')).toBe('data.db');
  });

  test('closes the application’s .tmp, and no other folder', () => {
    fs.mkdirSync(path.join(root, '.tmp'), { mode: 0o755 });
    keepPrivate(path.join(root, '.tmp/data.db'));
    keepPrivate(path.join(root, 'data.db'));
    expect([modeOf('.tmp'), modeOf('.')]).toEqual(['700', '755']);
  });
});
