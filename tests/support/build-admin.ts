import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import type { TestProject } from 'vitest/node';
import { root } from './compile';
import { prepare } from './databases';
import { scratchDir } from './scratch';

/** Builds the application with its admin panel, and starts it once for a database that each file copies. */
export default async function setup(project: TestProject): Promise<() => void> {
  // What is built already is left alone.
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The application could not be built.');
  // It is unpacked at its first use, which two files must not do at once.
  await chromium.executablePath();
  const dir = scratchDir('databases-');
  const file = path.join(dir, 'data.db');
  await prepare('sqlite', { DATABASE_FILENAME: file }, path.join(root, 'dist'));
  project.provide('databases', { sqlite: { file } });
  return () => fs.rmSync(dir, { recursive: true, force: true });
}
