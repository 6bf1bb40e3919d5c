import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken } from '../support/client';
import { STORY_PAGE } from '../support/graphql-page';
import { ours, type Statement, statementsOf } from '../support/statements';
import { bootStrapi, clients, type Running } from '../support/strapi';

const TYPE = 'api::article.article';
const STORIES = 20_000;
const SECTIONS = 30;
const FIRST = Date.parse('2026-01-01T00:00:00.000Z');
const MINUTE_MS = 60_000;
const idOf = (kind: string, at: number) => `${kind}-${String(at).padStart(5, '0')}`;

/** Tables that grow with the archive: no answer may look at every row of one. */
const LARGE = ['story_blocks_cards', 'story_blocks_card_refs', 'story_blocks_index', 'story_blocks_links'];

describe.each(clients)('how the read routes find stories in an archive, on %s', (client) => {
  let app: Running;
  let api: Client;

  const insert = (table: string, rows: object[]) => app.strapi.db.connection.batchInsert(table, rows, 500);

  beforeAll(async () => {
    // The rows are the test's own: no worker is to make others of them.
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    const concept = (kind: string, at: number, data: object) => ({
      kind,
      document_id: idOf(kind, at),
      locale: 'en',
      name: `${kind} ${at}`,
      slug: `${kind}-${at}`,
      data: JSON.stringify(data),
    });
    const section = { label: null, siteId: null, topicIds: [], storyLayout: [], frontLayout: [] };
    const topic = { landingPhrase: null, landingUrl: null, siteId: null };
    const numbers = Array.from({ length: SECTIONS }, (_, at) => at);
    await insert('story_blocks_concepts', [
      ...numbers.map((at) => concept('section', at, section)),
      ...numbers.map((at) => concept('topic', at, topic)),
      ...numbers.map((at) => concept('author', at, { familyName: null })),
    ]);
    const keys = Array.from({ length: STORIES }, (_, at) => ({
      type: TYPE,
      document_id: idOf('story', at),
      locale: 'en',
      sort_at: FIRST + at * MINUTE_MS,
    }));
    await insert(
      'story_blocks_cards',
      keys.map((key, at) => {
        const data = {
          title: `Story ${at}`,
          slug: `story-${at}`,
          sectionId: idOf('section', at % SECTIONS),
          sourceId: null,
          imageId: null,
          topicIds: [idOf('topic', at % SECTIONS)],
          placeIds: [],
          credits: [{ authorId: idOf('author', at % SECTIONS), name: null, location: null, role: null }],
          externalLinks: [],
          summary: null,
          bylineLabel: null,
          datelineDate: null,
          filedAt: new Date(key.sort_at).toISOString(),
          datedAt: new Date(key.sort_at).toISOString(),
          firstPublishedAt: new Date(key.sort_at).toISOString(),
          priority: null,
        };
        return {
          ...key,
          slug: data.slug,
          title: data.title,
          section_id: data.sectionId,
          data: JSON.stringify(data),
          lead: JSON.stringify(['What the story says first.']),
          body: '[]',
          fingerprint: `${at}`,
        };
      })
    );
    await insert(
      'story_blocks_card_refs',
      keys.flatMap((key, at) =>
        ['section', 'topic', 'author'].map((role) => ({ ...key, role, ref_id: idOf(role, at % SECTIONS) }))
      )
    );
    await insert(
      'story_blocks_index',
      keys.map((key, at) => ({ ...key, id: at + 1, version: 1 }))
    );
    await insert(
      'story_blocks_links',
      keys.flatMap((_key, at) =>
        [1, 2, 3, 4].map((step) => ({
          host_id: at + 1,
          target_id: ((at + step * 17) % STORIES) + 1,
          score: 1 / step,
          reasons: '[]',
        }))
      )
    );
    await app.strapi.db.connection.raw('analyze');
  });
  afterAll(() => app?.stop());

  /** Statements of other kinds, one of each. */
  async function kindsOf(work: () => Promise<unknown>): Promise<Statement[]> {
    const statements = ours(await statementsOf(app.strapi, work));
    return [...new Map(statements.map((one) => [one.sql.replace(/[?$\d]+/g, ''), one])).values()];
  }
  /** The plan, a step a line. */
  async function planOf({ sql, bindings }: Statement): Promise<string> {
    const explain = client === 'postgres' ? 'explain' : 'explain query plan';
    const told = await app.strapi.db.connection.raw(`${explain} ${sql.replace(/\$\d+/g, '?')}`, bindings as never);
    const rows: Record<string, string>[] = client === 'postgres' ? told.rows : told;
    return rows.map((row) => row['QUERY PLAN'] ?? row.detail).join('\n');
  }
  const scans = (plan: string) =>
    plan.split('\n').filter((step) => {
      const scanned = /Seq Scan on (\w+)|\bSCAN (\w+)/.exec(step);
      return scanned && LARGE.includes(scanned[1] ?? scanned[2]);
    });

  const middle = idOf('story', STORIES / 2);
  const rest = (path: string) => async () => {
    const answer = await api.get(`/api/story-blocks${path}`);
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
  };
  const graphql = (query: string, variables?: Record<string, unknown>) => async () => {
    const answer = await api.graphql(query, variables);
    expect(answer.body.errors).toBeUndefined();
  };
  const sections = Array.from({ length: 10 }, (_, at) => idOf('section', at));
  // Others than by REST: lists that were read a moment ago are kept.
  const otherSections = Array.from({ length: 10 }, (_, at) => idOf('section', at + 10));
  const QUESTIONS: [string, () => Promise<unknown>, string[]][] = [
    ['related links', rest(`/related/${middle}`), ['story_blocks_index_key', 'story_blocks_links']],
    ['teasers of a section', rest(`/teasers?section=${sections[0]}&limit=10`), ['story_blocks_cards_section']],
    ['the newest of all', rest('/teasers?limit=10'), ['story_blocks_cards_newest']],
    ['rails of ten sections', rest(`/rails?sections=${sections}`), ['story_blocks_cards_section']],
    ['a story page', rest(`/pages/${middle}`), ['story_blocks_cards']],
    ['a story page by slug', rest('/pages?slug=story-77'), ['story_blocks_cards_slug']],
    ["a section's front", rest(`/fronts/sections/${sections[3]}?page=2`), ['story_blocks_cards_section']],
    ["a section's day", rest(`/fronts/sections/${sections[3]}?date=2026-01-03`), ['story_blocks_cards_section']],
    ["a topic's front", rest(`/fronts/topics/${idOf('topic', 4)}`), ['story_blocks_card_refs_target']],
    ["an author's front", rest(`/fronts/authors/${idOf('author', 5)}`), ['story_blocks_card_refs_target']],
    ['a story page by GraphQL', graphql(STORY_PAGE, { slug: 'story-1500' }), ['story_blocks_cards_slug']],
    [
      'related links of several stories',
      graphql(
        `{ ${[1, 2, 3].map((at) => `a${at}: relatedLinks(documentId: "${idOf('story', at * 40)}") { title url }`)} }`
      ),
      ['story_blocks_index_key', 'story_blocks_links'],
    ],
    [
      'rails by GraphQL',
      graphql('query ($sections: [String!]!) { headlineRails(sections: $sections) { label headlines { title } } }', {
        sections: otherSections,
      }),
      ['story_blocks_cards_section'],
    ],
  ];
  test.each(QUESTIONS)(
    '%s look at no table as a whole, and use the index that is there for them',
    async (_name, work, indexes) => {
      const statements = await kindsOf(work);
      expect(statements.length).toBeGreaterThan(0);
      const plans: string[] = [];
      for (const statement of statements) {
        const plan = await planOf(statement);
        expect(scans(plan), `${statement.sql}\n${plan}`).toEqual([]);
        plans.push(plan);
      }
      for (const index of indexes) expect(plans.join('\n')).toContain(index);
    }
  );
});
