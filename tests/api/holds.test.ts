import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { above } from '../support/above-database';
import { createAdmin, documentsOf, forbidRole, manager } from '../support/admin';
import { type Answer, type Client, createClient, createToken, type Json, settled } from '../support/client';
import { cardDifferences, heldAndPublished } from '../support/database';
import {
  foundNewsroom,
  headline,
  LANGUAGES,
  type Language,
  type Newsroom,
  nextFiling,
  storyData,
  writeStory,
} from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { shownOn } from '../support/truth';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const STATES = ['embargo', 'withheld', 'canceled'] as const;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const bodyOf = (state: (typeof STATES)[number], more: Data = {}): Data =>
  state === 'embargo' ? { state, until: inMs(3_600_000), ...more } : { state, ...more };
const codeOf = ({ body }: Answer) => body?.error?.details?.code;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(clients)('holds on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'hld');
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const byApi = (id: string) => `/api/story-blocks/holds/${id}`;
  const byAdmin = (id: string) => `/story-blocks/holds/${id}`;
  const hold = (id: string, data: Data) => desk.api.send('PUT', byApi(id), { data });
  const lift = (id: string) => desk.api.send('DELETE', byApi(id));
  const articles = () => documentsOf(app.strapi, 'articles');
  const liveLanguages = async (id: string): Promise<string[]> => {
    const rows = await app.strapi.db.connection('articles').where({ document_id: id }).whereNotNull('published_at');
    return rows.map(({ locale }: { locale: string }) => locale).sort();
  };
  const holdRow = (id: string) => app.strapi.db.connection('story_blocks_holds').where({ document_id: id }).first();
  const pageStatus = async (id: string, language: Language = 'en') =>
    (await desk.api.get(`/api/story-blocks/pages/${id}?locale=${language}`)).status;

  /** Polls until the languages are live. @returns When they were first seen to be. */
  async function untilLive(id: string, languages: string[], patienceMs: number): Promise<number> {
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      const live = await liveLanguages(id);
      const seen = Date.now();
      if (live.length > 0) {
        expect(live).toEqual([...languages].sort());
        return seen;
      }
      await pause(20);
    }
    throw new Error(`${id} was not published within ${patienceMs} ms.`);
  }

  describe.each([
    ['the content API', (id: string) => [desk.api, byApi(id)] as const],
    ["the admin's API", (id: string) => [desk.admin, byAdmin(id)] as const],
  ])('set by %s', (_name, at) => {
    test.each(STATES)('%s: every language is unpublished, and lifting leaves drafts', async (state) => {
      const id = await writeStory(writer, room, `Held as ${state}`);
      const [caller, address] = at(id);
      expect((await caller.get(address)).body).toEqual({ data: null });
      const data = bodyOf(state, { note: 'By the lawyers' });
      const answer = await caller.send('PUT', address, { data });
      expect(answer.status, answer.text).toBe(200);
      const kept = { documentId: id, state, until: data.until ?? null, thenPublish: false, note: 'By the lawyers' };
      expect(answer.body.data).toMatchObject(kept);
      expect(answer.body.data.receipt.pages.total).toBeGreaterThan(0);
      expect((await caller.get(address)).body.data).toMatchObject(kept);
      expect(await liveLanguages(id)).toEqual([]);
      expect([await pageStatus(id, 'en'), await pageStatus(id, 'fr')]).toEqual([404, 404]);
      for (const language of LANGUAGES) {
        expect(
          (await desk.api.get(`/api/articles/${id}?locale=${language}`)).status,
          `Strapi's own route, ${language}`
        ).toBe(404);
      }
      const lifted = await caller.send('DELETE', address);
      expect([lifted.status, lifted.body.data]).toEqual([200, { documentId: id, lifted: true }]);
      expect((await caller.get(address)).body).toEqual({ data: null });
      expect(await liveLanguages(id)).toEqual([]);
      await writer.publish(id, 'en');
      expect(await liveLanguages(id)).toEqual(['en']);
    });

    test('one hold takes the place of another', async () => {
      const id = await writeStory(writer, room, 'Held twice');
      const [caller, address] = at(id);
      await caller.send('PUT', address, { data: bodyOf('embargo', { thenPublish: true }) });
      const answer = await caller.send('PUT', address, { data: { state: 'canceled' } });
      expect(answer.body.data).toMatchObject({ state: 'canceled', until: null, thenPublish: false });
      await caller.send('DELETE', address);
      expect((await caller.send('DELETE', address)).status).toBe(404);
    });
  });

  describe('of a held story', () => {
    const WAYS: [string, (id: string) => Promise<Answer | string>][] = [
      ['a REST PUT', (id) => desk.api.send('PUT', `/api/articles/${id}?locale=en`, { data: { title: 'Out' } })],
      [
        'a REST PUT of another language',
        (id) => desk.api.send('PUT', `/api/articles/${id}?locale=fr`, { data: { title: 'Dehors' } }),
      ],
      [
        'a REST PUT of a new language',
        (id) => desk.api.send('PUT', `/api/articles/${id}?locale=ja`, { data: { title: 'Soto' } }),
      ],
      [
        'a REST PUT that says published',
        (id) => desk.api.send('PUT', `/api/articles/${id}?status=published`, { data: { title: 'Out' } }),
      ],
      [
        'the admin’s publish',
        (id) => desk.admin.send('POST', manager('articles', `/${id}/actions/publish`, 'en'), { title: 'Out' }),
      ],
      [
        'the admin’s bulk publish',
        (id) =>
          desk.admin.send('POST', manager('articles', '/actions/bulkPublish'), {
            documentIds: [id],
            locale: ['en', 'fr'],
          }),
      ],
      [
        'a GraphQL mutation',
        async (id) => {
          const mutation =
            'mutation ($id: ID!) { updateArticle(documentId: $id, data: { title: "Out" }) { documentId } }';
          const { body } = await desk.api.graphql(mutation, { id });
          return body.errors?.[0]?.extensions?.error?.details?.code ?? JSON.stringify(body);
        },
      ],
      ['documents().publish', (id) => codeOfError(articles().publish({ documentId: id, locale: 'en' }))],
      [
        'documents().publish of all languages',
        (id) => codeOfError(articles().publish({ documentId: id, locale: '*' })),
      ],
      [
        'documents().update',
        (id) => codeOfError(articles().update({ documentId: id, data: { title: 'Out' }, status: 'published' })),
      ],
      [
        'documents().create of a new language',
        (id) =>
          codeOfError(
            articles().create({ data: { documentId: id, title: 'Soto' }, locale: 'ja', status: 'published' })
          ),
      ],
      [
        'a REST POST that names its document id',
        (id) => desk.api.send('POST', '/api/articles?locale=ja', { data: { documentId: id, title: 'Soto' } }),
      ],
    ];
    const codeOfError = (work: Promise<unknown>): Promise<string> =>
      work.then(
        () => 'done',
        (error: { details?: { code?: string }; message: string }) => error.details?.code ?? error.message
      );

    test.each(above(client, WAYS))('%s does not publish it', async (name, publish) => {
      for (const state of STATES) {
        const id = await writeStory(writer, room, `Not out by ${name}, ${state}`);
        await hold(id, bodyOf(state));
        const answer = await publish(id);
        if (typeof answer === 'string') expect(answer, state).toBe('STORY_HELD');
        else if (!name.startsWith('a REST POST')) {
          expect([answer.status, codeOf(answer)], `${state}: ${answer.text}`).toEqual([409, 'STORY_HELD']);
          expect(answer.body.error.details).toMatchObject({ documentId: id, state });
          if (state === 'embargo') expect(answer.body.error.details.until).toMatch(/^\d{4}-.*Z$/);
        }
        expect(await liveLanguages(id), state).toEqual([]);
        expect(await pageStatus(id, 'en')).toBe(404);
      }
      expect(await heldAndPublished(app.strapi)).toEqual([]);
    });

    test('drafts are edited, added, discarded and deleted as ever', async () => {
      const id = await writeStory(writer, room, 'Edited while it is held');
      await hold(id, bodyOf('withheld'));
      await writer.update('articles', id, { title: headline(room, 'Edited') }, 'en', true);
      await writer.update('articles', id, { title: 'Henshu' }, 'ja', true);
      const saved = await desk.admin.send('PUT', manager('articles', `/${id}`, 'fr'), {
        title: headline(room, 'Corrigé'),
      });
      expect(saved.status, saved.text).toBe(200);
      expect(await liveLanguages(id)).toEqual([]);
      const draft = await desk.api.get(`/api/articles/${id}?status=draft&locale=en`);
      expect(draft.body.data.title).toBe(headline(room, 'Edited'));
      const preview = await desk.api.get(`/api/story-blocks/pages/${id}?status=draft&locale=fr`);
      expect([preview.status, preview.body.data?.story.title]).toEqual([200, headline(room, 'Corrigé')]);
      await writer.delete('articles', id, 'fr');
      expect(await holdRow(id)).toMatchObject({ state: 'withheld' });
      await writer.delete('articles', id, '*');
      expect(await holdRow(id)).toBeUndefined();
    });
  });

  describe.each(above(client, [client]))('the receipt', () => {
    interface Standing {
      page: string;
      documentId: string;
      locale: string;
      blocks: string[];
    }

    /** Every page on which a story is shown now, found by reading them all. */
    async function crawl(id: string): Promise<Standing[]> {
      const found: Standing[] = [];
      const shows = (data: Json) => shownOn({ blocks: [data] }).some(({ documentId }) => documentId === id);
      const visit = async (page: string, address: string, documentId: string, locale: Language) => {
        const answer = await desk.api.get(`/api/story-blocks/${address}/${documentId}?locale=${locale}`);
        if (answer.status !== 200) return;
        const { data } = answer.body;
        const blocks = data.blocks.filter(shows).map(({ type }: { type: string }) => type);
        if (page === 'story' && documentId === id) blocks.unshift('story');
        if (page === 'front' && shows(data.teasers)) blocks.unshift('teasers');
        if (blocks.length > 0) found.push({ page, documentId, locale, blocks });
      };
      for (const locale of LANGUAGES) {
        const stories = (await desk.api.get(`/api/articles?locale=${locale}&pagination[pageSize]=100&fields[0]=title`))
          .body.data;
        for (const { documentId } of stories) await visit('story', 'pages', documentId, locale);
        for (const section of Object.values(room.sections)) await visit('front', 'fronts/sections', section, locale);
        for (const topic of Object.values(room.topics)) await visit('front', 'fronts/topics', topic, locale);
        for (const author of Object.values(room.authors)) await visit('front', 'fronts/authors', author, locale);
      }
      return found;
    }
    const sorted = (standings: Standing[]) =>
      standings
        .map(
          ({ page, documentId, locale, blocks }) =>
            `${locale} ${page} ${documentId}: ${[...new Set(blocks)].sort().join(', ')}`
        )
        .sort();

    test('names every block, section and page where the story stood, and no other', async () => {
      const id = await writeStory(writer, room, 'Ice and boats in the harbor', {
        topics: [room.topics.ice, room.topics.boats],
      });
      await settled(app.strapi);
      const stood = await crawl(id);
      expect(stood.length).toBeGreaterThan(10);
      const { receipt } = (await hold(id, bodyOf('canceled'))).body.data;
      expect(sorted(receipt.pages.named)).toEqual(sorted(stood));
      expect(receipt.pages).toMatchObject({ total: stood.length, exact: true });
      const counts = new Map<string, number>();
      for (const { blocks } of stood) for (const type of new Set(blocks)) counts.set(type, (counts.get(type) ?? 0) + 1);
      const said = receipt.blocks.map(({ type, pages }: { type: string; pages: number }) => [type, pages]);
      expect(new Map(said)).toEqual(counts);
      expect(receipt.sections.map(({ documentId }: Data) => documentId)).toEqual([room.sections.world]);
      expect(await crawl(id)).toEqual([]);
    });

    test('is empty for a story that stood nowhere', async () => {
      const id = await writeStory(writer, room, 'Held before it was out', {}, false);
      const { receipt } = (await hold(id, bodyOf('withheld'))).body.data;
      const none = { total: 0, exact: true, named: [] };
      expect(receipt).toEqual({ blocks: [], sections: [], pages: none, textLinks: none });
    });
  });

  describe('an embargo', () => {
    test('ends at its instant, never early, and publishes the languages that were live', async () => {
      const id = await writeStory(writer, room, 'Out at its instant');
      await writer.update('articles', id, { title: 'Still being translated' }, 'ja', true);
      const until = Date.now() + 1_500;
      const answer = await hold(id, { state: 'embargo', until: new Date(until).toISOString(), thenPublish: true });
      expect(answer.body.data.locales.sort()).toEqual(['en', 'fr']);
      expect(await liveLanguages(id)).toEqual([]);
      const seen = await untilLive(id, ['en', 'fr'], 8_000);
      expect(seen).toBeGreaterThanOrEqual(until);
      const [row] = await app.strapi.db
        .connection('articles')
        .where({ document_id: id, locale: 'en' })
        .whereNotNull('published_at');
      expect(new Date(row.published_at).getTime()).toBeGreaterThanOrEqual(until);
      expect((await desk.api.get(byApi(id))).body).toEqual({ data: null });
      expect([await pageStatus(id, 'en'), await pageStatus(id, 'fr'), await holdRow(id)]).toEqual([
        200,
        200,
        undefined,
      ]);
    });

    test('publishes the languages that are named, and those only', async () => {
      const id = await writeStory(writer, room, 'Out in French', {}, false);
      await hold(id, { state: 'embargo', until: inMs(1_200), thenPublish: true, locales: ['fr'] });
      await untilLive(id, ['fr'], 8_000);
    });

    test('publishes what the draft says by then', async () => {
      const id = await writeStory(writer, room, 'As it was set', {}, false);
      await hold(id, { state: 'embargo', until: inMs(1_200), thenPublish: true });
      await writer.update('articles', id, { title: headline(room, 'As it reads at last') }, 'en', true);
      await untilLive(id, ['en', 'fr'], 8_000);
      const { body } = await desk.api.get(`/api/story-blocks/pages/${id}?locale=en`);
      expect(body.data.story.title).toBe(headline(room, 'As it reads at last'));
    });

    test('leaves a draft where nothing is to be published then', async () => {
      const id = await writeStory(writer, room, 'Free, and a draft');
      await hold(id, { state: 'embargo', until: inMs(600) });
      await pause(2_500);
      expect([await liveLanguages(id), await holdRow(id)]).toEqual([[], undefined]);
      await writer.publish(id, 'en');
      expect(await liveLanguages(id)).toEqual(['en']);
    });

    test('that is lifted, or made a kill, publishes nothing at its instant', async () => {
      const [lifted, killed] = [await writeStory(writer, room, 'Lifted'), await writeStory(writer, room, 'Killed')];
      const until = Date.now() + 5_000;
      const embargo = { state: 'embargo', until: new Date(until).toISOString(), thenPublish: true };
      for (const id of [lifted, killed]) expect((await hold(id, embargo)).status).toBe(200);
      expect((await lift(lifted)).status).toBe(200);
      expect((await hold(killed, { state: 'canceled' })).status).toBe(200);
      await pause(until - Date.now() + 2_000);
      expect([await liveLanguages(lifted), await liveLanguages(killed)]).toEqual([[], []]);
    });

    test('whose story cannot be published is tried again, and keeps no other waiting', async () => {
      const faulty = await writer.create(
        'articles',
        storyData(room, 'en', headline(room, 'Without a headline')),
        'en',
        false
      );
      await app.strapi.db.connection('articles').where({ document_id: faulty }).update({ title: null });
      const sound = await writeStory(writer, room, 'Due a moment later', {}, false);
      const until = Date.now() + 1_200;
      await hold(faulty, { state: 'embargo', until: new Date(until).toISOString(), thenPublish: true });
      await hold(sound, { state: 'embargo', until: new Date(until + 10).toISOString(), thenPublish: true });
      app.strapi.log.level = 'none';
      expect((await untilLive(sound, ['en', 'fr'], 8_000)) - until).toBeLessThan(5_000);
      expect(await liveLanguages(faulty)).toEqual([]);
      const waiting = await holdRow(faulty);
      expect(Number(waiting.attempts)).toBeGreaterThan(0);
      expect(Number(waiting.retry_at)).toBeGreaterThan(until);
      await writer.update('articles', faulty, { title: headline(room, 'With a headline') }, 'en', true);
      await untilLive(faulty, ['en'], 15_000);
      expect(await holdRow(faulty)).toBeUndefined();
      app.strapi.log.level = 'error';
    });

    test('whose story is deleted ends with it', async () => {
      const id = await writeStory(writer, room, 'Deleted under embargo');
      await hold(id, { state: 'embargo', until: inMs(900), thenPublish: true });
      await writer.delete('articles', id, '*');
      await pause(2_200);
      expect([await liveLanguages(id), await holdRow(id)]).toEqual([[], undefined]);
    });

    test('of many stories ends for each, at the same instant', async () => {
      const ids: string[] = [];
      for (let n = 0; n < 8; n += 1) ids.push(await writeStory(writer, room, `One of eight, ${n}`, {}, false));
      const until = Date.now() + 4_000;
      for (const id of ids)
        await hold(id, { state: 'embargo', until: new Date(until).toISOString(), thenPublish: true });
      for (const id of ids) expect(await untilLive(id, ['en', 'fr'], 15_000)).toBeGreaterThanOrEqual(until);
      expect(await cardDifferences(app.strapi)).toEqual([]);
    });
  });

  describe.each(above(client, [client]))('asked for wrongly', () => {
    const BAD: [string, unknown, string][] = [
      ['no state', { data: {} }, 'state'],
      ['an unknown state', { data: { state: 'killed' } }, 'state'],
      ['a state of another type', { data: { state: ['withheld'] } }, 'state'],
      ['an embargo without its end', { data: { state: 'embargo' } }, 'until'],
      ['an embargo that ends with nothing', { data: { state: 'embargo', until: null } }, 'until'],
      ['an embargo that is over', { data: { state: 'embargo', until: '2020-01-01T00:00:00Z' } }, 'until'],
      ['an end without its offset', { data: { state: 'embargo', until: '2100-01-01T00:00:00' } }, 'until'],
      ['an end that is a day', { data: { state: 'embargo', until: '2100-01-01' } }, 'until'],
      ['an end on no day', { data: { state: 'embargo', until: '2100-02-31T00:00:00Z' } }, 'until'],
      ['an end that is a number', { data: { state: 'embargo', until: 4102444800000 } }, 'until'],
      ['an empty end', { data: { state: 'embargo', until: '' } }, 'until'],
      ['an end of what has none', { data: { state: 'withheld', until: '2100-01-01T00:00:00Z' } }, 'until'],
      ['a publication after what has no end', { data: { state: 'canceled', thenPublish: true } }, 'thenPublish'],
      [
        'thenPublish as a text',
        { data: { state: 'embargo', until: '2100-01-01T00:00:00Z', thenPublish: 'yes' } },
        'thenPublish',
      ],
      ['a note that is a number', { data: { state: 'withheld', note: 7 } }, 'note'],
      ['a note without end', { data: { state: 'withheld', note: 'x'.repeat(2001) } }, 'note'],
      [
        'languages that are no list',
        { data: { state: 'embargo', until: '2100-01-01T00:00:00Z', locales: 'fr' } },
        'locales',
      ],
      [
        'a language that the story is not written in',
        { data: { state: 'embargo', until: '2100-01-01T00:00:00Z', locales: ['ar'] } },
        'locales',
      ],
      ['a key that nobody knows', { data: { state: 'withheld', reason: 'x' } }, 'reason'],
      ['no data', {}, 'data'],
      ['data that is a text', { data: 'withheld' }, 'data'],
      ['data that is a list', { data: [{ state: 'withheld' }] }, 'data'],
      ['no body', undefined, 'data'],
    ];
    let id: string;
    beforeAll(async () => {
      id = await writeStory(writer, room, 'Never held');
    });

    test.each(BAD)('%s is refused with 400, and changes nothing', async (_name, body, field) => {
      for (const [caller, address] of [
        [desk.api, byApi(id)],
        [desk.admin, byAdmin(id)],
      ] as const) {
        const answer = await caller.send('PUT', address, body);
        expect(answer.status, answer.text).toBe(400);
        const { message, details } = answer.body.error;
        const named = `${message} ${JSON.stringify((details?.errors ?? []).map((error: Json) => error.path))}`;
        expect(named).toContain(field);
        const paths: string[] = (details?.errors ?? []).map((error: Json) => error.path.join('.'));
        expect(paths.join(' '), 'the path of the error').toContain(field === 'reason' ? 'data' : field);
      }
      expect(await liveLanguages(id)).toEqual(['en', 'fr']);
      expect(await holdRow(id)).toBeUndefined();
    });

    test('an unknown story, and one that is not held', async () => {
      for (const unknown of [
        'nosuchstory',
        'a'.repeat(24),
        'x'.repeat(3000),
        '%20',
        '..%2F..%2Fx',
        "'; drop table articles; --",
      ]) {
        for (const [caller, at] of [
          [desk.api, byApi],
          [desk.admin, byAdmin],
        ] as const) {
          const address = at(
            unknown.startsWith('%') || unknown.startsWith('..') ? unknown : encodeURIComponent(unknown)
          );
          expect((await caller.get(address)).status, address.slice(0, 100)).toBe(404);
          expect((await caller.send('PUT', address, { data: bodyOf('withheld') })).status, address.slice(0, 100)).toBe(
            404
          );
          expect((await caller.send('DELETE', address)).status, address.slice(0, 100)).toBe(404);
        }
      }
      expect((await lift(id)).status).toBe(404);
      expect((await hold(room.sections.world, bodyOf('withheld'))).status).toBe(404);
      expect(
        (await desk.api.send('PUT', `${byApi(id)}?type=api::section.section`, { data: bodyOf('withheld') })).status
      ).toBe(404);
      expect(await liveLanguages(id)).toEqual(['en', 'fr']);
    });

    test('a caller without the permission gets 401 or 403, and changes nothing', async () => {
      await forbidRole(app, 'strapi-editor', 'story-blocks');
      const token = (type: 'read-only' | 'custom', actions?: string[]) => createToken(app.strapi, type, actions);
      const story = ['find', 'findOne', 'create', 'update', 'delete'].map((action) => `api::article.article.${action}`);
      const callers: [string, Client, string, number][] = [
        ['nobody', createClient(app), byApi(id), 403],
        ['a token that is none', createClient(app, 'x'.repeat(40)), byApi(id), 401],
        ['a token that only reads', createClient(app, await token('read-only')), byApi(id), 403],
        ['a token for stories', createClient(app, await token('custom', story)), byApi(id), 403],
        ['nobody, in the admin', createClient(app), byAdmin(id), 401],
        ['a token of the content API, in the admin', desk.api, byAdmin(id), 401],
        ['an author, in the admin', await createAdmin(app, 'strapi-author'), byAdmin(id), 403],
        ['an editor who was not allowed to, in the admin', await createAdmin(app, 'strapi-editor'), byAdmin(id), 403],
      ];
      for (const [who, caller, address, status] of callers) {
        expect((await caller.get(address)).status, `GET by ${who}`).toBe(status);
        expect((await caller.send('PUT', address, { data: bodyOf('canceled') })).status, `PUT by ${who}`).toBe(status);
        expect((await caller.send('DELETE', address)).status, `DELETE by ${who}`).toBe(status);
      }
      expect(await liveLanguages(id)).toEqual(['en', 'fr']);
      const setter = createClient(app, await token('custom', [story[0], 'plugin::story-blocks.holds.set']));
      expect((await setter.send('PUT', byApi(id), { data: bodyOf('withheld') })).status).toBe(200);
      expect((await setter.send('DELETE', byApi(id))).status).toBe(403);
      expect((await lift(id)).status).toBe(200);
    });
  });
});

describe.runIf(clients.includes('sqlite'))('holds through a restart', () => {
  test('stay, and an embargo that ended meanwhile is ended at the start', async () => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-holds-'));
    const databaseFile = path.join(dir, 'data.db');
    try {
      const first = await bootStrapi({ databaseFile });
      let desk = await openDesk(first);
      const make = async (title: string, data: Data) => {
        const id = await contentApi(desk.api).create('articles', { title, filedAt: nextFiling() }, 'en', true);
        const answer = await desk.api.send('PUT', `/api/story-blocks/holds/${id}`, { data });
        expect(answer.status, answer.text).toBe(200);
        return id;
      };
      const withheld = await make('Withheld through a restart', { state: 'withheld', note: 'Until Monday' });
      const later = await make('Under embargo through a restart', {
        state: 'embargo',
        until: inMs(3_600_000),
        thenPublish: true,
      });
      const until = Date.now() + 2_500;
      const due = await make('Due while nothing ran', {
        state: 'embargo',
        until: new Date(until).toISOString(),
        thenPublish: true,
      });
      await first.stop();
      await pause(Math.max(0, until - Date.now()) + 200);

      const second = await bootStrapi({ databaseFile });
      try {
        desk = await openDesk(second);
        const status = async (id: string) => (await desk.api.get(`/api/story-blocks/pages/${id}`)).status;
        for (let tries = 0; tries < 200 && (await status(due)) !== 200; tries += 1) await pause(50);
        expect([await status(due), await status(withheld), await status(later)]).toEqual([200, 404, 404]);
        for (const id of [withheld, later]) {
          const answer = await desk.api.send('PUT', `/api/articles/${id}`, { data: {} });
          expect([answer.status, codeOf(answer)]).toEqual([409, 'STORY_HELD']);
        }
        expect((await desk.api.get(`/api/story-blocks/holds/${withheld}`)).body.data).toMatchObject({
          note: 'Until Monday',
        });
      } finally {
        await second.stop();
      }
    } finally {
      fs.rmSync(dir, { recursive: true, force: true });
    }
  });
});
