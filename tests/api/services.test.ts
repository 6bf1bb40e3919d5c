import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoryBlocksServices } from '../../src/plugins/story-blocks/server/src';
import { type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, nextFiling, storyData } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

describe.each(anyClient)('what other plugins may call, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let services: StoryBlocksServices;
  const ids: string[] = [];
  let draft: string;
  let held: string;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'services', { stories: false });
    services = app.strapi.plugin('story-blocks').services as unknown as StoryBlocksServices;
    const write = (title: string, publish = true, more: Json = {}) =>
      writer.create(
        'articles',
        { ...storyData(room, 'en', headline(room, title)), filedAt: nextFiling(), ...more },
        'en',
        publish
      );
    for (let number = 0; number < 7; number += 1) ids.unshift(await write(`Harbour ${number}`));
    // Two of one instant are told apart by their ids.
    const same = nextFiling();
    const twins = [await write('Twin A', true, { filedAt: same }), await write('Twin B', true, { filedAt: same })];
    ids.unshift(...twins.sort().reverse());
    draft = await write('Not yet', false);
    held = await write('Taken back');
    await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'withheld' });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const idsOf = (stories: { documentId: string }[]) => stories.map(({ documentId }) => documentId);

  test.each([1, 2, 3, 4, 9, 250])('a list comes in pages of %d, none missed and none twice', async (limit) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await services.stories.list({ locale: 'en', limit, after });
      expect(page.data.length).toBeLessThanOrEqual(limit);
      found.push(...idsOf(page.data));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(found).toEqual(ids);
  });

  test('a story that is published meanwhile moves no page', async () => {
    const first = await services.stories.list({ locale: 'en', limit: 4 });
    const newer = await writer.create(
      'articles',
      { ...storyData(room, 'en', headline(room, 'Newest')), filedAt: nextFiling() },
      'en',
      true
    );
    const second = await services.stories.list({ locale: 'en', limit: 4, after: first.next ?? '' });
    expect([...idsOf(first.data), ...idsOf(second.data)]).toEqual(ids.slice(0, 8));
    ids.unshift(newer);
  });

  test('a story is as its page has it, with what it belongs to and the tags of its answer', async () => {
    const [id] = ids;
    const found = await services.stories.findOne({ documentId: id, locale: 'en' });
    const page = (await desk.api.get(`/api/story-blocks/pages/${id}?locale=en`)).body.data;
    expect(found?.data).toMatchObject(page.story);
    expect(found?.data.type).toBe('api::article.article');
    expect(found?.data.section?.documentId).toBe(room.sections.world);
    expect(found?.tags).toEqual(expect.arrayContaining(['story-blocks', id]));
    const bySlug = await services.stories.findOne({ slug: page.story.slug, locale: 'en' });
    expect(bySlug?.data.documentId).toBe(id);
    const whole = await services.pages.story({ documentId: id, locale: 'en' });
    expect(whole.data).toEqual(page);
  });

  test('what is not published is nobody’s', async () => {
    for (const documentId of [draft, held, 'nobodyknowsthisone']) {
      expect(await services.stories.findOne({ documentId, locale: 'en' })).toBeNull();
      await expect(services.pages.story({ documentId, locale: 'en' })).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });

  test('lists of a section, a topic, an author and a time', async () => {
    const all = await services.stories.list({ locale: 'en', limit: 50 });
    const section = await services.stories.list({ locale: 'en', section: room.sections.world, limit: 50 });
    expect(idsOf(section.data)).toEqual(ids);
    expect(section.tags).toContain(`section:${room.sections.world}:en`);
    const [topic] = all.data[0].topics;
    const ofTopic = await services.stories.list({ locale: 'en', topic: topic.documentId, limit: 50 });
    expect(idsOf(ofTopic.data)).toEqual(
      idsOf(all.data.filter(({ topics }) => topics.some((one) => one.documentId === topic.documentId)))
    );
    const author = all.data[0].credits[0].author;
    const ofAuthor = await services.stories.list({ locale: 'en', author: author?.documentId, limit: 50 });
    expect(ofAuthor.data.length).toBeGreaterThan(0);
    const from = new Date(all.data[3].filedAt as string);
    expect(idsOf((await services.stories.list({ locale: 'en', from, limit: 50 })).data)).toEqual(ids.slice(0, 4));
    expect(idsOf((await services.stories.list({ locale: 'en', before: from, limit: 50 })).data)).toEqual(ids.slice(4));
  });

  test('who asks decides what is given', async () => {
    const auth = {
      strategy: {
        name: 'x',
        verify: () => {
          throw new Error('no');
        },
      },
      credentials: null,
      ability: null,
    };
    await expect(services.stories.list({ locale: 'en', limit: 5, auth })).rejects.toMatchObject({
      name: 'PolicyError',
    });
  });

  test.each([
    [{ limit: 0 }, 'limit'],
    [{ limit: 2.5 }, 'limit'],
    [{ limit: 5, after: 'nonsense' }, 'after'],
    [{ limit: 5, section: 'a', topic: 'b' }, 'section, topic'],
    [{ limit: 5, locale: 'xx' }, 'xx'],
  ])('%j is refused', async (query, named) => {
    await expect(services.stories.list(query)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringContaining(named),
    });
  });

  test('fronts, links, teasers and rails are those of the routes', async () => {
    const get = async (path: string) => (await desk.api.get(`/api/story-blocks/${path}`)).body.data;
    const { world } = room.sections;
    const front = await services.pages.front({ kind: 'section', named: world, locale: 'en', pageSize: 3 });
    expect(front.data).toEqual(await get(`fronts/sections/${world}?locale=en&pageSize=3`));
    expect(front.pagination.total).toBe(ids.length);
    const related = await services.pages.related({ documentId: ids[0], locale: 'en' });
    expect(related.data).toEqual(await get(`related/${ids[0]}?locale=en`));
    const teasers = await services.pages.teasers({ section: world, locale: 'en', limit: 3 });
    expect(teasers.data).toEqual(await get(`teasers?section=${world}&locale=en&limit=3`));
    const rails = await services.pages.rails({ sections: [world], locale: 'en', limit: 3 });
    expect(rails.data).toEqual(await get(`rails?sections=${world}&locale=en&limit=3`));
  });
});
