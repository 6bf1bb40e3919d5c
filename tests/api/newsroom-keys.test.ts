import type { Core } from '@strapi/strapi';
import { expect, onTestFinished, test } from 'vitest';
import { addPlugin, bootChanged, editNewsroom, switchOff } from '../support/changed-app';

/** Starts the application with a changed mapping. @returns What it logged as warnings, and Strapi. */
async function start(change: (distDir: string) => void): Promise<Core.Strapi> {
  const app = await bootChanged({}, change);
  onTestFinished(() => app.stop());
  return app.strapi;
}

const failureOf = (change: (distDir: string) => void): Promise<string> =>
  bootChanged({}, change).then(
    async (app) => {
      await app.stop();
      return 'it started';
    },
    (error: Error) => error.message
  );

test('a key that nobody knows stops the start', async () => {
  const change = (distDir: string) => editNewsroom(distDir, 'newsroom.layouts = {};');
  expect(await failureOf(change)).toBe('config/newsroom: layouts is no key that Wiredesk knows.');
});

test('a key that nobody knows stops the start without story-blocks, too', async () => {
  const failure = await failureOf((distDir) => {
    switchOff(distDir, 'story-blocks');
    editNewsroom(distDir, 'newsroom.layouts = {};');
  });
  expect(failure).toBe('config/newsroom: layouts is no key that Wiredesk knows.');
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
  expect(failure).toBe('config/newsroom: liveblog.seconds is no key that Wiredesk knows.');
});
