import { deflateSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, logIn, manager, succeeded, UIDS } from '../support/admin';
import { allowPublic, type Client, createClient, settled } from '../support/client';
import {
  foundNewsroom,
  headline,
  LANGUAGES,
  type Language,
  type Newsroom,
  nextFiling,
  paragraphs,
  storyData,
  writeStory,
} from '../support/newsroom';
import { withoutFloor } from '../support/related';
import { bootStrapi, clients, isThorough, type Running } from '../support/strapi';
import { createReader, expectTruth, type Reader, shownOn, type Truth } from '../support/truth';
import { adminApi, contentApi, type Data, type Desk, openDesk, sendPicture, type Writer } from '../support/writers';

const WAYS: [string, string, (desk: Desk) => Writer][] = [
  ['the content API', 'api', ({ api }) => contentApi(api)],
  ["the admin's API", 'adm', ({ admin }) => adminApi(admin)],
];

/** A picture of one colour. */
function png(side: number, grey: number): Uint8Array {
  const crcs = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const crc = body.reduce((c, byte) => crcs[(c ^ byte) & 0xff] ^ (c >>> 8), 0xffffffff) ^ 0xffffffff;
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc >>> 0);
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), Buffer.alloc(side, grey)]))
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe.each(clients)('what readers see on %s', (client) => {
  // The second database is written to as the first: by which door is decided above it.
  const ways = isThorough || client === clients[0] ? WAYS : WAYS.slice(0, 1);
  let app: Running;
  let desk: Desk;
  let readers: Client;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    await withoutFloor(desk);
    await allowPublic(
      app.strapi,
      Object.values(UIDS).flatMap((uid) => [`${uid}.find`, `${uid}.findOne`])
    );
    readers = createClient(app);
  });
  afterAll(() => app?.stop());

  describe.each(ways)('by %s', (_name, tag, make) => {
    let writer: Writer;
    let room: Newsroom;
    let reader: Reader;
    let truths: Record<Language, Truth>;

    /** Of all lists and fronts, and of the pages of the test's own stories and of two others. */
    async function expectTrue(): Promise<void> {
      const only = [founding[0], founding[4], ...room.stories.filter((id) => !founding.includes(id))];
      const check = { room, api: readers, reader, only };
      truths = { en: await expectTruth(check, 'en'), fr: await expectTruth(check, 'fr') };
    }
    const live = (id: string, language: Language) => truths[language].live.find((story) => story.documentId === id);
    const page = (id: string, language: Language) => reader.read(`/api/story-blocks/pages/${id}?locale=${language}`);
    const pageData = async (id: string, language: Language) => (await page(id, language)).body.data;
    const isShownOn = async (shown: string, on: string, language: Language) =>
      shownOn(await pageData(on, language)).some(({ documentId }) => documentId === shown);

    let founding: string[];
    beforeAll(async () => {
      writer = make(desk);
      room = await foundNewsroom(writer, tag);
      founding = [...room.stories];
      reader = createReader(readers);
      await settled(app.strapi);
    });
    // Everything is still true when the worker has done its part, and when the test's own stories are gone.
    afterEach(async () => {
      await settled(app.strapi);
      const only = [founding[1], ...room.stories.filter((id) => !founding.includes(id))];
      for (const language of LANGUAGES)
        await expectTruth({ room, api: readers, reader, settled: true, only }, language);
      const written = room.stories.filter((id) => !founding.includes(id));
      for (const id of written) await documentsOf(app.strapi, 'articles').delete({ documentId: id, locale: '*' });
      room.stories = [...founding, ...written.slice(-1)];
    });

    test('a newsroom of two sites stands as it was written', async () => {
      await expectTrue();
      expect(truths.en.live.length).toBeGreaterThanOrEqual(6);
      const [first] = room.stories;
      const { blocks } = await pageData(first, 'en');
      expect(blocks.map(({ type }: Data) => type)).toEqual([
        'related-links',
        'section-teaser',
        'headline-rails',
        'share',
        'rights',
      ]);
    });

    test('a story that is created published is on every page at the next read, in its language only', async () => {
      const data = storyData(room, 'en', headline(room, 'An ice tower rises'), { filedAt: nextFiling() });
      const id = await writer.create('articles', data, 'en', true);
      room.stories.push(id);
      await expectTrue();
      expect(live(id, 'en')).toBeDefined();
      expect(live(id, 'fr')).toBeUndefined();
      const port = await pageData(room.stories[4], 'en');
      expect(shownOn(port).map(({ documentId }) => documentId)).toContain(id);
      await writer.update('articles', id, storyData(room, 'fr', headline(room, 'Une tour de glace')), 'fr');
      await expectTrue();
      expect(live(id, 'fr')).toBeDefined();
    });

    test('a draft is nowhere until it is published, language by language', async () => {
      const id = await writeStory(writer, room, 'The thaw begins', {}, false);
      await expectTrue();
      expect([live(id, 'en'), live(id, 'fr')]).toEqual([undefined, undefined]);
      await writer.publish(id, 'fr');
      await expectTrue();
      expect([live(id, 'en'), live(id, 'fr')?.documentId]).toEqual([undefined, id]);
      await writer.publish(id, 'en');
      await expectTrue();
      expect(live(id, 'en')).toBeDefined();
    });

    test('a new headline, body, section and topics are seen in every block', async () => {
      const id = await writeStory(writer, room, 'First words of a story');
      await expectTrue();
      await writer.update('articles', id, { title: headline(room, 'Second words of a story') }, 'en');
      await expectTrue();
      expect(live(id, 'en')?.title).toContain('Second words');
      expect(live(id, 'fr')?.title).toContain('First words');
      await writer.update('articles', id, { body: paragraphs('Another opening altogether.') }, 'en');
      await expectTrue();
      await writer.update('articles', id, { section: room.sections.port }, 'en');
      await expectTrue();
      expect([live(id, 'en')?.sectionId, live(id, 'fr')?.sectionId]).toEqual([room.sections.port, room.sections.world]);
      await writer.update('articles', id, { topics: [room.topics.boats] }, 'en');
      await expectTrue();
      expect(live(id, 'en')?.topicIds).toEqual([room.topics.boats]);
      await writer.update('articles', id, { topics: [], section: null, source: null, datelines: [], byline: [] }, 'fr');
      await expectTrue();
      expect(live(id, 'fr')).toMatchObject({ topicIds: [], sectionId: null, source: null, cities: [], authors: [] });
    });

    test('an edited draft of a live story changes nothing that readers see', async () => {
      const id = await writeStory(writer, room, 'As it was printed');
      await expectTrue();
      await writer.update(
        'articles',
        id,
        { title: headline(room, 'As it is being changed'), section: room.sections.port },
        'en',
        true
      );
      await expectTrue();
      expect(live(id, 'en')).toMatchObject({
        title: headline(room, 'As it was printed'),
        sectionId: room.sections.world,
      });
      const { discardDraft } = writer;
      if (!discardDraft) return;
      await discardDraft(id, 'en');
      await expectTrue();
      await writer.publish(id, 'en');
      await expectTrue();
      expect(live(id, 'en')?.title).toBe(headline(room, 'As it was printed'));
    });

    test('one language of a story goes and comes back, while the other stays', async () => {
      const { unpublish } = writer;
      const id = await writeStory(writer, room, 'A story in two languages');
      await expectTrue();
      if (unpublish) {
        await unpublish(id, 'en');
        await expectTrue();
        expect([live(id, 'en'), live(id, 'fr')?.documentId]).toEqual([undefined, id]);
        await writer.publish(id, 'en');
        await expectTrue();
        expect(live(id, 'en')).toBeDefined();
      }
      await writer.delete('articles', id, 'fr');
      await expectTrue();
      expect([live(id, 'en')?.documentId, live(id, 'fr')]).toEqual([id, undefined]);
    });

    test('a story that is deleted vanishes at the very next read', async () => {
      const id = await writeStory(writer, room, 'A story to be deleted');
      await settled(app.strapi);
      expect(await isShownOn(id, room.stories[4], 'en')).toBe(true);
      await writer.delete('articles', id, '*');
      expect(await isShownOn(id, room.stories[4], 'en')).toBe(false);
      await expectTrue();
    });

    test('a copy of a story is not published until somebody publishes it', async () => {
      const { clone } = writer;
      if (!clone) return;
      const original = await writeStory(writer, room, 'A story to be copied');
      const id = await clone(original, { title: headline(room, 'The copy of a story') }, 'en');
      room.stories.push(id);
      await expectTrue();
      expect([live(id, 'en'), live(id, 'fr')]).toEqual([undefined, undefined]);
      await writer.publish(id, 'en');
      await expectTrue();
      expect(live(id, 'en')?.title).toBe(headline(room, 'The copy of a story'));
      expect(live(id, 'en')?.slug).not.toBe(live(original, 'en')?.slug);
    });

    test('a renamed section, topic, author, site, place and source are seen at the next read', async () => {
      const { sections, topics, authors, sites, places, sources } = room;
      const changes: [Parameters<Writer['update']>[0], string, Data, Language | undefined][] = [
        ['sections', sections.world, { label: `ABROAD ${tag}` }, 'en'],
        ['sections', sections.world, { name: `Abroad ${tag}`, slug: `abroad-${tag}` }, 'en'],
        ['sections', sections.world, { name: `Ailleurs ${tag}` }, 'fr'],
        ['topics', topics.ice, { name: `Frost ${tag}`, landingPhrase: `All about frost ${tag} at {site}` }, 'en'],
        ['authors', authors.ana, { name: `Ana Berg ${tag}` }, undefined],
        ['sites', sites.north, { name: `Northwest ${tag}`, url: `https://northwest-${tag}.example` }, 'en'],
        ['datelines', places.tromso, { city: `Bodo ${tag}` }, undefined],
        ['sources', sources.npa, { code: `NWP-${tag}`, name: `Northwest Press ${tag}` }, undefined],
      ];
      for (const [plural, id, data, language] of changes) {
        await writer.update(plural, id, data, language);
        await expectTrue();
      }
      const story = live(room.stories[0], 'en');
      expect(story).toMatchObject({
        kicker: `ABROAD ${tag}`,
        authors: [`Ana Berg ${tag}`],
        cities: [`Bodo ${tag}`],
        source: `NWP-${tag}`,
      });
      expect(story?.url).toMatch(new RegExp(`^https://northwest-${tag}.example/abroad-${tag}/`));
      expect((await pageData(room.stories[0], 'en')).blocks.at(-1).text).toContain(`Northwest Press ${tag}`);
    });

    test('a deleted author, place, source and topic leave the stories that named them', async () => {
      const made = {
        author: await writer.create('authors', { name: `Cleo Dahl ${tag}` }),
        place: await writer.create('datelines', { city: `Narvik ${tag}`, standsAlone: true }),
        source: await writer.create('sources', { code: `OLD-${tag}`, name: `Old Press ${tag}`, kind: 'wire' }),
        topic: await writer.create(
          'topics',
          { name: `Snow ${tag}`, landingPhrase: `More on snow ${tag}`, site: room.sites.north },
          'en'
        ),
      };
      await writer.update(
        'topics',
        made.topic,
        { name: `Neige ${tag}`, landingPhrase: `Tout sur la neige ${tag}`, site: room.sites.north },
        'fr'
      );
      room.authors = { ...room.authors, cleo: made.author } as Newsroom['authors'];
      room.topics = { ...room.topics, snow: made.topic } as Newsroom['topics'];
      const id = await writeStory(writer, room, 'A story of many names', {
        byline: [{ author: made.author }],
        datelines: [made.place],
        source: made.source,
        topics: [made.topic],
      });
      await expectTrue();
      expect(live(id, 'en')).toMatchObject({ authorIds: [made.author], topicIds: [made.topic] });
      await writer.delete('authors', made.author);
      await expectTrue();
      await writer.delete('datelines', made.place);
      await expectTrue();
      await writer.delete('sources', made.source);
      await expectTrue();
      await writer.delete('topics', made.topic, 'fr');
      await expectTrue();
      expect([live(id, 'en')?.topicIds, live(id, 'fr')?.topicIds]).toEqual([[made.topic], []]);
      await writer.delete('topics', made.topic, '*');
      await expectTrue();
      expect(live(id, 'en')).toMatchObject({ authorIds: [], cities: [], source: null, topicIds: [] });
    });

    test('a section that is deleted in one language, then in all, leaves its stories without one', async () => {
      const { sites, topics } = room;
      const section = await writer.create(
        'sections',
        { name: `Winter ${tag}`, label: `WINTER ${tag}`, site: sites.north, topics: [topics.ice] },
        'en'
      );
      await writer.update('sections', section, { name: `Hiver ${tag}`, site: sites.north, topics: [topics.ice] }, 'fr');
      room.sections = { ...room.sections, winter: section } as Newsroom['sections'];
      const id = await writeStory(writer, room, 'A story of the winter', { section, topics: [] });
      await expectTrue();
      expect(live(id, 'fr')?.kicker).toBe(`Hiver ${tag}`);
      await writer.delete('sections', section, 'fr');
      await expectTrue();
      expect([live(id, 'en')?.kicker, live(id, 'fr')?.kicker]).toEqual([`WINTER ${tag}`, null]);
      await writer.delete('sections', section, '*');
      await expectTrue();
      expect(live(id, 'en')).toMatchObject({ kicker: null, sectionId: null });
    });

    test('a site that is deleted leaves its sections and stories without one', async () => {
      const site = await writer.create(
        'sites',
        { name: `Inland ${tag}`, url: `https://inland-${tag}.example`, datelineStyle: 'smn' },
        'en'
      );
      await writer.update(
        'sites',
        site,
        { name: `Terre ${tag}`, url: `https://terre-${tag}.example`, datelineStyle: 'smn' },
        'fr'
      );
      const section = await writer.create('sections', { name: `Farms ${tag}`, site }, 'en');
      await writer.update('sections', section, { name: `Fermes ${tag}`, site }, 'fr');
      room.sections = { ...room.sections, farms: section } as Newsroom['sections'];
      const id = await writeStory(writer, room, 'A story of the farms', { section, datelines: [], source: null });
      await expectTrue();
      expect(live(id, 'en')?.url).toMatch(new RegExp(`^https://inland-${tag}.example/`));
      await writer.delete('sites', site, 'fr');
      await expectTrue();
      await writer.delete('sites', site, '*');
      await expectTrue();
      expect((await pageData(id, 'en')).site).toBeNull();
    });
  });

  describe("by the admin's bulk actions", () => {
    let writer: Writer;
    let room: Newsroom;
    let reader: Reader;
    const bulk = async (action: string, documentIds: string[], locale: string | string[]) =>
      succeeded(
        await desk.admin.send('POST', manager('articles', `/actions/${action}`), { documentIds, locale }),
        action
      );
    async function livesOn(language: Language): Promise<string[]> {
      const { live } = await expectTruth({ room, api: readers, reader }, language);
      return live.map(({ documentId }) => documentId);
    }
    beforeAll(async () => {
      writer = adminApi(desk.admin);
      room = await foundNewsroom(writer, 'blk');
      reader = createReader(readers);
    });

    test('stories that are published, unpublished and deleted many at once come and go together', async () => {
      const ids: string[] = [];
      for (const title of ['One of four', 'Two of four', 'Three of four', 'Four of four']) {
        ids.push(await writeStory(writer, room, title, {}, false));
      }
      expect(await livesOn('en')).not.toEqual(expect.arrayContaining([ids[0]]));
      await bulk('bulkPublish', ids, ['en']);
      expect(await livesOn('en')).toEqual(expect.arrayContaining(ids));
      expect(await livesOn('fr')).not.toEqual(expect.arrayContaining([ids[0]]));
      await bulk('bulkPublish', ids, ['en', 'fr']);
      expect(await livesOn('fr')).toEqual(expect.arrayContaining(ids));
      await settled(app.strapi);
      await bulk('bulkUnpublish', ids.slice(0, 2), ['en', 'fr']);
      const english = await livesOn('en');
      expect(ids.map((id) => english.includes(id))).toEqual([false, false, true, true]);
      expect((await livesOn('fr')).filter((id) => ids.includes(id))).toHaveLength(2);
      await bulk('bulkDelete', ids.slice(2), 'en');
      expect((await livesOn('en')).filter((id) => ids.includes(id))).toEqual([]);
      expect((await livesOn('fr')).filter((id) => ids.includes(id)).sort()).toEqual(ids.slice(2).sort());
      await bulk('bulkDelete', ids, 'fr');
      expect((await livesOn('fr')).filter((id) => ids.includes(id))).toEqual([]);
    });

    test('a story is unpublished together with its changes, by the admin’s second button', async () => {
      const id = await writeStory(writer, room, 'To be taken back');
      await writer.update('articles', id, { title: headline(room, 'To be taken back, changed') }, 'en', true);
      succeeded(
        await desk.admin.send('POST', manager('articles', `/${id}/actions/unpublish`, 'en'), {
          locale: 'en',
          discardDraft: true,
        }),
        'unpublish'
      );
      expect(await livesOn('en')).not.toContain(id);
      await writer.publish(id, 'en');
      const { live } = await expectTruth({ room, api: readers, reader }, 'en');
      expect(live.find(({ documentId }) => documentId === id)?.title).toBe(headline(room, 'To be taken back'));
    });

    test('sections that are deleted many at once leave their stories', async () => {
      const ids = [];
      for (const name of ['Left', 'Right'])
        ids.push(await writer.create('sections', { name: `${name} blk`, site: room.sites.north }, 'en'));
      room.sections = { ...room.sections, left: ids[0], right: ids[1] } as Newsroom['sections'];
      const stories = [];
      for (const section of ids) {
        const data = storyData(room, 'en', headline(room, `In ${section}`), { section, filedAt: nextFiling() });
        stories.push(await writer.create('articles', data, 'en', true));
      }
      room.stories.push(...stories);
      expect(await livesOn('en')).toEqual(expect.arrayContaining(stories));
      succeeded(
        await desk.admin.send('POST', manager('sections', '/actions/bulkDelete'), { documentIds: ids, locale: 'en' }),
        'bulkDelete'
      );
      const { live } = await expectTruth({ room, api: readers, reader }, 'en');
      expect(stories.map((id) => live.find(({ documentId }) => documentId === id)?.sectionId)).toEqual([null, null]);
    });
  });

  describe('of pictures', () => {
    let room: Newsroom;
    let reader: Reader;
    let files: Data[] = [];
    const image = async (id: string, language: Language = 'en') =>
      (await reader.read(`/api/story-blocks/pages/${id}?locale=${language}`)).body.data.story.image;
    const upload = async (name: string, alternativeText: string, side = 4): Promise<Data> => {
      const file = await sendPicture({ app, token: desk.token }, '/api/upload', {
        file: { name: `${name}.png`, bytes: png(side, 90) },
        fileInfo: { name, alternativeText },
      });
      files.push(file);
      return file;
    };
    const check = async () => {
      for (const language of LANGUAGES) await expectTruth({ room, api: readers, reader }, language);
    };
    beforeAll(async () => {
      room = await foundNewsroom(contentApi(desk.api), 'pic');
      reader = createReader(readers);
    });
    afterAll(async () => {
      for (const { id } of files) await desk.api.send('DELETE', `/api/upload/files/${id}`);
      files = [];
    });

    test('a picture is shown with its story, and with its teasers', async () => {
      const file = await upload('quay', 'A quay');
      const id = await writeStory(contentApi(desk.api), room, 'A story with a picture', { image: file.id });
      expect(await image(id)).toMatchObject({ url: file.url, alternativeText: 'A quay', width: 4, height: 4 });
      expect(await image(id, 'fr')).toMatchObject({ url: file.url });
      await check();
    });

    test('a description that the admin changes is seen at the next read', async () => {
      const file = await upload('pier', 'A pier');
      const id = await writeStory(contentApi(desk.api), room, 'A story of a pier', { image: file.id });
      await check();
      const byAdmin = { app, token: await logIn(app) };
      await sendPicture(byAdmin, `/upload?id=${file.id}`, {
        fileInfo: { name: 'pier', alternativeText: 'A pier at dusk', caption: 'Dusk' },
      });
      expect(await image(id)).toMatchObject({ alternativeText: 'A pier at dusk', caption: 'Dusk' });
      await check();
      succeeded(
        await desk.admin.send('PUT', `/upload/files/${file.id}`, { fileInfo: { alternativeText: 'A pier at dawn' } }),
        'PUT'
      );
      expect(await image(id)).toMatchObject({ alternativeText: 'A pier at dawn' });
      await sendPicture({ app, token: desk.token }, `/api/upload?id=${file.id}`, {
        fileInfo: { alternativeText: 'A pier at noon' },
      });
      expect(await image(id)).toMatchObject({ alternativeText: 'A pier at noon' });
      succeeded(
        await desk.admin.send('POST', '/upload/actions/bulk-update', {
          updates: [{ id: file.id, fileInfo: { alternativeText: 'A pier' } }],
        }),
        'bulk-update'
      );
      expect(await image(id)).toMatchObject({ alternativeText: 'A pier' });
      await check();
    });

    test('a picture that is replaced is seen at the next read', async () => {
      const file = await upload('mole', 'A mole');
      const id = await writeStory(contentApi(desk.api), room, 'A story of a mole', { image: file.id });
      await check();
      await sendPicture({ app, token: await logIn(app) }, `/upload?id=${file.id}`, {
        file: { name: 'mole.png', bytes: png(9, 20) },
        fileInfo: { name: 'mole', alternativeText: 'Another mole' },
      });
      expect(await image(id)).toMatchObject({ width: 9, height: 9, alternativeText: 'Another mole' });
      await check();
    });

    test('a picture that is deleted, alone or with others, leaves its stories', async () => {
      const [one, two] = [await upload('buoy', 'A buoy'), await upload('crane', 'A crane')];
      const first = await writeStory(contentApi(desk.api), room, 'A story of a buoy', { image: one.id });
      const second = await writeStory(contentApi(desk.api), room, 'A story of a crane', { image: two.id });
      await check();
      succeeded(await desk.admin.send('DELETE', `/upload/files/${one.id}`), 'DELETE file');
      expect(await image(first)).toBeNull();
      await check();
      succeeded(
        await desk.admin.send('POST', '/upload/actions/bulk-delete', { fileIds: [two.id], folderIds: [] }),
        'bulk-delete'
      );
      expect(await image(second)).toBeNull();
      await check();
      await settled(app.strapi);
      await check();
    });

    test('a draft is previewed with the picture that it will have', async () => {
      const file = await upload('sluice', 'A sluice');
      const id = await writeStory(contentApi(desk.api), room, 'A draft with a picture', { image: file.id }, false);
      const preview = await desk.api.get(`/api/story-blocks/pages/${id}?locale=en&status=draft`);
      expect(preview.status).toBe(200);
      expect(preview.body.data.story.image).toMatchObject({ url: file.url, alternativeText: 'A sluice' });
    });
  });

  describe('of a language', () => {
    const cards = (locale: string) => app.strapi.db.connection('story_blocks_cards').where({ locale });
    const concepts = (locale: string) => app.strapi.db.connection('story_blocks_concepts').where({ locale });
    const localeId = async (code: string) => {
      const locales = (await desk.admin.get('/i18n/locales')).body;
      return locales.find((locale: Data) => locale.code === code)?.id;
    };

    test('a language that the admin deletes takes its stories with it, and nothing else', async () => {
      const writer = contentApi(desk.api);
      const room = await foundNewsroom(writer, 'lang');
      const reader = createReader(readers);
      const section = await writer.create('sections', { name: 'Hokkaido lang' }, 'ja');
      const id = await writer.create(
        'articles',
        { title: 'A story in Japanese', section, filedAt: nextFiling() },
        'ja',
        true
      );
      await writer.update('articles', id, storyData(room, 'en', headline(room, 'A story in English')), 'en');
      room.stories.push(id);
      expect((await reader.read(`/api/story-blocks/pages/${id}?locale=ja`)).status).toBe(200);
      const before = await expectTruth({ room, api: readers, reader }, 'en');

      succeeded(await desk.admin.send('DELETE', `/i18n/locales/${await localeId('ja')}`), 'DELETE locale');
      for (const path of [
        `pages/${id}?`,
        `fronts/sections/${section}?`,
        `teasers?section=${section}&`,
        `rails?sections=${section}&`,
      ]) {
        expect((await reader.read(`/api/story-blocks/${path}locale=ja`)).status, path).toBe(400);
      }
      expect([await cards('ja'), await concepts('ja')]).toEqual([[], []]);
      const after = await expectTruth({ room, api: readers, reader }, 'en');
      expect(after.live).toEqual(before.live);
      await expectTruth({ room, api: readers, reader }, 'fr');

      succeeded(
        await desk.admin.send('POST', '/i18n/locales', { code: 'ja', name: 'Japanese (ja)', isDefault: false }),
        'POST locale'
      );
      expect((await reader.read(`/api/story-blocks/pages/${id}?locale=ja`)).status).toBe(404);
      expect((await reader.read(`/api/story-blocks/fronts/sections/${section}?locale=ja`)).status).toBe(404);
      await writer.update('articles', id, { title: 'Again a story in Japanese' }, 'ja');
      expect((await reader.read(`/api/story-blocks/pages/${id}?locale=ja`)).body.data.story.title).toBe(
        'Again a story in Japanese'
      );
    });
  });
});
