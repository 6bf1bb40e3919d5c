import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heldAnswerSchema, holdAnswerSchema } from '../../src/plugins/story-blocks/shared/src';
import { logInWith, makeCreator } from '../support/access/callers';
import { onStories } from '../support/access/holders';
import { documentsOf, manager } from '../support/admin';
import { type Answer, createClient, createToken, settled } from '../support/client';
import { heldAndPublished } from '../support/database';
import { foundNewsroom, headline, type Newsroom, writeStory } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { answered, contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const STATES = ['embargo', 'withheld', 'canceled'] as const;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const bodyOf = (state: (typeof STATES)[number], more: Data = {}): Data =>
  state === 'embargo' ? { state, until: inMs(3_600_000), thenPublish: true, ...more } : { state, ...more };
const codeOf = ({ body }: Answer) => body?.error?.details?.code;

describe.each(anyClient)('copies of held stories on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'cpy', { stories: false });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const articles = () => documentsOf(app.strapi, 'articles');
  const byApi = (id: string) => `/api/story-blocks/holds/${id}`;
  const hold = async (id: string, data: Data) => {
    const answer = await desk.api.send('PUT', byApi(id), { data });
    expect(answer.status, answer.text).toBe(200);
    return heldAnswerSchema.parse(answer.body).data;
  };
  const holdOf = async (id: string, caller = desk.api) =>
    holdAnswerSchema.parse((await caller.get(byApi(id))).body).data;
  const liveLanguages = async (id: string): Promise<string[]> => {
    const rows = await app.strapi.db.connection('articles').where({ document_id: id }).whereNotNull('published_at');
    return rows.map(({ locale }: { locale: string }) => locale).sort();
  };

  /** Every way of making a copy: of all languages or of one, by an editor or by code. */
  const WAYS: [name: string, languages: string[], copy: (id: string) => Promise<string>][] = [
    ['the admin’s Duplicate', ['en'], (id) => duplicate(id, 'clone')],
    ['the admin’s Duplicate of a translation', ['fr'], (id) => duplicate(id, 'clone', 'fr')],
    ['the admin’s Duplicate with a new headline', ['en'], (id) => duplicate(id, 'clone', 'en', { title: 'Another' })],
    ['the document service', ['en'], (id) => copied({ documentId: id })],
    ['the document service, all languages', ['en', 'fr'], (id) => copied({ documentId: id, locale: '*', data: {} })],
    [
      'the document service, two languages by name',
      ['en', 'fr'],
      (id) => copied({ documentId: id, locale: ['en', 'fr'] }),
    ],
    [
      'the document service, another text',
      ['fr'],
      (id) => copied({ documentId: id, locale: 'fr', data: { title: 'Autre' } }),
    ],
    [
      'the document service, told to publish',
      ['en'],
      (id) => copied({ documentId: id, locale: 'en', status: 'published' }),
    ],
    [
      'the document service, told when it was published',
      ['en'],
      (id) => copied({ documentId: id, locale: 'en', data: { publishedAt: new Date().toISOString() } }),
    ],
    [
      'the document service, with relations in the answer',
      ['en', 'fr'],
      (id) => copied({ documentId: id, locale: '*', populate: '*' }),
    ],
    [
      'the document service, with the headline alone in the answer',
      ['en', 'fr'],
      (id) => copied({ documentId: id, locale: '*', fields: ['title'] }),
    ],
    ['a copy of a copy', ['en'], async (id) => copied({ documentId: await copied({ documentId: id }) })],
    [
      'a transaction of another plugin',
      ['en', 'fr'],
      async (id) => app.strapi.db.transaction(async () => copied({ documentId: id, locale: '*' })),
    ],
  ];
  async function duplicate(id: string, action: string, locale = 'en', data: Data = {}): Promise<string> {
    const answer = await desk.admin.send('POST', manager('articles', `/${action}/${id}`, locale), { ...data, locale });
    expect(answer.status, answer.text).toBeLessThan(300);
    return answer.body.data.documentId;
  }
  async function copied(params: Data): Promise<string> {
    return (await articles().clone(params)).documentId;
  }

  /** Each way with one state, in turn; the plain copy of all languages with each. */
  const CASES = WAYS.flatMap(([name, languages, copy], at) =>
    STATES.filter((_state, n) => name.endsWith('all languages') || n === at % STATES.length).map(
      (state) => [state, name, languages, copy] as const
    )
  );

  describe('of a story that is held', () => {
    test.each(CASES)('as %s, by %s, are held as it is and not published', async (state, name, languages, copy) => {
      const id = await writeStory(writer, room, `${state}, copied by ${name}`);
      const original = await hold(id, bodyOf(state, { note: 'By the lawyers' }));
      const copyId = await copy(id);
      expect(copyId).not.toBe(id);
      expect(await holdOf(copyId)).toMatchObject({
        documentId: copyId,
        state,
        until: original.until,
        note: 'By the lawyers',
        thenPublish: false,
        locales: languages,
        failure: null,
      });
      expect(await liveLanguages(copyId)).toEqual([]);
      const publishing = await desk.admin.send(
        'POST',
        manager('articles', `/${copyId}/actions/publish`, languages[0]),
        {}
      );
      expect([publishing.status, codeOf(publishing)], publishing.text).toEqual([409, 'STORY_HELD']);
      const writing = await desk.api.send('PUT', `/api/articles/${copyId}?locale=${languages[0]}`, { data: {} });
      expect([writing.status, codeOf(writing)]).toEqual([409, 'STORY_HELD']);
      await answered(articles().publish({ documentId: copyId, locale: '*' }));
      expect(await liveLanguages(copyId)).toEqual([]);
      expect((await desk.api.get(`/api/story-blocks/pages/${copyId}`)).status).toBe(404);
      expect(await heldAndPublished(app.strapi)).toEqual([]);
    });
  });

  test('stay held when the hold of the original is lifted, and are lifted on their own', async () => {
    const id = await writeStory(writer, room, 'Lifted, its copy not');
    await hold(id, bodyOf('withheld'));
    const copyId = await copied({ documentId: id, locale: '*' });
    expect((await desk.api.send('DELETE', byApi(id))).status).toBe(200);
    expect([await holdOf(id), (await holdOf(copyId))?.state]).toEqual([null, 'withheld']);
    expect((await desk.api.send('DELETE', byApi(copyId))).status).toBe(200);
    await articles().publish({ documentId: copyId, locale: '*' });
    expect(await liveLanguages(copyId)).toEqual(['en', 'fr']);
  });

  test('stay held when the original is deleted', async () => {
    const id = await writeStory(writer, room, 'Deleted, its copy not');
    await hold(id, bodyOf('canceled'));
    const copyId = await copied({ documentId: id });
    await writer.delete('articles', id, '*');
    expect(await holdOf(copyId)).toMatchObject({ state: 'canceled', copiedFrom: null });
  });

  test('leave the original’s hold as it was', async () => {
    const id = await writeStory(writer, room, 'As it was');
    await hold(id, bodyOf('embargo', { locales: ['fr'] }));
    const before = await holdOf(id);
    await copied({ documentId: id, locale: '*' });
    expect(await holdOf(id)).toEqual(before);
    expect(before).toMatchObject({ thenPublish: true, locales: ['fr'], copiedFrom: null });
  });

  test('of an embargo become free drafts at its instant, and are not published by it', async () => {
    const id = await writeStory(writer, room, 'Out by itself');
    await hold(id, bodyOf('embargo'));
    const copyId = await copied({ documentId: id, locale: '*' });
    expect((await holdOf(copyId))?.state).toBe('embargo');
    await app.strapi.db
      .connection('story_blocks_holds')
      .whereIn('document_id', [id, copyId])
      .update({ until: Date.now() });
    await expect.poll(() => liveLanguages(id), { timeout: 15_000 }).toEqual(['en', 'fr']);
    await expect.poll(() => holdOf(copyId), { timeout: 15_000 }).toBeNull();
    expect(await liveLanguages(copyId)).toEqual([]);
    await writer.publish(copyId, 'en');
    expect(await liveLanguages(copyId)).toEqual(['en']);
  });

  test('can be held in another way than the original, and still say where they came from', async () => {
    const id = await writeStory(writer, room, 'Killed at last');
    await hold(id, bodyOf('embargo'));
    const copyId = await copied({ documentId: id });
    expect(await hold(copyId, { state: 'canceled' })).toMatchObject({
      state: 'canceled',
      copiedFrom: { documentId: id },
    });
    expect((await holdOf(id))?.state).toBe('embargo');
  });

  describe('of what is not held', () => {
    const FREE: [string, (id: string) => Promise<unknown>][] = [
      ['a live story', async () => {}],
      ['a draft that never was held', (id) => articles().unpublish({ documentId: id, locale: '*' })],
      [
        'a story whose hold was lifted',
        async (id) => {
          await hold(id, bodyOf('withheld'));
          await desk.api.send('DELETE', byApi(id));
        },
      ],
      [
        'a story whose embargo has ended and could not be followed by its publication',
        async (id) => {
          await hold(id, bodyOf('embargo'));
          await app.strapi.db
            .connection('story_blocks_holds')
            .where({ document_id: id })
            .update({ until: Date.now() - 5_000, attempts: 3, retry_at: Date.now() + 3_600_000 });
        },
      ],
    ];
    test.each(FREE)('%s: the copy is free', async (name, prepare) => {
      const id = await writeStory(writer, room, `Free: ${name}`);
      await prepare(id);
      const copyId = await copied({ documentId: id, locale: '*' });
      expect(await holdOf(copyId)).toBeNull();
      await articles().publish({ documentId: copyId, locale: '*' });
      expect(await liveLanguages(copyId)).toEqual(['en', 'fr']);
    });
  });

  describe('are made with their holds or not at all', () => {
    test('a copy that is taken back takes its hold with it', async () => {
      const id = await writeStory(writer, room, 'Taken back');
      await hold(id, bodyOf('withheld'));
      let copyId = '';
      const work = app.strapi.db.transaction(async () => {
        copyId = await copied({ documentId: id, locale: '*' });
        throw new Error('Another plugin says no');
      });
      await expect(work).rejects.toThrow('Another plugin says no');
      const rows = (name: string) => app.strapi.db.connection(name).where({ document_id: copyId });
      expect([await rows('articles'), await rows('story_blocks_holds')]).toEqual([[], []]);
    });

    test('a hold that is set while copies are made catches each that comes after it', async () => {
      const id = await writeStory(writer, room, 'Held among copies');
      const copies = [1, 2, 3, 4, 5, 6].map(() => copied({ documentId: id, locale: '*' }));
      await Promise.all([...copies, hold(id, bodyOf('canceled'))]);
      const later = await copied({ documentId: id });
      expect((await holdOf(later))?.state).toBe('canceled');
      expect(await heldAndPublished(app.strapi)).toEqual([]);
    });
  });

  test('"Fill in from another locale" is the same story, and held with it', async () => {
    const id = await writeStory(writer, room, 'Filled in');
    await hold(id, bodyOf('canceled'));
    const { body } = await desk.admin.get(manager('articles', `/${id}`, 'en'));
    const filled = { title: body.data.title, body: body.data.body, locale: 'ja' };
    const saved = await desk.admin.send('PUT', manager('articles', `/${id}`, 'ja'), filled);
    expect(saved.status, saved.text).toBe(200);
    const publishing = await desk.admin.send('POST', manager('articles', `/${id}/actions/publish`, 'ja'), filled);
    expect([publishing.status, codeOf(publishing)]).toEqual([409, 'STORY_HELD']);
  });

  describe('say which story they were copied from', () => {
    let id: string;
    let copyId: string;
    beforeAll(async () => {
      id = await writeStory(writer, room, 'The original');
      await hold(id, bodyOf('embargo'));
      copyId = await copied({ documentId: id, locale: '*' });
    });

    test('to whoever may read its draft', async () => {
      const from = { documentId: id, title: headline(room, 'The original') };
      expect((await holdOf(copyId))?.copiedFrom).toEqual(from);
      expect((await desk.admin.get(`/story-blocks/holds/${copyId}`)).body.data.copiedFrom).toEqual(from);
      const panel = await desk.admin.get(`/story-blocks/desk/story/${copyId}?locale=en`);
      expect(panel.body.data.hold.copiedFrom).toEqual(from);
      expect(panel.body.data.findings[0].code).toBe('EMBARGO');
    });

    const GET = 'plugin::story-blocks.holds.get';
    test.each([
      ['a token for holds alone', [GET]],
      ['a token that finds published stories', [GET, `${ARTICLE}.find`]],
      ['a token that reads drafts of other types', [GET, 'plugin::story-blocks.pages.preview']],
    ])('not to %s, which may not read the copy either', async (_name, actions) => {
      const token = createClient(app, await createToken(app.strapi, 'custom', actions));
      expect((await token.get(byApi(copyId))).status).toBe(404);
    });

    test('not to an administrator who may read the copy alone', async () => {
      const HOLDS = 'plugin::story-blocks.holds.set';
      const none = createClient(app, await logInWith(app, [HOLDS]));
      expect((await none.get(`/story-blocks/holds/${copyId}`)).status).toBe(404);
      const holder = createClient(app, await logInWith(app, [HOLDS, onStories('read', ['en'], true)]));
      await makeCreator(app, holder, ARTICLE, [copyId]);
      const answer = await holder.get(`/story-blocks/holds/${copyId}`);
      expect([answer.status, answer.body.data.state, answer.body.data.copiedFrom]).toEqual([200, 'embargo', null]);
    });
  });
});
