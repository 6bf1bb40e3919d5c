import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, settled } from '../support/client';
import { bootStrapi, busyClient, type Running } from '../support/strapi';

interface Upkeep {
  check(): Promise<{
    published: number;
    drift: { uid: string; documentId: string; locale: string; problem: string }[];
  }>;
  reconcile(): Promise<{ seen: number; repaired: number }>;
  rebuild(progress: (progress: { step: string; done: number; total: number }) => void): Promise<unknown>;
  health(): Promise<Record<'cards' | 'published', number> & { reconciled: { at: string; repaired: number } | null }>;
}

const STORIES = 50;
const LOCALES = ['en', 'fr', 'ja'];
const NAMES = ['Kestrel', 'Merlin', 'Osprey', 'Harrier', 'Buzzard', 'Falcon', 'Eagle', 'Kite', 'Owl', 'Heron'];

describe.each(busyClient)('upkeep on %s', (client) => {
  let app: Running;
  let api: Client;
  let upkeep: Upkeep;
  const ids: string[] = [];
  const cards = () => app.strapi.db.connection('story_blocks_cards');

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    upkeep = app.strapi.plugin('story-blocks').service('upkeep') as Upkeep;
    for (let index = 0; index < STORIES; index += 1) {
      const text = `The ferry left. Its name is ${NAMES[index % NAMES.length]}, and it is late.`;
      const body = [{ type: 'paragraph', children: [{ type: 'text', text }] }];
      const { documentId } = await api.write('POST', '/api/articles', {
        title: `Ferry ${NAMES[index % NAMES.length]} leaves pier ${index}`,
        body,
      });
      for (const locale of LOCALES.slice(1)) {
        await api.write('PUT', `/api/articles/${documentId}?locale=${locale}`, { title: `Ferry ${index} (${locale})` });
      }
      ids.push(documentId);
    }
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  test('finds nothing to do where all is well', async () => {
    expect(await upkeep.check()).toEqual({
      published: STORIES * LOCALES.length,
      drift: [],
      embargoes: [],
      troubles: { total: 0, named: [] },
    });
    expect(await upkeep.reconcile()).toMatchObject({ repaired: 0 });
  });

  test('finds and mends what got past the document service, however many languages a page of rows holds', async () => {
    const gone = ids.filter((_, index) => index % 3 === 0);
    await cards().whereIn('document_id', gone).delete();
    const [outdated, stray] = [ids[1], ids[2]];
    await app.strapi.db.connection('articles').where({ document_id: outdated }).update({ title: 'Written by hand' });
    await app.strapi.db.connection('articles').where({ document_id: stray, locale: 'fr' }).delete();

    const { drift } = await upkeep.check();
    const count = (problem: string) => drift.filter((one) => one.problem === problem).length;
    expect([count('missing'), count('outdated'), count('left over')]).toEqual([
      gone.length * LOCALES.length,
      LOCALES.length,
      1,
    ]);

    expect(await upkeep.reconcile()).toMatchObject({ repaired: gone.length + 2 });
    expect((await upkeep.check()).drift).toEqual([]);
    expect((await api.get(`/api/story-blocks/pages/${outdated}`)).body.data.story.title).toBe('Written by hand');
    expect((await api.get(`/api/story-blocks/pages/${stray}?locale=fr`)).status).toBe(404);
  });

  test('sees through a card whose row was damaged, and rebuild makes what it points at anew', async () => {
    const section = await api.write('POST', '/api/sections', { name: 'Piers' });
    const story = await api.write('POST', '/api/articles', { title: 'Pier light out', section: section.documentId });
    await settled(app.strapi);
    await cards().where({ document_id: story.documentId }).update({ title: 'Damaged', lead: '[]' });
    await app.strapi.db.connection('story_blocks_card_refs').where({ document_id: story.documentId }).delete();
    expect((await upkeep.check()).drift).toEqual([
      { uid: 'api::article.article', documentId: story.documentId, locale: 'en', problem: 'outdated' },
    ]);
    await upkeep.rebuild(() => {});
    expect((await upkeep.check()).drift).toEqual([]);
    const refs = await app.strapi.db.connection('story_blocks_card_refs').where({ document_id: story.documentId });
    expect(refs.map((row: { role: string }) => row.role)).toEqual(['section']);
    await api.send('DELETE', `/api/articles/${story.documentId}`);
  });

  test('finds pictures that were changed or deleted past the media library', async () => {
    const { connection } = app.strapi.db;
    const files = app.strapi.db.query('plugin::upload.file');
    const add = (name: string) =>
      files.create({
        data: {
          name,
          hash: name,
          ext: '.png',
          mime: 'image/png',
          size: 1,
          provider: 'local',
          url: `/uploads/${name}.png`,
        },
      });
    const [changed, deleted] = [await add('pier'), await add('light')];
    const stories: string[] = [];
    for (const image of [changed.id, deleted.id])
      stories.push((await api.write('POST', '/api/articles', { title: 'Pictured', image })).documentId);
    const image = async (id: string) => (await api.get(`/api/story-blocks/pages/${id}`)).body.data.story.image;
    expect((await image(stories[1])).url).toBe('/uploads/light.png');
    await connection('files').where({ id: changed.id }).update({ alternative_text: 'A pier at dusk' });
    await connection('files').where({ id: deleted.id }).delete();
    expect((await upkeep.check()).drift.filter(({ uid }) => uid === 'plugin::upload.file')).toHaveLength(2);
    await upkeep.reconcile();
    await settled(app.strapi);
    expect((await upkeep.check()).drift).toEqual([]);
    expect((await image(stories[0])).alternativeText).toBe('A pier at dusk');
    expect(await image(stories[1])).toBeNull();
    for (const id of stories) await api.send('DELETE', `/api/articles/${id}`);
  });

  test('keeps layouts true when a section that they name is deleted', async () => {
    const section = await api.write('POST', '/api/sections', { name: 'Buoys' });
    await api.write('POST', '/api/sites', {
      name: 'Buoy Watch',
      storyLayout: [{ __component: 'story-blocks.headline-rails', rails: [{ section: section.documentId }] }],
    });
    await api.send('DELETE', `/api/sections/${section.documentId}`);
    expect((await upkeep.check()).drift).toEqual([]);
  });

  test('rebuilds everything with progress, while readers see what they saw', async () => {
    await settled(app.strapi);
    const before = (await api.get(`/api/story-blocks/related/${ids[5]}`)).body.data;
    expect(before.length).toBeGreaterThan(0);
    const steps = new Set<string>();
    const seen: number[] = [];
    const rebuilt = upkeep.rebuild(({ step }) => steps.add(step));
    for (let round = 0; round < 5; round += 1) {
      seen.push((await api.get(`/api/story-blocks/related/${ids[5]}`)).body.data.length);
    }
    await rebuilt;
    await settled(app.strapi);
    expect([...steps].sort()).toEqual(['cards', 'links']);
    expect(Math.min(...seen)).toBeGreaterThan(0);
    // The same stories; those that are worth the same may change places, since rarity is weighed anew.
    const titles = (links: { title: string }[]) => links.map(({ title }) => title).sort();
    const after = (await api.get(`/api/story-blocks/related/${ids[5]}`)).body.data;
    expect(titles(after)).toEqual(titles(before));
  });

  test('keeps the generation growing and cheap to read', async () => {
    const rows = () =>
      app.strapi.db.connection('story_blocks_generation').count({ count: '*' }).sum({ sum: 'value' }).first();
    const generation = async () => (await api.get(`/api/story-blocks/pages/${ids[5]}`)).body.meta.generation as number;
    const before = await generation();
    // More writes than rows are kept for; the worker folds them when it has nothing else to do.
    for (let index = 0; index < 300; index += 1)
      await app.strapi.db.connection('story_blocks_generation').insert({ value: 1 });
    await expect.poll(async () => Number((await rows())?.count), { timeout: 20_000 }).toBeLessThan(256);
    expect(await generation()).toBe(before + 300);
  });

  test('reports its state', async () => {
    await settled(app.strapi);
    const health = await upkeep.health();
    expect(health).toMatchObject({ stale: 0, waiting: 0, failed: [], reconciled: { repaired: 0, found: [] } });
    expect(health.cards).toBe(health.published);
  });
});
