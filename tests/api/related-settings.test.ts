import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEFS, type Told } from '../fixtures/related-news';
import { addPlugin, bootChanged, compileChanged, editNewsroom } from '../support/changed-app';
import type { Json } from '../support/client';
import { root } from '../support/compile';
import { dataOf, idsOf, keptLinks, readLinks, rebuilt, rested, typesOf } from '../support/related';
import { anyClient, type BootOptions, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk } from '../support/writers';

const HOST: Told = { title: 'Locks of Peillac', text: 'Barges wait at the locks of Peillac for rain.' };
/** One that shares words, one that shares a topic, one that shares neither. */
const BY_WORDS: Told = { title: 'Rain', text: 'Rain lets barges through the locks of Peillac.' };
const BY_TOPIC: Told = { title: 'Canal council', text: 'A council met.' };
const BY_ONE_WORD: Told = { title: 'Umbrellas', text: 'Rain sold umbrellas.' };

describe.each(anyClient)('how links are chosen, by the settings, on %s', (client) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-related-'));
  /** Of the one database that outlives each start. */
  let database: BootOptions = {};
  let app: Running;
  let desk: Desk;
  const ids: Record<string, string> = {};
  const read = () => readLinks(desk.api, ids.host);
  const linkTo = (links: Json[], name: string) => links.find(({ documentId }) => documentId === ids[name]);

  async function start(change: (distDir: string) => void): Promise<void> {
    await app?.stop();
    app = await bootChanged({ client, ...database }, change);
    database =
      client === 'sqlite'
        ? { databaseFile: process.env.DATABASE_FILENAME }
        : { env: { DATABASE_URL: process.env.DATABASE_URL ?? '' } };
    desk = await openDesk(app);
  }
  /** Without a floor: these stories share a word, a topic or nothing. */
  const settings = (related: Json) => (distDir: string) =>
    editNewsroom(distDir, `newsroom.related = ${JSON.stringify({ floor: 0, ...related })};`);

  beforeAll(async () => {
    if (client === 'sqlite') database = { databaseFile: path.join(dir, 'data.db') };
    await start(settings({}));
    const writer = contentApi(desk.api);
    const topic = await writer.create('topics', { name: 'Canals' }, 'en');
    const write = async (name: string, story: Told, number: number, topics: string[] = []) => {
      ids[name] = await writer.create('articles', dataOf(story, number, { topics }), 'en', true);
    };
    for (const [at, story] of BRIEFS.entries()) await write(`brief ${at}`, story, at);
    await write('words', BY_WORDS, 30);
    await write('topic', BY_TOPIC, 31, [topic]);
    await write('rain', BY_ONE_WORD, 32);
    await write('host', HOST, 33, [topic]);
    await rested(app.strapi);
  });
  afterAll(async () => {
    await app?.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  });

  test('by words and by topic, as they are', async () => {
    const links = await read();
    expect(typesOf(linkTo(links, 'words'))).toContain('names');
    expect(typesOf(linkTo(links, 'topic'))).toContain('topic');
    expect(linkTo(links, 'words').score).toBeGreaterThan(linkTo(links, 'rain').score);
  });

  test('a start without a change makes no link anew', async () => {
    const ranking = () => app.strapi.db.connection('story_blocks_models').select('locale', 'version', 'ranking');
    const before = [await keptLinks(app.strapi), await ranking()];
    await start(settings({}));
    await rested(app.strapi);
    expect([await keptLinks(app.strapi), await ranking()]).toEqual(before);
  });

  test('other weights are followed after a start, without a story being written', async () => {
    const articles = () => app.strapi.db.connection('articles').orderBy('id').select('id', 'document_id', 'updated_at');
    const before = { links: await read(), articles: await articles() };
    await start(settings({ weights: { topic: 0 } }));
    expect((await desk.api.get(`/api/story-blocks/related/${ids.host}`)).status).toBe(200);
    await rested(app.strapi);
    const links = await read();
    expect(linkTo(links, 'topic')).toBeUndefined();
    expect(links.flatMap(typesOf)).not.toContain('topic');
    expect(linkTo(links, 'words').score).toBeGreaterThan(linkTo(before.links, 'words').score);
    expect(await articles()).toEqual(before.articles);

    await start(settings({ weights: { topic: 50 } }));
    await rested(app.strapi);
    const again = await read();
    expect(idsOf(again)[0]).toBe(ids.topic);
    expect(linkTo(again, 'topic').score).toBeGreaterThan(0.9);
  });

  test('what the model is made of is followed too', async () => {
    await start(settings({ weights: { words: 1, topic: 0, latest: 0 }, nameWeight: 1 }));
    await rested(app.strapi);
    const one = linkTo(await read(), 'words').score;
    await start(settings({ weights: { words: 1, topic: 0, latest: 0 }, nameWeight: 4 }));
    await rested(app.strapi);
    // The two share the name of a town.
    expect(linkTo(await read(), 'words').score).toBeGreaterThan(one);
  });

  test('a name that counts for nothing keeps no story out', async () => {
    await start(settings({ nameWeight: 0 }));
    await rested(app.strapi);
    expect(linkTo(await read(), 'words').score).toBeGreaterThan(0);
  });

  test('a signal of another plugin moves a story up, and gives its own reason', async () => {
    // With the floor: a signal that says nothing of it vouches for the stories that it takes together.
    await start((distDir) => addPlugin(distDir, 'clicks'));
    await rested(app.strapi);
    const before = await read();
    expect(before.flatMap(typesOf)).not.toContain('read-together');
    expect(idsOf(before)[0]).not.toBe(ids.rain);
    (app.strapi.plugin('clicks').service('pairs') as { add(a: string, b: string): void }).add(ids.host, ids.rain);
    await rebuilt(app.strapi);
    const links = await read();
    expect(idsOf(links)[0]).toBe(ids.rain);
    const reason = { type: 'read-together', label: 'Readers of this also read' };
    expect(links[0].reasons).toContainEqual(reason);
    expect(links.slice(1).flatMap(typesOf)).not.toContain('read-together');
    const { body } = await desk.api.graphql(
      `{ relatedLinks(documentId: "${ids.host}", kinds: [story], limit: 1) { documentId reasons { type label } } }`
    );
    expect(body.data.relatedLinks).toMatchObject([{ documentId: ids.rain, reasons: expect.arrayContaining([reason]) }]);
    const back = await readLinks(desk.api, ids.rain);
    expect(linkTo(back, 'host').score).toBe(links[0].score);
  });

  test('a signal may be weighed by its name, and is not registered twice or too late', async () => {
    await start((distDir) => {
      addPlugin(distDir, 'clicks');
      settings({ weights: { 'read-together': 0 } })(distDir);
    });
    await rested(app.strapi);
    expect((await read()).flatMap(typesOf)).not.toContain('read-together');
    const related = app.strapi.plugin('story-blocks').service('related') as { registerSignal(signal: Json): void };
    expect(() => related.registerSignal({ name: 'tides', weight: 1 })).toThrow(/tides.*too late/);
  });

  test('a weight of a signal that there is not stops the start, and the sentence names it', async () => {
    const said = async (related: Json): Promise<string> => {
      const distDir = await compileChanged(settings(related));
      // In a process of its own: what of an application has started can't be ended.
      const script = path.resolve(import.meta.dirname, '../support/start-once.cjs');
      const start = promisify(execFile)(process.execPath, [script, root, distDir], { cwd: root, env: process.env });
      const failure = await start.catch((error: { code: number; stderr: string }) => error);
      fs.rmSync(distDir, { recursive: true, force: true });
      expect(failure).toMatchObject({ code: 1 });
      return failure.stderr;
    };
    expect(await said({ weights: { words: 1, gravity: 2 } })).toMatch(
      /config\/newsroom: related\.weights\.gravity is no signal; there are words, .*topic/
    );
    expect(await said({ weights: { words: -1 } })).toMatch(/config\/newsroom: related\.weights\.words/);
  });
});
