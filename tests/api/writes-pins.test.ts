import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logInWith, makeCreator, type Permission } from '../support/access/callers';
import { ARTICLE, OURS, onStories } from '../support/access/holders';
import { type Client, createClient, type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, writeStory } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const SECTION = 'api::section.section';
const NOTE = 'zqnote by the lawyers';

interface HoldsService {
  set(id: string, hold: Data): Promise<unknown>;
}

describe.each(anyClient)('who may pin and order what on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  const ids = {} as Record<
    'own' | 'foreign' | 'english' | 'french' | 'draft' | 'embargo' | 'withheld' | 'killed' | 'ownDraft',
    string
  >;
  /** Works in English, on stories of their own. */
  let english: Client;
  /** Reads all, in English. */
  let reader: Client;
  let everything: Client;

  const sections: Permission = {
    action: 'plugin::content-manager.explorer.read',
    subject: SECTION,
    properties: { fields: ['name'], locales: ['en', 'fr'] },
  };
  const someone = async (...permissions: (string | Permission)[]) =>
    createClient(app, await logInWith(app, [OURS.pins, OURS.blocks, OURS.board, sections, ...permissions]));

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'wrp', { stories: false });
    const languages = (await desk.admin.get('/i18n/locales')).body as { code: string }[];
    ids.own = await writeStory(writer, room, 'Own');
    ids.foreign = await writeStory(writer, room, 'Foreign');
    ids.english = await writer.create('articles', { title: headline(room, 'English alone') }, 'en', true);
    ids.french = await writer.create('articles', { title: headline(room, 'En français') }, 'fr', true);
    ids.draft = await writeStory(writer, room, 'Draft', {}, false);
    ids.ownDraft = await writeStory(writer, room, 'Own draft', {}, false);
    const holds = app.strapi.plugin('story-blocks').service('holds') as unknown as HoldsService;
    for (const [kind, hold] of [
      ['embargo', { state: 'embargo', until: '2040-01-01T00:00:00.000Z', note: NOTE }],
      ['withheld', { state: 'withheld', note: NOTE }],
      ['killed', { state: 'canceled', note: NOTE }],
    ] as const) {
      ids[kind] = await writeStory(writer, room, kind);
      await holds.set(ids[kind], hold);
    }
    await settled(app.strapi);
    english = await someone(onStories('read', ['en'], true));
    await makeCreator(app, english, ARTICLE, [ids.own, ids.ownDraft, ids.english]);
    reader = await someone(onStories('read', ['en']));
    const all = languages.map(({ code }) => code) as 'en'[];
    everything = await someone(onStories('read', all));
  }, 300_000);
  afterAll(() => app?.stop());

  const kept = async () => {
    const rows = ['story_blocks_pins', 'story_blocks_board_wishes'].map((name) => app.strapi.db.connection(name));
    return (await Promise.all(rows)).map((table) => table.map((row: Data) => JSON.stringify(row)).sort());
  };
  const pins = (id: string, locale: string) => `/story-blocks/pins/${id}?locale=${encodeURIComponent(locale)}`;
  const board = (locale: string) => `/story-blocks/desk/board/${room.sections.world}?locale=${locale}`;
  const put = (by: Client, path: string, data: Json) => by.send('PUT', path, { data });

  /** Whose will is set and read, and by whom. */
  const HOSTS: [name: string, by: () => Client, story: keyof typeof ids, locale: string, status: number][] = [
    ['a story of their own', () => english, 'own', 'en', 200],
    ['a draft of their own', () => english, 'ownDraft', 'en', 200],
    ['a foreign story', () => english, 'foreign', 'en', 403],
    ['a foreign draft', () => english, 'draft', 'en', 403],
    ['a foreign story under embargo', () => english, 'embargo', 'en', 403],
    ['a foreign story that is killed', () => english, 'killed', 'en', 403],
    ['a story of their own in French', () => english, 'own', 'fr', 403],
    ['a story of their own that is not written in French', () => english, 'english', 'fr', 403],
    ['a story of their own in all languages', () => english, 'own', '*', 403],
    ['a foreign story in all languages', () => english, 'foreign', '*', 403],
    ['a French story in English', () => english, 'french', 'en', 403],
    ['any story in English', () => reader, 'foreign', 'en', 200],
    ['any held story in English', () => reader, 'withheld', 'en', 200],
    ['any story in French', () => reader, 'foreign', 'fr', 403],
    ['any story in all languages', () => reader, 'foreign', '*', 403],
    ['a French story', () => reader, 'french', 'fr', 403],
    ['any story in French, who reads both', () => everything, 'foreign', 'fr', 200],
    ['a story that is not written in French, who reads both', () => everything, 'english', 'fr', 200],
    ['any story in all languages, who reads all', () => everything, 'foreign', '*', 200],
  ];
  test.each(HOSTS)('pins and hides of %s', async (_name, by, story, locale, status) => {
    const address = pins(ids[story], locale);
    const before = await kept();
    expect((await by().get(address)).status).toBe(status);
    for (const data of [{ hiddenEverywhere: true }, { pins: [ids.own] }, { hides: [ids.own] }, {}]) {
      // No story is pinned on itself.
      if (story === 'own' && ('pins' in data || 'hides' in data)) continue;
      const answer = await put(by(), address, data);
      expect(answer.status, `${JSON.stringify(data)} ${answer.text}`).toBe(status);
    }
    if (status !== 200) expect(await kept()).toEqual(before);
    await app.strapi.db.connection('story_blocks_pins').delete();
  });

  const TARGETS: [name: string, by: () => Client, story: keyof typeof ids, locale: string, isNamed: boolean][] = [
    ['their own', () => english, 'ownDraft', 'en', true],
    ['a foreign one', () => english, 'foreign', 'en', false],
    ['a foreign draft', () => english, 'draft', 'en', false],
    ['a foreign one under embargo', () => english, 'embargo', 'en', false],
    ['a foreign one that is withheld', () => english, 'withheld', 'en', false],
    ['a foreign one that is killed', () => english, 'killed', 'en', false],
    ['a French one', () => english, 'french', 'en', false],
    ['any in English', () => reader, 'draft', 'en', true],
    ['any that is held, in English', () => reader, 'killed', 'en', true],
    ['a French one, who reads English', () => reader, 'french', 'en', false],
    ['a French one, who reads both', () => everything, 'french', 'en', true],
    ['any, for all languages', () => everything, 'foreign', '*', true],
  ];
  test.each(TARGETS)('a pin names %s', async (_name, by, story, locale, isNamed) => {
    const host = by() === english ? ids.own : ids.foreign === ids[story] ? ids.own : ids.foreign;
    const before = await kept();
    for (const data of [
      { pins: [ids[story]] },
      { hides: [ids[story]] },
      { hides: [{ documentId: ids[story], everywhere: true }] },
    ]) {
      const answer = await put(by(), pins(host, locale), data);
      expect(answer.status, answer.text).toBe(isNamed ? 200 : 400);
      if (isNamed) continue;
      const unknown = await put(
        by(),
        pins(host, locale),
        JSON.parse(JSON.stringify(data).replace(ids[story], 'nobody'))
      );
      expect(answer.text.replaceAll(ids[story], 'nobody')).toBe(unknown.text);
    }
    if (locale === 'en') {
      for (const data of [{ pins: [ids[story]] }, { sentDown: [ids[story]] }]) {
        const answer = await put(by(), board('en'), data);
        expect(answer.status, answer.text).toBe(isNamed ? 200 : 400);
      }
    }
    if (!isNamed) expect(await kept()).toEqual(before);
    await app.strapi.db.connection('story_blocks_pins').delete();
    await app.strapi.db.connection('story_blocks_board_wishes').delete();
  });

  test('a will and a board that name foreign stories are sent back as they were read', async () => {
    const foreign = [ids.foreign, ids.embargo, ids.draft];
    const hides = [{ documentId: ids.killed, everywhere: true }];
    await put(desk.admin, pins(ids.own, 'en'), { pins: foreign, hides });
    await put(desk.admin, board('en'), { pins: foreign, sentDown: [ids.killed] });
    const before = await kept();
    const again = await put(english, pins(ids.own, 'en'), { pins: foreign, hides: [ids.killed] });
    expect([again.status, await kept()]).toEqual([200, before]);
    expect((await put(english, board('en'), { pins: foreign, sentDown: [ids.killed] })).status).toBe(200);
    for (const data of [
      { pins: foreign, hides: [{ documentId: ids.killed, everywhere: false }] },
      { pins: foreign, hides: [] },
      { pins: foreign, hides: [ids.killed, { documentId: ids.foreign, everywhere: true }] },
    ]) {
      expect((await put(english, pins(ids.own, 'en'), data)).status, JSON.stringify(data)).toBe(400);
    }
    expect(await kept()).toEqual(before);
    expect((await put(english, pins(ids.own, 'en'), { pins: [], hides: [ids.killed] })).status).toBe(200);
  });

  test('holds are told to those who may read the story, in panels and on boards', async () => {
    const held = [ids.embargo, ids.withheld, ids.killed];
    await app.strapi.db.connection('story_blocks_pins').delete();
    await put(desk.admin, pins(ids.own, 'en'), { pins: held });
    await put(desk.admin, board('en'), { pins: held });
    const panel = async (by: Client) =>
      (await by.get(`/story-blocks/desk/related/${ids.own}?locale=en`)).body.data.will.targets;
    const front = async (by: Client) => (await by.get(board('en'))).body.data.pins;
    for (const target of await panel(english)) {
      expect(target).toMatchObject({ title: null, absence: 'unpublished', hold: null });
    }
    for (const pin of await front(english)) {
      expect(pin).toMatchObject({ title: null, absence: 'unpublished', heldUntil: null });
    }
    const states = ['embargo', 'withheld', 'canceled'];
    expect((await panel(reader)).map(({ hold, absence }: Json) => [absence, hold.state])).toEqual(
      states.map((state) => ['held', state])
    );
    expect((await front(reader)).map(({ absence }: Json) => absence)).toEqual(states);
    for (const path of [`/story-blocks/desk/related/${ids.own}?locale=en`, board('en'), pins(ids.own, 'en')]) {
      for (const by of [english, reader]) expect((await by.get(path)).text).not.toContain('zqnote');
    }
  });
});
