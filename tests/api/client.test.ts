import { createStoryBlocksClient, type KeptAnswer, type StoryBlocksClient } from 'strapi-plugin-story-blocks/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { harbourNetwork } from '../fixtures/harbour-network';
import { type Client, createClient, createToken, settled } from '../support/client';
import { type Loaded, loadNetwork } from '../support/network';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

describe.each(anyClient)('the client of frontends on %s', (client) => {
  let app: Running;
  let api: Client;
  let token: string;
  let news: StoryBlocksClient;
  let loaded: Loaded;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    token = await createToken(app.strapi, 'full-access');
    api = createClient(app, token);
    loaded = await loadNetwork(api, harbourNetwork);
    news = createStoryBlocksClient({ url: app.url, token, locale: 'en' });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const headline = harbourNetwork.mainStory.title;

  test('reads a story page by id, by slug and as a draft, and its blocks by their types', async () => {
    const page = await news.storyPage({ documentId: loaded.mainId });
    expect([page.data.story.title, page.data.site?.name, page.meta.locale]).toEqual([headline, 'Pier & Pilot', 'en']);
    const bySlug = await news.storyPage({ slug: page.data.story.slug ?? '', site: 'Pier & Pilot' });
    expect(bySlug.data).toEqual(page.data);
    expect((await news.previewPage(loaded.mainId)).data.story.title).toBe(headline);
    expect((await news.storyPage({ documentId: loaded.mainId, status: 'draft' })).etag).toBeNull();
    const told = page.data.blocks.map((block) => {
      switch (block.type) {
        case 'related-links':
          return block.links.length;
        case 'section-teaser':
          return block.teasers[0].title;
        case 'headline-rails':
          return block.rails.map(({ label }) => label).join(', ');
        case 'appeal':
          return block.offers.length;
        case 'share':
          return block.targets.length;
        case 'comments':
        case 'rights':
          return block.text.length > 0;
        default:
          // A block of another plugin: its data is whatever it is.
          return block.minutes;
      }
    });
    expect(told).toEqual(['Ferries, By night', true, 'Buoy 9 found, two counties away', true, 2, 3, 2]);
  });

  test('reads fronts, lists and text editions', async () => {
    const section = await news.sectionFront('ferries', { date: '2020-02-27', page: 2, pageSize: 2 });
    expect(section.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
    expect((await news.topicFront('More about dredging')).data.kind).toBe('topic');
    expect((await news.authorFront('Ottilie Brandreth')).data.subject?.name).toBe('Ottilie Brandreth');
    const related = await news.relatedLinks(loaded.mainId, { kinds: ['landing'], limit: 1 });
    expect(related.data.map(({ kind }) => kind)).toEqual(['landing']);
    const teasers = await news.teasers({ section: 'moorings', limit: 1, exclude: [loaded.mainId] });
    expect(teasers.data[0].title).toBe('Buoy 9 found, two counties away');
    expect((await news.rails(['ferries', 'lighthouses'], { limit: 1 })).data.map(({ label }) => label)).toEqual([
      'Ferries',
      'Lamps',
    ]);
    expect((await news.storyText({ documentId: loaded.mainId })).data).toContain(headline);
    expect((await news.previewText(loaded.mainId)).data).toContain(headline);
    expect((await news.frontText('section', 'ferries')).data).toContain('Goats travel free');
  });

  test('is told what did not change, and reads anew what did', async () => {
    const cache = new Map<string, KeptAnswer>();
    let answers: number[] = [];
    const counting: typeof fetch = async (...call) => {
      const response = await fetch(...call);
      answers.push(response.status);
      return response;
    };
    const keeping = createStoryBlocksClient({ url: app.url, token, cache, fetch: counting });
    const first = await keeping.sectionFront('ferries');
    expect(await keeping.sectionFront('ferries')).toEqual(first);
    expect(answers).toEqual([200, 304]);
    const asked = await news.sectionFront('ferries', { ifNoneMatch: first.etag ?? '' });
    // Another address, for it names the language: the tag is not of this one.
    expect(asked.notModified).toBe(false);
    const confirmed = await news.sectionFront('ferries', { ifNoneMatch: asked.etag ?? '' });
    expect(confirmed).toEqual({ notModified: true, etag: asked.etag });
    await api.write('POST', '/api/articles', { title: 'Gangway', section: loaded.sections.get('ferries') });
    answers = [];
    expect((await keeping.sectionFront('ferries')).data.teasers.map(({ title }) => title)).toContain('Gangway');
    expect(answers).toEqual([200]);
  });

  test('is told no by status and code', async () => {
    const nobody = createStoryBlocksClient({ url: app.url });
    const stranger = createStoryBlocksClient({ url: app.url, token: 'unknown' });
    const refusals: [() => Promise<unknown>, object][] = [
      [() => news.storyPage({ slug: 'no-such-slug' }), { status: 404 }],
      [() => news.teasers({ locale: 'xx' }), { status: 400, code: 'UNKNOWN_LOCALE' }],
      [() => news.rails(['ferries'], { limit: 51 }), { status: 400, details: { errors: [{ path: ['limit'] }] } }],
      [() => stranger.teasers(), { status: 401 }],
      [() => nobody.teasers(), { status: 403 }],
    ];
    for (const [ask, told] of refusals) await expect(ask()).rejects.toMatchObject(told);
  });

  test('follows a former slug', async () => {
    const { slug } = (await news.storyPage({ documentId: loaded.mainId })).data.story;
    await api.write('PUT', `/api/articles/${loaded.mainId}`, { slug: 'the-bar-again' });
    const moved = { status: 404, code: 'MOVED', slug: 'the-bar-again', documentId: loaded.mainId };
    await expect(news.storyPage({ slug: slug ?? '' })).rejects.toMatchObject(moved);
    expect((await news.resolveSlug(slug ?? '')).data).toEqual({
      documentId: loaded.mainId,
      contentType: 'api::article.article',
      slug: 'the-bar-again',
      moved: true,
    });
  });

  test('holds a story and lifts the hold', async () => {
    const { documentId } = await api.write('POST', '/api/articles', { title: 'Held at the pier' });
    expect((await news.hold(documentId)).data).toBeNull();
    const held = await news.setHold(documentId, { state: 'withheld', note: 'By the lawyers' });
    expect(held.data).toMatchObject({ state: 'withheld', receipt: { pages: {} } });
    expect((await news.hold(documentId)).data?.note).toBe('By the lawyers');
    await expect(news.storyPage({ documentId })).rejects.toMatchObject({ status: 404 });
    expect((await news.liftHold(documentId)).data.lifted).toBe(true);
    await expect(news.liftHold(documentId)).rejects.toMatchObject({ status: 404 });
  });
});
