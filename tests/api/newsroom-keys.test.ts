import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import { expect, onTestFinished, test } from 'vitest';
import { addPlugin, bootChanged, compileChanged, editNewsroom, switchOff } from '../support/changed-app';
import { appEnv } from '../support/clients';
import { root } from '../support/compile';

async function start(change: (distDir: string) => void): Promise<Core.Strapi> {
  const app = await bootChanged({}, change);
  onTestFinished(() => app.stop());
  return app.strapi;
}

/** What an application says that does not start. In a process of its own: what of it has started can't be ended. */
async function failureOf(change: (distDir: string) => void): Promise<string> {
  const distDir = await compileChanged(change);
  onTestFinished(() => fs.rmSync(distDir, { recursive: true, force: true }));
  const script = path.resolve(import.meta.dirname, '../support/start-once.cjs');
  const env = { ...process.env, ...appEnv('sqlite', { DATABASE_FILENAME: path.join(distDir, 'data.db') }) };
  const failure = await promisify(execFile)(process.execPath, [script, root, distDir], { cwd: root, env }).catch(
    (error: { code: number; stderr: string }) => error
  );
  expect(failure).toMatchObject({ code: 1 });
  return failure.stderr;
}

test('a key that nobody knows stops the start', async () => {
  const change = (distDir: string) => editNewsroom(distDir, 'newsroom.layouts = {};');
  expect(await failureOf(change)).toContain('config/newsroom: layouts is no key that Wiredesk knows.');
});

test('a key that nobody knows stops the start without story-blocks, too', async () => {
  const failure = await failureOf((distDir) => {
    switchOff(distDir, 'story-blocks');
    editNewsroom(distDir, 'newsroom.layouts = {};');
  });
  expect(failure).toContain('config/newsroom: layouts is no key that Wiredesk knows.');
});

test('keys of a plugin of ours that is switched off stop nothing', async () => {
  const strapi = await start((distDir) => {
    switchOff(distDir, 'story-blocks');
    editNewsroom(distDir, 'newsroom.related = { days: 20 };');
  });
  expect(strapi.plugins['story-slugs']).toBeDefined();
});

test('a plugin of somebody else has a key of its own', async () => {
  const strapi = await start((distDir) => {
    addPlugin(distDir, 'liveblog');
    editNewsroom(distDir, 'newsroom.liveblog = { minutes: 2 };');
  });
  expect(strapi.plugin('liveblog').service('settings')).toEqual({ minutes: 2 });
  const { add } = strapi.plugin('story-blocks').service('newsroom');
  expect(() => add({ plugin: 'late', key: 'late', schema: null })).toThrow('added too late');
});

test('a key of a plugin of somebody else is held against its schema', async () => {
  const failure = await failureOf((distDir) => {
    addPlugin(distDir, 'liveblog');
    editNewsroom(distDir, 'newsroom.liveblog = { seconds: 2 };');
  });
  expect(failure).toContain('config/newsroom: liveblog.seconds is no key that Wiredesk knows.');
});
