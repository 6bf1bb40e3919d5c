import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { asRest, RAILS, TEASERS } from '../support/graphql-page';
import { foundNewsroom, headline, type Newsroom, storyData } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const FRONT = `query ($section: String, $topic: String, $author: String, $date: String, $site: String, $locale: String, $page: Int, $pageSize: Int) {
  front(section: $section, topic: $topic, author: $author, date: $date, site: $site, locale: $locale, page: $page, pageSize: $pageSize) {
    kind site { name tagline url } subject { documentId name slug } lead
    ${TEASERS}
    blocks {
      __typename
      ... on HeadlineRailsBlock { ${RAILS} }
      ... on CommentsBlock { type text }
    }
    locale generation pagination { page pageSize pageCount total }
  }
}`;

type Kind = 'section' | 'topic' | 'author';
const KINDS: Kind[] = ['section', 'topic', 'author'];
interface Asked {
  date?: string;
  site?: string;
  locale?: string;
  page?: number;
  pageSize?: number;
}

describe.each(clients)('fronts on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let api: Client;
  let writer: Writer;
  let room: Newsroom;
  /** The stories of each front, the newest first. */
  const inOrder: string[] = [];

  const idOf = (kind: Kind): string =>
    ({ section: room.sections.world, topic: room.topics.ice, author: room.authors.ana })[kind];
  const rest = (kind: Kind, named: string, asked: Asked = {}) => {
    const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
    return api.get(`/api/story-blocks/fronts/${kind}s/${encodeURIComponent(named)}?${query}`);
  };
  /** A front by both ways, once they are found to be the same. */
  async function front(kind: Kind, asked: Asked = {}): Promise<Json> {
    await settled(app.strapi);
    const answer = await rest(kind, idOf(kind), asked);
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const graphql = await api.graphql(FRONT, { [kind]: idOf(kind), ...asked });
    expect(graphql.body.errors).toBeUndefined();
    const { pagination, ...rest_ } = graphql.body.data.front;
    const { data, meta } = asRest(rest_);
    expect({ data, meta: { ...meta, pagination } }).toEqual(answer.body);
    return answer.body;
  }
  const idsOf = (list: Json[]): string[] => list.map(({ documentId }) => documentId);

  async function write(title: string, filedAt: string, more: Json = {}): Promise<string> {
    const id = await writer.create(
      'articles',
      storyData(room, 'en', headline(room, title), { filedAt, ...more }),
      'en',
      true
    );
    return id;
  }

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    writer = contentApi(api);
    room = await foundNewsroom(writer, 'fronts', { stories: false });
    for (let at = 0; at < 11; at += 1) {
      // Three share an instant: then the document id decides.
      const filedAt = new Date(Date.parse('2026-02-01T10:00:00.000Z') + Math.min(at, 8) * 3_600_000).toISOString();
      inOrder.push(await write(`Report ${at}`, filedAt));
    }
    const tied = inOrder.splice(8).sort();
    inOrder.push(...tied);
    inOrder.reverse();
    await write('Of nobody here', '2026-02-20T10:00:00.000Z', {
      section: room.sections.sport,
      topics: [room.topics.boats],
      byline: [{ author: room.authors.ben }],
    });
  });
  afterAll(() => app?.stop());

  describe.each(KINDS)('of a %s', (kind) => {
    test('has each of its stories once over its pages, in order', async () => {
      const seen: string[] = [];
      for (const page of [1, 2, 3]) {
        const { data, meta } = await front(kind, { page, pageSize: 4 });
        expect(meta.pagination).toEqual({ page, pageSize: 4, pageCount: 3, total: 11 });
        expect(data.lead).toBe(page === 1 ? inOrder[0] : null);
        seen.push(...idsOf(data.teasers));
      }
      expect(seen).toEqual(inOrder);
      const beyond = await front(kind, { page: 4, pageSize: 4 });
      expect(beyond.data.teasers).toEqual([]);
      expect(beyond.data.lead).toBeNull();
      expect(beyond.meta.pagination.total).toBe(11);
    });

    test('is served with its site, its subject and its layout, which shows none of its stories again', async () => {
      const { data } = await front(kind, { pageSize: 4 });
      expect(data.kind).toBe(kind);
      expect(data.site.name).toBe('Northern fronts');
      expect(data.subject.documentId).toBe(idOf(kind));
      const types = data.blocks.map(({ type }: Json) => type);
      expect(types).toEqual(['headline-rails', 'comments']);
      const rails = data.blocks[0].rails.flatMap(({ headlines }: Json) => idsOf(headlines));
      expect(rails.length).toBeGreaterThan(0);
      expect(rails.filter((id: string) => idsOf(data.teasers).includes(id))).toEqual([]);
    });

    test('of a language has the stories of that language alone', async () => {
      const empty = await front(kind, { locale: 'fr' });
      expect(empty.data.teasers).toEqual([]);
      expect(empty.data.lead).toBeNull();
      expect(empty.meta.pagination).toMatchObject({ total: 0, pageCount: 0 });
    });

    test('is found by name, and by no name that nobody has', async () => {
      const { name } = (await front(kind)).data.subject;
      expect((await rest(kind, name)).body.data.subject.documentId).toBe(idOf(kind));
      for (const unknown of ['nobody-has-this-name', 'a%00b', "'; drop table"]) {
        expect((await rest(kind, unknown)).status).toBe(404);
      }
      const graphql = await api.graphql(FRONT, { [kind]: 'nobody-has-this-name' });
      expect(graphql.body.errors[0].extensions.error.name).toBe('NotFoundError');
    });

    test.each([
      ['page', '0'],
      ['page', '-1'],
      ['page', 'two'],
      ['pageSize', '51'],
      ['pageSize', '1.5'],
      ['date', '2026-02-30'],
      ['date', 'yesterday'],
      ['date', '20260201'],
    ])('%s=%s is refused, and the field named', async (field, value) => {
      const answer = await api.get(`/api/story-blocks/fronts/${kind}s/${idOf(kind)}?${field}=${value}`);
      expect(answer.status).toBe(400);
      expect(answer.body.error.details.errors[0].path).toEqual([field]);
    });

    test('an unknown site is none, an unknown language is refused', async () => {
      expect((await rest(kind, idOf(kind), { site: 'nowhere' })).status).toBe(404);
      expect((await rest(kind, idOf(kind), { locale: 'xx' })).status).toBe(400);
    });
  });

  test("a day is the site's own, also where clocks go forward or back", async () => {
    // In Oslo 29 March 2026 has 23 hours, 25 October 2026 has 25.
    const at: Record<string, string> = {};
    for (const instant of [
      '2026-03-28T22:30:00.000Z',
      '2026-03-28T22:59:59.000Z',
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T21:30:00.000Z',
      '2026-03-29T21:59:59.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T22:30:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]) {
      at[instant] = await write(`Filed ${instant}`, instant);
    }
    const day = (date: string, from: number, to: number) =>
      [date, Object.values(at).slice(from, to).reverse()] as const;
    for (const [date, expected] of [
      day('2026-03-28', 0, 2),
      day('2026-03-29', 2, 5),
      day('2026-03-30', 5, 6),
      day('2026-10-25', 6, 8),
      day('2026-10-26', 8, 9),
    ]) {
      for (const kind of KINDS) {
        const { data, meta } = await front(kind, { date });
        expect(idsOf(data.teasers), `${kind} ${date}`).toEqual(expected);
        expect(data.lead).toBe(expected[0]);
        expect(meta.pagination.total).toBe(expected.length);
      }
    }
  });

  test('pins lead and what was sent down comes last, over pages; a day knows neither', async () => {
    const path = `/story-blocks/desk/board/${room.sections.sport}`;
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      ids.unshift(
        await write(`Match ${at}`, `2026-04-0${at + 1}T10:00:00.000Z`, { section: room.sections.sport, topics: [] })
      );
    }
    const board = await desk.admin.get(`${path}?locale=en`);
    const data = { pins: [{ documentId: ids[4] }], sentDown: [ids[0]], version: board.body?.data?.version };
    const set = await desk.admin.send('PUT', `${path}?locale=en`, { data });
    expect(set.status, set.text.slice(0, 300)).toBe(200);
    const seen: string[] = [];
    for (const page of [1, 2, 3]) {
      const answer = await rest('section', room.sections.sport, { page, pageSize: 3 });
      seen.push(...idsOf(answer.body.data.teasers));
      expect(answer.body.data.lead).toBe(page === 1 ? ids[4] : null);
    }
    expect(seen.slice(0, 5)).toEqual([ids[4], ids[1], ids[2], ids[3], ids[5]]);
    expect(seen.at(-1)).toBe(ids[0]);
    expect(new Set(seen).size).toBe(seen.length);
    const day = await rest('section', room.sections.sport, { date: '2026-04-06' });
    expect(day.body.data.lead).toBe(ids[0]);
  });
});
