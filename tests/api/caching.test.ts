import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manager } from '../support/admin';
import { allowPublic, createClient, type Json, settled } from '../support/client';
import { allTold, createHttpCache, type HttpCache } from '../support/http-cache';
import { foundNewsroom, headline, type Newsroom, paragraphs, storyData, writeStory } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { addPicture, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const READABLE = ['article', 'section', 'topic', 'site', 'author', 'dateline', 'source'];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(anyClient)('answers in shared caches, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let cache: HttpCache;
  let picture: { id: number; documentId: string };

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'che');
    picture = await addPicture(app.strapi, 'quay');
    await writer.update('articles', room.stories[0], { image: picture.id }, 'en');
    await allowPublic(
      app.strapi,
      READABLE.map((name) => `api::${name}.${name}.find`)
    );
    await settled(app.strapi);
    await allTold(app.strapi);
    cache = createHttpCache(app);
  });
  afterAll(async () => {
    cache?.stop();
    await app?.stop();
  });

  const page = (id: string, locale = 'en') => `/api/story-blocks/pages/${id}?locale=${locale}`;
  const related = (id: string) => `/api/story-blocks/related/${id}?limit=50`;
  const front = (kind: 'sections' | 'topics' | 'authors', id: string, more = '') =>
    `/api/story-blocks/fronts/${kind}/${encodeURIComponent(id)}?locale=en${more}`;
  const teasers = (section: string) => `/api/story-blocks/teasers?section=${section}`;
  const rails = (...sections: string[]) => `/api/story-blocks/rails?sections=${sections.join(',')}`;

  /** Every kind of address, of all that there is. */
  function paths(): string[] {
    const { sections, topics, authors, stories } = room;
    return [
      ...stories.flatMap((id) => [page(id), page(id, 'fr'), related(id)]),
      ...Object.values(sections).flatMap((id) => [front('sections', id), front('sections', id, '&page=2&pageSize=2')]),
      front('sections', sections.world, '&date=2026-03-01'),
      front('sections', `World ${room.tag}`),
      ...Object.values(topics).map((id) => front('topics', id)),
      ...Object.values(authors).map((id) => front('authors', id)),
      ...Object.values(sections).map(teasers),
      '/api/story-blocks/teasers',
      '/api/story-blocks/teasers?locale=fr',
      rails(...Object.values(sections)),
      rails(sections.port),
    ];
  }

  async function fill(): Promise<void> {
    await settled(app.strapi);
    await allTold(app.strapi);
    await cache.fill(paths());
    await cache.fill([page(room.stories[0]), front('sections', room.sections.world)], 'text/plain');
  }

  let asked = 0;
  /** What GraphQL gives of what this process keeps, held against what REST makes anew. */
  async function expectSameByGraphql(what: string): Promise<void> {
    const reader = createClient(app);
    for (const id of room.stories) {
      asked += 1;
      const [links, ofPage, rest, whole] = [
        await reader.graphql(
          `query ($id: ID!) { relatedLinks(documentId: $id, limit: 50, locale: "en") { title url kicker dateline } }`,
          { id }
        ),
        await reader.graphql(
          `query ($id: ID!) { storyPage(documentId: $id, locale: "en") { story { title byline kicker } } }`,
          {
            id,
          }
        ),
        await reader.get(`${related(id)}&locale=en&fresh=${asked}`),
        await reader.get(`${page(id)}&fresh=${asked}`),
      ];
      const shown = ({ title, url, kicker = null, dateline = null }: Json) => ({ title, url, kicker, dateline });
      expect(links.body.data?.relatedLinks, `${what}: ${id}`).toEqual(rest.body.data?.map(shown));
      const { title, byline, kicker } = whole.body.data?.story ?? {};
      expect(ofPage.body.data?.storyPage?.story, `${what}: ${id}`).toEqual(title && { title, byline, kicker });
    }
  }

  /** Does something with full caches: what they still hold then is true, and they no longer hold `gone`. */
  async function trueAfter(what: string, work: () => Promise<unknown>, gone: string[] = [], stays: string[] = []) {
    await fill();
    for (const path of gone) expect(cache.has(path), `${what}: ${path} was not kept before`).toBe(true);
    await work();
    await settled(app.strapi);
    await allTold(app.strapi);
    expect(await cache.stale(), what).toEqual([]);
    await expectSameByGraphql(what);
    for (const path of gone) expect(cache.has(path), `${what}: ${path} is still kept`).toBe(false);
    for (const path of stays) expect(cache.has(path), `${what}: ${path} went for nothing`).toBe(true);
  }

  const put = (path: string, data: Json) => desk.admin.send('PUT', path, { data });
  const ok = async (answer: Promise<Json>) => expect((await answer).status).toBeLessThan(300);

  test('say for how long they may be kept, and of what they are made', async () => {
    const reader = createClient(app);
    const { headers } = await reader.get(page(room.stories[0]));
    expect(headers.get('cache-control')).toBe('public, max-age=5, s-maxage=600, stale-while-revalidate=30');
    expect(headers.get('vary')?.split(', ')).toEqual(expect.arrayContaining(['Accept', 'Authorization']));
    const tags = headers.get('cache-tag')?.split(',');
    const { world, sport } = room.sections;
    const expected = [room.stories[0], `section:${sport}:en`, `site:${room.sites.north}`, 'story-blocks'];
    expect(tags).toEqual(expect.arrayContaining(expected));
    expect(tags).toEqual(expect.arrayContaining([room.authors.ana, room.places.tromso, room.sources.npa, world]));

    const named = await desk.api.get(page(room.stories[0]));
    expect(named.headers.get('cache-control')).toBe('private, max-age=0, must-revalidate');
    for (const path of [page('unknown'), related('unknown'), rails('unknown'), `${page(room.stories[0])}&site=x`]) {
      const missing = await reader.get(path);
      expect([missing.status, missing.headers.get('cache-control')], path).toEqual([404, 'no-store']);
    }
    const excluding = `${teasers(sport)}&exclude=${encodeURIComponent('日本,a\nb')}`;
    const odd = await reader.get(excluding);
    expect([
      odd.status,
      odd.headers
        .get('cache-tag')
        ?.split(',')
        .every((tag) => /^[\w:-]+$/.test(tag)),
    ]).toEqual([200, true]);
    const wrong = await reader.get('/api/story-blocks/teasers?limit=51');
    expect([wrong.status, wrong.headers.get('etag'), wrong.headers.get('cache-tag')]).toEqual([400, null, null]);
  });

  test('are confirmed without being made', async () => {
    const reader = createClient(app);
    const first = await reader.get(page(room.stories[0]));
    const etag = first.headers.get('etag') ?? '';
    const asked: string[] = [];
    const listen = ({ sql }: { sql: string }) => asked.push(sql);
    app.strapi.db.connection.on('query', listen);
    const again = await reader.get(page(room.stories[0]), { 'If-None-Match': etag });
    app.strapi.db.connection.removeListener('query', listen);
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(again.headers.get('cache-control')).toBe(first.headers.get('cache-control'));
    expect(asked.filter((sql) => sql.includes('story_blocks'))).toHaveLength(1);
  });

  test('are true as long as no tag of theirs is told', { timeout: 300_000 }, async () => {
    const { sections, topics, authors, places, sources, sites, stories } = room;
    const [ice, ferries, skiers, rowers, quay, trawlers] = stories;
    const update = (plural: Parameters<Writer['update']>[0], id: string, data: Json, locale?: string) => () =>
      writer.update(plural, id, data, locale);

    await trueAfter(
      'a headline changes',
      update('articles', trawlers, { title: headline(room, 'Trawlers leave port') }, 'en'),
      [page(trawlers), rails(sections.port), teasers(sections.port), front('topics', topics.boats)],
      [teasers(sections.sport), related(skiers)]
    );
    await trueAfter(
      'a story is published',
      () => writeStory(writer, room, 'Huskies win the night race', { section: sections.sport, topics: [] }),
      [front('sections', sections.sport), rails(...Object.values(sections)), teasers(sections.sport), page(ice)],
      [teasers(sections.port), rails(sections.port)]
    );
    const huskies = stories[stories.length - 1];
    await trueAfter('it moves to another section', update('articles', huskies, { section: sections.port }, 'en'), [
      teasers(sections.sport),
      teasers(sections.port),
    ]);
    await trueAfter('it gets a topic', update('articles', huskies, { topics: [topics.ice] }, 'en'), [
      front('topics', topics.ice),
    ]);
    await trueAfter('it is filed anew', update('articles', huskies, { filedAt: '2026-03-01T07:00:00.000Z' }, 'en'));
    await trueAfter(
      'it is held',
      () => ok(desk.api.send('PUT', `/api/story-blocks/holds/${huskies}`, { data: { state: 'withheld' } })),
      [page(huskies), page(huskies, 'fr'), teasers(sections.port)]
    );
    await trueAfter('it returns', async () => {
      await ok(desk.api.send('DELETE', `/api/story-blocks/holds/${huskies}`));
      await writer.publish(huskies, 'en');
    });

    const pins = (id: string, data: Json) => () => ok(put(`/story-blocks/pins/${id}`, data));
    await trueAfter('a story is pinned', pins(ice, { pins: [quay] }), [page(ice), related(ice)], [page(rowers)]);
    await trueAfter(
      'the pinned story goes',
      () => desk.admin.send('POST', manager('articles', `/${quay}/actions/unpublish`, 'en'), { locale: 'en' }),
      [page(ice), related(ice)]
    );
    await trueAfter('the pinned story returns', () => writer.publish(quay, 'en'), [page(ice), related(ice)]);
    await trueAfter('a story is hidden everywhere', pins(ferries, { hiddenEverywhere: true }), [related(ice)]);
    await trueAfter('it shows again', pins(ferries, { hiddenEverywhere: false }));

    const board = (id: string, data: Json) => () => ok(put(`/story-blocks/desk/board/${id}`, data));
    await trueAfter(
      'a section pins a story',
      board(sections.sport, { pins: [trawlers] }),
      [teasers(sections.sport)],
      [rails(sections.port)]
    );
    await trueAfter(
      'that story goes',
      () => desk.admin.send('POST', manager('articles', `/${trawlers}/actions/unpublish`, 'en'), { locale: 'en' }),
      [teasers(sections.sport)]
    );
    await trueAfter('and returns', () => writer.publish(trawlers, 'en'), [teasers(sections.sport)]);
    await trueAfter('a story is sent down', board(sections.sport, { sentDown: [skiers] }), [teasers(sections.sport)]);

    await trueAfter('a section is renamed', update('sections', sections.port, { label: 'QUAYSIDE' }, 'en'), [
      page(quay),
      rails(sections.port),
    ]);
    await trueAfter('a section has another address', update('sections', sections.port, { slug: 'waterfront' }, 'en'));
    await trueAfter(
      'a section gets a layout',
      update(
        'sections',
        sections.world,
        {
          storyLayout: [{ __component: 'story-blocks.section-teaser', section: sections.port, count: 2 }],
          frontLayout: [{ __component: 'story-blocks.comments', text: 'Speak up' }],
        },
        'en'
      ),
      [page(ice), front('sections', sections.world)],
      [rails(sections.port)]
    );
    await trueAfter(
      'a site has another address',
      update('sites', sites.harbor, { url: 'https://quay.example' }, 'en'),
      [page(quay), rails(sections.port)]
    );
    await trueAfter('a site has another tagline', update('sites', sites.north, { tagline: 'All the north' }, 'en'), [
      page(ice),
    ]);
    await trueAfter('a topic is renamed', update('topics', topics.boats, { name: 'Boats and ships' }, 'en'), [
      related(quay),
    ]);
    await trueAfter('an author is renamed', update('authors', authors.ben, { name: 'Benedict Roux' }), [
      page(rowers),
      front('authors', authors.ben),
    ]);
    await trueAfter('a place is renamed', update('datelines', places.brest, { city: 'Breste' }), [page(rowers)]);
    await trueAfter('a source is renamed', update('sources', sources.npa, { code: 'NPX' }), [page(ice)]);
    await trueAfter(
      'a picture gets another text',
      async () => {
        await app.strapi.db.query('plugin::upload.file').update({
          where: { id: picture.id },
          data: { alternativeText: 'A quay in the fog' },
        });
      },
      [page(ice)],
      [rails(sections.port)]
    );
    await trueAfter('a topic goes', () => writer.delete('topics', topics.ice, '*'), [related(ice)]);
    delete (topics as Partial<typeof topics>).ice;
    await trueAfter(
      'words that bring stories together',
      update(
        'articles',
        rowers,
        {
          body: paragraphs('Ottokar Brandreth trawled the quay. Ottokar Brandreth bought larger boats for the port.'),
        },
        'en'
      )
    );
    await trueAfter(
      'more of them',
      update(
        'articles',
        quay,
        {
          body: paragraphs('Ottokar Brandreth opens the quay for larger boats. Rowers met Ottokar Brandreth.'),
        },
        'en'
      )
    );
    await trueAfter('a story is deleted', () => writer.delete('articles', skiers, '*'), [
      page(skiers),
      page(skiers, 'fr'),
    ]);
    await trueAfter('settings are saved', async () => {
      const { version } = (await desk.admin.get('/story-blocks/settings')).body.data;
      await ok(put('/story-blocks/settings', { version, settings: { blocks: { teaserLength: 40, railLimit: 2 } } }));
    }, [teasers(sections.port)]);
    await trueAfter(
      'a story is added in a section of which only one language was asked',
      () => writer.update('articles', rowers, storyData(room, 'fr', headline(room, 'Rameurs'), { topics: [] }), 'fr'),
      [page(rowers, 'fr')]
    );
  });

  test('go when the public may read less, or more', async () => {
    const permissions = app.strapi.db.query('plugin::users-permissions.permission');
    const action = 'api::site.site.find';
    const [path] = paths();
    await trueAfter('the public may not find sites', () => permissions.deleteMany({ where: { action } }), [path]);
    await trueAfter('it may again', () => allowPublic(app.strapi, [action]), [path]);
  });

  test('go when another language is the default one, at once in this process', async () => {
    const path = '/api/story-blocks/teasers';
    const locales: Json[] = (await desk.admin.get('/i18n/locales')).body;
    const idOf = (code: string) => locales.find((locale) => locale.code === code).id;
    await trueAfter(
      'French is the default language',
      () => ok(desk.admin.send('PUT', `/i18n/locales/${idOf('fr')}`, { isDefault: true })),
      [path]
    );
    expect((await createClient(app).get(path)).body.meta.locale).toBe('fr');
    await ok(desk.admin.send('PUT', `/i18n/locales/${idOf('en')}`, { isDefault: true }));
    expect((await createClient(app).get(path)).body.meta.locale).toBe('en');
  });

  test('end when a pin ends', async () => {
    const [ice] = room.stories;
    const until = new Date(Date.now() + 3_000).toISOString();
    await ok(put(`/story-blocks/pins/${ice}`, { pins: [{ documentId: room.stories[4], until }] }));
    const reader = createClient(app);
    const before = await reader.get(related(ice));
    expect(before.body.data.some((link: Json) => link.pinned)).toBe(true);
    const [, shared] = /s-maxage=(\d+)/.exec(before.headers.get('cache-control') ?? '') ?? [];
    expect(Number(shared)).toBeLessThanOrEqual(3);
    expect(before.headers.get('cache-control')).not.toContain('stale-while-revalidate');
    await pause(Date.parse(until) - Date.now() + 5);
    const later = await reader.get(related(ice));
    expect(later.headers.get('etag')).not.toBe(before.headers.get('etag'));
    expect(later.body.data.some((link: Json) => link.pinned)).toBe(false);
  });

  test('are not shortened by the end of a pin that nobody sees', async () => {
    const [ice, , , , boats] = room.stories;
    const until = new Date(Date.now() + 60_000).toISOString();
    const draft = await writeStory(writer, room, 'Not out yet', {}, false);
    const held = await writeStory(writer, room, 'Held back');
    const { sport } = room.sections;
    const board = `/story-blocks/desk/board/${sport}?locale=en`;
    await ok(put(`/story-blocks/pins/${draft}`, { pins: [{ documentId: boats, until }] }));
    await ok(put(`/story-blocks/pins/${ice}?locale=en`, { pins: [{ documentId: draft, until }] }));
    await ok(put(`/story-blocks/pins/${ice}?locale=fr`, { pins: [{ documentId: held, until }] }));
    const { version } = (await desk.admin.get(board)).body.data;
    await ok(put(board, { pins: [{ documentId: held, until }], sentDown: [], version }));
    const reader = createClient(app);
    const shared = async () => {
      const { headers } = await reader.get(front('sections', sport));
      return Number(/s-maxage=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1]);
    };
    await settled(app.strapi);
    expect(await shared()).toBeLessThanOrEqual(60);
    await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'withheld' });
    await settled(app.strapi);
    expect(await shared()).toBe(600);
    await writer.publish(draft, 'en');
    await settled(app.strapi);
    expect(await shared()).toBeLessThanOrEqual(60);
    for (const id of [draft, held]) await writer.delete('articles', id);
    await ok(put(`/story-blocks/pins/${ice}?locale=en`, { pins: [] }));
    await ok(put(`/story-blocks/pins/${ice}?locale=fr`, { pins: [] }));
  });

  test('are told of through webhooks, made by Strapi’s own route', async () => {
    const http = await import('node:http');
    const heard: Json[] = [];
    const server = http.createServer(async (request, response) => {
      let text = '';
      for await (const part of request) text += part;
      heard.push(JSON.parse(text));
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as import('node:net').AddressInfo;
    const hook = {
      name: 'Purge',
      url: `http://127.0.0.1:${port}/purge`,
      headers: {},
      events: ['story-blocks.changed'],
    };
    const made = await desk.admin.send('POST', '/admin/webhooks', hook);
    expect(made.status, made.text).toBe(201);
    await writer.update('articles', room.stories[3], { title: headline(room, 'Rowers rest') }, 'en');
    for (let round = 0; round < 200 && heard.length === 0; round += 1) await pause(20);
    await desk.admin.send('DELETE', `/admin/webhooks/${made.body.data.id}`);
    server.close();
    expect(heard[0].event).toBe('story-blocks.changed');
    expect(heard.flatMap(({ tags }) => tags)).toContain(room.stories[3]);
  });

  test('take no tags from other plugins that could not stand in a header', async () => {
    const blocks = app.strapi.plugin('story-blocks').service('blocks') as { changed(tags: string[]): Promise<void> };
    await expect(blocks.changed(['wetter münchen'])).rejects.toThrow(/is no tag/);
    await blocks.changed(['weather']);
    await allTold(app.strapi);
    expect(cache.purged).toContain('weather');
  });

  test('a story that others list by its address leaves them, and returns', async () => {
    const known = [...room.stories];
    const host = await writeStory(writer, room, 'It lists another');
    const other = await writeStory(writer, room, 'It is listed');
    const { slug } = (await desk.api.get(`/api/articles/${other}`)).body.data;
    const externalLinks = [{ title: 'Of before', url: `https://www.harbor-che.example/any/${slug}.html` }];
    await writer.update('articles', host, { externalLinks }, 'en');
    const body = { data: { state: 'withheld' } };
    const hold = () => desk.admin.send('PUT', `/story-blocks/holds/${other}`, body);
    await trueAfter('a hold of a listed story', () => ok(hold()), [related(host)]);
    await desk.admin.send('DELETE', `/story-blocks/holds/${other}`);
    const back = () => writer.update('articles', other, { slug: `${slug}-again` }, 'en');
    await trueAfter('a return under another name', back, [related(host)]);
    const renamed = () => writer.update('articles', other, { title: headline(room, 'It is listed anew') }, 'en');
    await trueAfter('another headline of a listed story', renamed, [related(host)]);
    for (const id of [host, other]) await writer.delete('articles', id, '*');
    room.stories.splice(0, room.stories.length, ...known);
  });

  test('found by a slug are told of when another story comes to have it', async () => {
    // What was told of the tests before comes a little later.
    await allTold(app.strapi);
    const purged = cache.purged.length;
    await writer.update('articles', room.stories[1], { slug: 'ferries-by-another-name' }, 'en');
    await allTold(app.strapi);
    const told = cache.purged.slice(purged).filter((tag) => tag.startsWith('slug:'));
    expect(new Set(told).size).toBe(2);
    const page = await createClient(app).get('/api/story-blocks/pages?slug=ferries-by-another-name');
    expect(told).toContain(
      page.headers
        .get('cache-tag')
        ?.split(',')
        .find((tag) => tag.startsWith('slug:'))
    );
  });

  test('are told of by the next process where this one ended before it could', async () => {
    await allTold(app.strapi);
    const { connection } = app.strapi.db;
    await connection('story_blocks_generation').insert({
      value: 1,
      concepts: 0,
      tags: JSON.stringify(['left-over']),
      told: false,
    });
    for (let round = 0; round < 200 && !cache.purged.includes('left-over'); round += 1) await pause(20);
    expect(cache.purged).toContain('left-over');
  });
});
