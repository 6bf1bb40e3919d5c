import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsAnswerSchema, settingsPreviewSchema } from '../../src/plugins/story-blocks/shared/src';
import { BRIEFS, type Told } from '../fixtures/related-news';
import { logInWith } from '../support/access/callers';
import { addPlugin, bootChanged, editNewsroom } from '../support/changed-app';
import { allowPublic, type Client, createClient, type Json } from '../support/client';
import { rowsOf } from '../support/database';
import { dataOf, idsOf, keptLinks, readLinks, rested, typesOf, upkeepOf } from '../support/related';
import { type SecondNode, startSecondNode } from '../support/second-node';
import { anyClient, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk } from '../support/writers';

const HOST: Told = { title: 'Locks of Peillac', text: 'Barges wait at the locks of Peillac for rain.' };
const BY_WORDS: Told = { title: 'Rain', text: 'Rain lets barges through the locks of Peillac.' };
const BY_TOPIC: Told = { title: 'Canal council', text: 'A council met.' };
const ARTICLE = 'api::article.article';
const SETTINGS = 'plugin::story-blocks.settings.update';

describe.each(anyClient)('the settings page on %s', (client) => {
  let app: Running;
  let desk: Desk;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) => {
      addPlugin(distDir, 'clicks');
      editNewsroom(
        distDir,
        'newsroom.related = { weights: { section: 0.1 }, days: 20, floor: 0 }; newsroom.blocks = { relatedLimit: 12 };'
      );
    });
    desk = await openDesk(app);
    const writer = contentApi(desk.api);
    const topic = await writer.create('topics', { name: 'Canals' }, 'en');
    const write = async (name: string, story: Told, number: number, topics: string[] = []) => {
      ids[name] = await writer.create('articles', dataOf(story, number, { topics }), 'en', true);
    };
    for (const [at, story] of BRIEFS.entries()) await write(`brief ${at}`, story, at);
    await write('words', BY_WORDS, 30);
    await write('topic', BY_TOPIC, 31, [topic]);
    await write('host', HOST, 33, [topic]);
    await rested(app.strapi);
  });
  let second: SecondNode | null = null;
  afterAll(async () => {
    await second?.stop();
    await app?.stop();
  });

  const read = async (admin: Client = desk.admin): Promise<Json> => {
    const answer = await admin.get('/story-blocks/settings');
    expect(answer.status, answer.text).toBe(200);
    return settingsAnswerSchema.strict().parse(answer.body.data);
  };
  const put = (settings: Json, version: number, admin: Client = desk.admin) =>
    admin.send('PUT', '/story-blocks/settings', { data: { version, settings } });
  const save = async (settings: Json) => {
    const answer = await put(settings, (await read()).version);
    expect(answer.status, answer.text).toBe(200);
    return settingsAnswerSchema.strict().parse(answer.body.data) as Json;
  };
  const related = () => desk.api.get(`/api/story-blocks/related/${ids.host}`);

  test('says of each setting what it is without being saved, and what config/newsroom gives', async () => {
    const { version, saved, savedAt, savedBy, defaults, configured, signals, styles, locales, storyTypes } =
      await read();
    expect({ version, saved, savedAt, savedBy }).toEqual({ version: 0, saved: {}, savedAt: null, savedBy: null });
    expect(defaults.related).toMatchObject({ days: 20, candidates: 100, borrow: {} });
    expect(defaults.related.weights).toMatchObject({ words: 0.5, section: 0.1, 'read-together': 1 });
    expect(defaults.blocks).toMatchObject({ relatedLimit: 12, railLimit: 5, teaserTail: null });
    expect(configured.sort()).toEqual([
      'blocks.relatedLimit',
      'datelineStyle',
      'related.days',
      'related.floor',
      'related.weights.section',
    ]);
    expect(signals.filter(({ isOwn }: Json) => !isOwn)).toEqual([{ name: 'read-together', isOwn: false }]);
    expect(styles).toEqual(expect.arrayContaining(['ap', 'smn']));
    expect(locales.map(({ code }: Json) => code)).toContain('fr');
    expect(storyTypes).toEqual([{ uid: ARTICLE, title: 'title', isLocalized: true }]);
  });

  test('what is saved wins, at once and without a start; what is taken back is as config/newsroom says', async () => {
    const before = await related();
    expect(before.body.data.length).toBeGreaterThan(1);
    const same = await desk.api.get(`/api/story-blocks/related/${ids.host}`, {
      'If-None-Match': before.headers.get('etag') ?? '',
    });
    expect(same.status).toBe(304);

    const answer = await save({ blocks: { relatedLimit: 1 }, datelineStyle: 'smn' });
    expect(answer).toMatchObject({ version: 1, savedBy: 'Test strapi-super-admin' });
    expect(answer.saved).toEqual({ blocks: { relatedLimit: 1 }, datelineStyle: 'smn' });
    const after = await desk.api.get(`/api/story-blocks/related/${ids.host}`, {
      'If-None-Match': before.headers.get('etag') ?? '',
    });
    expect(after.status).toBe(200);
    expect(after.body.data.length).toBe(1);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    const { body } = await desk.api.graphql(`{ relatedLinks(documentId: "${ids.host}") { title } }`);
    expect(body.data.relatedLinks.length).toBe(1);

    expect((await save({})).saved).toEqual({});
    expect((await related()).body.data).toHaveLength(before.body.data.length);
  });

  test('whether an error blocks publishing holds from the next story on', async () => {
    const publish = (title: string) =>
      desk.api.send('POST', '/api/articles?locale=en', { data: { title, slug: title.toLowerCase() } });
    const before = await publish('Before');
    expect(before.status).toBe(201);
    await save({ desk: { blockPublishing: true } });
    const refused = await publish('Refused');
    expect(refused.status).toBe(400);
    expect(refused.body.error.details).toMatchObject({ code: 'NOT_READY', finding: 'BODY_MISSING' });
    await save({});
    const after = await publish('After');
    expect(after.status).toBe(201);
    for (const { body } of [before, after]) await desk.api.send('DELETE', `/api/articles/${body.data.documentId}`);
  });

  test('how long answers may be kept holds at once, of each kind by itself', async () => {
    await allowPublic(app.strapi, [`${ARTICLE}.find`, 'api::section.section.find']);
    const reader = createClient(app);
    const section = await contentApi(desk.api).create('sections', { name: 'Water' }, 'en');
    const paths = {
      pages: `/api/story-blocks/pages/${ids.host}`,
      fronts: `/api/story-blocks/fronts/sections/${section}`,
      related: `/api/story-blocks/related/${ids.host}`,
      teasers: '/api/story-blocks/teasers',
      rails: `/api/story-blocks/rails?sections=${section}`,
    };
    const controls = async () => {
      const answers = await Promise.all(Object.values(paths).map((path) => reader.get(path)));
      return answers.map(({ headers }) => headers.get('cache-control'));
    };
    const byDefault = Array.from({ length: 5 }, () => 'public, max-age=5, s-maxage=600, stale-while-revalidate=30');
    expect(await controls()).toEqual(byDefault);

    const off = { maxAge: 0, sharedMaxAge: 0, staleWhileRevalidate: 0 };
    await save({ delivery: { pages: off, rails: { sharedMaxAge: 60 }, teasers: { staleWhileRevalidate: 0 } } });
    expect(await controls()).toEqual([
      'public, max-age=0, s-maxage=0',
      byDefault[1],
      byDefault[2],
      'public, max-age=5, s-maxage=600',
      'public, max-age=5, s-maxage=60, stale-while-revalidate=30',
    ]);
    expect((await desk.api.get(paths.rails)).headers.get('cache-control')).toMatch(/^private, max-age=0/);
    await save({});
    expect(await controls()).toEqual(byDefault);
    await contentApi(desk.api).delete('sections', section, '*');
  });

  test('the later of two administrators is told, and overwrites nothing', async () => {
    const { version } = await read();
    const answers = await Promise.all([
      put({ blocks: { railLimit: 7 } }, version),
      put({ blocks: { railLimit: 9 } }, version),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = [...answers].sort((a, b) => a.status - b.status);
    const { details } = lost.body.error;
    expect(details.code).toBe('VERSION_CONFLICT');
    expect(details.current.saved).toEqual(won.body.data.saved);
    expect((await read()).saved).toEqual(won.body.data.saved);
    await save({});
  });

  test.each<[string, Json, RegExp]>([
    [
      'a weight below nothing',
      { related: { weights: { topic: -1 } } },
      /data\.settings\.related\.weights\.topic.*0 to 100/,
    ],
    ['an unknown signal', { related: { weights: { gravity: 1 } } }, /weights\.gravity is no signal; there are words/],
    [
      'nothing that counts',
      {
        related: {
          weights: {
            words: 0,
            latent: 0,
            topic: 0,
            section: 0,
            'follow-up': 0,
            series: 0,
            latest: 0,
            'read-together': 0,
          },
        },
      },
      /at least one signal/,
    ],
    ['part of a day', { related: { days: 1.5 } }, /related\.days.*whole/],
    ['too few candidates', { related: { candidates: 29 } }, /related\.candidates.*30 to 500/],
    ['an unknown language', { related: { borrow: { fr: ['xx'] } } }, /borrow\.fr names "xx"/],
    ['a language of its own', { related: { borrow: { fr: ['fr'] } } }, /borrow\.fr must not borrow from itself/],
    ['an unknown style', { datelineStyle: 'nobody' }, /datelineStyle is no style/],
    ['too many links', { blocks: { relatedLimit: 51 } }, /blocks\.relatedLimit.*1 to 50/],
    ['an unknown cut', { blocks: { teaserCut: 'letter' } }, /blocks\.teaserCut/],
    ['a null character', { blocks: { teaserTail: '\0' } }, /blocks\.teaserTail/],
    ['more than a day in browsers', { delivery: { pages: { maxAge: 86_401 } } }, /delivery\.pages\.maxAge.*0 to 86400/],
    ['less than no time', { delivery: { fronts: { sharedMaxAge: -1 } } }, /delivery\.fronts\.sharedMaxAge.*0 to/],
    ['part of a second', { delivery: { rails: { staleWhileRevalidate: 0.5 } } }, /staleWhileRevalidate.*whole/],
    ['an unknown kind of answer', { delivery: { feeds: { maxAge: 1 } } }, /data\.settings\.delivery/],
    ['what is no setting', { types: {} }, /data\.settings/],
  ])('refuses %s with a sentence that names it, and changes nothing', async (_, settings, sentence) => {
    const before = await read();
    const answer = await put(settings, before.version);
    expect(answer.status, answer.text).toBe(400);
    expect(answer.body.error.message).toMatch(sentence);
    expect(await read()).toEqual(before);
  });

  test('other weights make all links again in the background, and the page is told how far that is', async () => {
    const before = await readLinks(desk.api, ids.host);
    expect(before.flatMap(typesOf)).toContain('topic');
    const answer = await save({ related: { weights: { topic: 0 } } });
    const reports: Json[] = [answer.ranking];
    for (let round = 0; round < 500 && reports.at(-1) !== null; round += 1) {
      reports.push((await desk.admin.get('/story-blocks/settings/ranking')).body.data);
    }
    expect(reports[0]).toMatchObject({ total: BRIEFS.length + 3 });
    expect(reports.at(-1)).toBeNull();
    await rested(app.strapi);
    expect((await readLinks(desk.api, ids.host)).flatMap(typesOf)).not.toContain('topic');

    await save({ related: { weights: { topic: 50 } } });
    await rested(app.strapi);
    expect(idsOf(await readLinks(desk.api, ids.host))[0]).toBe(ids.topic);

    // What does not rank does not rank again.
    expect((await save({ related: { weights: { topic: 50 } }, blocks: { railLimit: 3 } })).ranking).toBeNull();
    await save({});
    await rested(app.strapi);
    expect(await readLinks(desk.api, ids.host)).toEqual(before);
  });

  test('a signal of another plugin is weighed like the others', async () => {
    const last = idsOf(await readLinks(desk.api, ids.host)).at(-1) as string;
    (app.strapi.plugin('clicks').service('pairs') as { add(a: string, b: string): void }).add(ids.host, last);
    await save({ related: { weights: { 'read-together': 5 } } });
    await rested(app.strapi);
    expect(idsOf(await readLinks(desk.api, ids.host))[0]).toBe(last);
    await save({});
    await rested(app.strapi);
  });

  describe('the preview of a story', () => {
    const preview = (settings: Json, admin: Client = desk.admin, documentId = ids.host) =>
      admin.send('POST', '/story-blocks/settings/preview', {
        data: { settings, documentId, type: ARTICLE, locale: 'en' },
      });

    test('shows its links by the weights under edit beside those of now, and writes nothing', async () => {
      const before = [await keptLinks(app.strapi), await read()];
      const answer = await preview({ related: { weights: { topic: 50 } } });
      expect(answer.status, answer.text).toBe(200);
      const { now, edited } = settingsPreviewSchema.parse(answer.body.data);
      expect(idsOf(now)).toEqual(idsOf(await readLinks(desk.api, ids.host)).slice(0, now.length));
      expect(edited[0]).toMatchObject({ documentId: ids.topic, title: BY_TOPIC.title });
      expect([await keptLinks(app.strapi), await read()]).toEqual(before);
    });

    test('refuses what could not be saved, and a story that is not live', async () => {
      expect((await preview({ related: { weights: { gravity: 1 } } })).status).toBe(400);
      const draft = await contentApi(desk.api).create('articles', { title: 'A draft' }, 'en', false);
      expect((await preview({}, desk.admin, draft)).status).toBe(404);
      expect((await preview({}, desk.admin, 'nobodyknowsthisone')).status).toBe(404);
    });

    test('tells no headline to an administrator who may not read it', async () => {
      const stranger = createClient(app, await logInWith(app, [SETTINGS]));
      expect((await preview({}, stranger)).status).toBe(403);
      const french = { action: 'plugin::content-manager.explorer.read', subject: ARTICLE };
      const reader = createClient(
        app,
        await logInWith(app, [SETTINGS, { ...french, properties: { fields: ['slug'], locales: ['en'] } }])
      );
      const { now } = (await preview({}, reader)).body.data;
      expect(now.length).toBeGreaterThan(0);
      expect(now.map(({ title }: Json) => title).filter(Boolean)).toEqual([]);
      const other = createClient(
        app,
        await logInWith(app, [SETTINGS, { ...french, properties: { fields: ['title'], locales: ['fr'] } }])
      );
      expect((await preview({}, other)).status).toBe(404);
    });
  });

  test('an editor without the permission is refused', async () => {
    const editor = createClient(app, await logInWith(app, ['plugin::story-blocks.pins.set']));
    expect((await editor.get('/story-blocks/settings')).status).toBe(403);
    expect((await put({}, 0, editor)).status).toBe(403);
    expect((await createClient(app).get('/story-blocks/settings')).status).toBe(401);
  });

  describe.runIf(client === 'postgres')('with a second node', () => {
    test('no node goes on with old settings for longer than some seconds, nor makes links by them', async () => {
      second = await startSecondNode();
      const other = createClient({ url: second.url }, desk.token);
      const links = async () => (await other.get(`/api/story-blocks/related/${ids.host}`)).body.data;
      expect((await links()).length).toBeGreaterThan(1);
      await save({ blocks: { relatedLimit: 1 }, related: { weights: { topic: 50 } } });
      const since = Date.now();
      await expect.poll(async () => (await links()).length, { timeout: 10_000, interval: 50 }).toBe(1);
      expect(Date.now() - since).toBeLessThan(6_000);
      await rested(app.strapi);
      const byBoth = await keptLinks(app.strapi);
      expect((await links())[0].documentId).toBe(ids.topic);

      // The same again with both at rest: whoever made a link made it by the same weights.
      await (app.strapi.plugin('story-blocks').service('related') as { rankAgain(): Promise<void> }).rankAgain();
      await rested(app.strapi);
      expect(await keptLinks(app.strapi)).toEqual(byBoth);
      expect(second.output()).not.toMatch(/error|deadlock/i);
    });

    test('nor where a node that has not read them takes a new model into use', async () => {
      const topicFirst = async () => (await readLinks(desk.api, ids.host))[0].documentId === ids.topic;
      const models = (state: string) =>
        rowsOf(app.strapi, `select version from story_blocks_models where locale = 'en' and state = '${state}'`);
      await save({ related: { weights: { topic: 50 } } });
      await rested(app.strapi);
      expect(await topicFirst()).toBe(true);
      const [present] = await models('ready');

      const writing = await app.strapi.db.connection.transaction();
      await writing('story_blocks_index').where({ document_id: ids['brief 1'] }).forUpdate();
      const changed = await desk.api.send('PUT', `/api/articles/${ids['brief 0']}`, { data: { title: 'Told anew' } });
      expect(changed.status, changed.text).toBe(200);
      await expect.poll(() => models('building'), { timeout: 20_000 }).toHaveLength(1);
      // What a third node writes that saves settings: no other has read them yet.
      const version = (await read()).version + 1;
      const saving = await app.strapi.db.connection.transaction();
      await saving.raw('lock table story_blocks_settings in access exclusive mode');
      await saving('story_blocks_settings')
        .where({ name: 'settings' })
        .update({ version, data: JSON.stringify({ related: { weights: { topic: 0 } } }) });
      await writing('story_blocks_models')
        .where({ locale: 'en', state: 'ready' })
        .update({ settings: 'those:of another', ranking: writing.raw('ranking + 1') });
      await writing.commit();
      while ((await models('building')).length > 0) {
        upkeepOf(app.strapi).wake();
        await upkeepOf(app.strapi).relateNext();
      }
      expect(await models('ready')).not.toEqual([present]);
      await saving.commit();
      await expect.poll(async () => (await read()).saved.related.weights.topic, { timeout: 10_000 }).toBe(0);
      await rested(app.strapi);
      expect(await topicFirst()).toBe(false);
    });
  });
});
