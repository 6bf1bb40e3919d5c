import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootChanged, editNewsroom } from '../support/changed-app';
import { type Client, createClient, createToken, settled } from '../support/client';
import { STORY_PAGE } from '../support/graphql-page';
import { foundNewsroom, type Newsroom, writeStory } from '../support/newsroom';
import { ours, statementsOf } from '../support/statements';
import { anyClient, type Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

/** Statements on the plugin's tables that an answer may take at most, however many stories and sections it tells of. */
const AT_MOST = {
  related: 13,
  teasers: 11,
  rails: 11,
  page: 21,
  sectionFront: 14,
  topicFront: 15,
  authorFront: 16,
  relatedField: 8,
  teaserField: 6,
  sectionTeasers: 8,
  rootAliases: 8,
};

const SECTIONS = 10;
const STORIES = 22;

describe.each(anyClient)('statements of a cold answer, on %s', (client) => {
  let app: Running;
  let api: Client;
  let writer: Writer;
  let room: Newsroom;
  const sections: string[] = [];
  beforeAll(async () => {
    // Nothing is kept, of which a question might find what one before it has read.
    // And all have links: stories of a few words do without a floor.
    app = await bootChanged({ client }, (distDir) =>
      editNewsroom(
        distDir,
        'newsroom.delivery = { ...newsroom.delivery, memory: 0 }; newsroom.related = { ...newsroom.related, floor: 0 };'
      )
    );
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    writer = contentApi(api);
    room = await foundNewsroom(writer, 'statements');
    for (let at = 0; at < SECTIONS; at += 1) {
      sections.push(await writer.create('sections', { name: `Section ${at}`, site: room.sites.north }, 'en'));
    }
    for (let at = 0; at < STORIES; at += 1) {
      await writeStory(writer, room, `Ice report ${at}`);
      await writer.create('articles', { title: `Filler ${at}`, section: sections[at % SECTIONS] }, 'en');
    }
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  let asked = 0;
  /** An address that nobody has asked for before. */
  const anew = (path: string) => {
    asked += 1;
    return `${path}${path.includes('?') ? '&' : '?'}first=${asked}`;
  };
  /** The fewest of several times: the worker looks around in between. */
  async function fewest(ask: () => Promise<void>): Promise<number> {
    await settled(app.strapi);
    const counts: number[] = [];
    for (let time = 0; time < 4; time += 1) counts.push(ours(await statementsOf(app.strapi, ask)).length);
    return Math.min(...counts);
  }
  const costOf = (path: string): Promise<number> =>
    fewest(async () => {
      const answer = await api.get(anew(path));
      expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    });
  const costOfQuery = (query: string, variables?: Record<string, unknown>): Promise<number> =>
    fewest(async () => {
      asked += 1;
      const answer = await api.graphql(`${query} # ${asked}`, variables);
      expect(answer.body.errors).toBeUndefined();
    });
  async function expectConstant(most: number, few: () => Promise<number>, many: () => Promise<number>) {
    const [little, much] = [await few(), await many()];
    expect(much).toBeLessThanOrEqual(most);
    expect(much).toBeLessThanOrEqual(little + 1);
  }

  const PATHS: [keyof typeof AT_MOST, string, () => string, () => string][] = [
    [
      'related',
      'related links',
      () => `/related/${room.stories[0]}?limit=1`,
      () => `/related/${room.stories[1]}?limit=30`,
    ],
    [
      'teasers',
      'teasers of a section',
      () => `/teasers?section=${room.sections.world}&limit=1`,
      () => `/teasers?section=${room.sections.world}&limit=20`,
    ],
    [
      'rails',
      'rails of two and of ten sections',
      () => `/rails?sections=${sections.slice(0, 2)}&limit=1`,
      () => `/rails?sections=${sections}&limit=20`,
    ],
    ['page', 'a story page', () => `/pages/${room.stories[0]}`, () => `/pages/${room.stories[9]}`],
    [
      'sectionFront',
      "a section's front",
      () => `/fronts/sections/${room.sections.world}?pageSize=1`,
      () => `/fronts/sections/${room.sections.world}?pageSize=20`,
    ],
    [
      'topicFront',
      "a topic's front",
      () => `/fronts/topics/${room.topics.ice}?pageSize=1`,
      () => `/fronts/topics/${room.topics.ice}?pageSize=20`,
    ],
    [
      'authorFront',
      "an author's front",
      () => `/fronts/authors/${room.authors.ana}?pageSize=1`,
      () => `/fronts/authors/${room.authors.ana}?pageSize=20`,
    ],
  ];
  test.each(PATHS)('%s: %s take no more with more of them', async (key, _name, few, many) => {
    await expectConstant(
      AT_MOST[key],
      () => costOf(`/api/story-blocks${few()}`),
      () => costOf(`/api/story-blocks${many()}`)
    );
  });

  const stories = (limit: number, field: string) =>
    `{ articles(pagination: { limit: ${limit} }, sort: "title:desc") { documentId ${field} } }`;
  const FIELDS: [keyof typeof AT_MOST, string, (count: number) => string][] = [
    ['relatedField', 'related links of listed stories', (count) => stories(count, 'relatedLinks { title url kicker }')],
    ['teaserField', 'teasers and bylines of listed stories', (count) => stories(count, 'teaser { title } bylineText')],
    [
      'sectionTeasers',
      'teasers of listed sections',
      (count) => `{ sections(pagination: { limit: ${count / 2} }) { teasers(limit: 3) { title url } } }`,
    ],
    [
      'rootAliases',
      'related links of stories named one by one',
      (count) =>
        `{ ${room.stories.slice(0, count).map((id, at) => `a${at}: relatedLinks(documentId: "${id}", limit: 5) { title url }`)} }`,
    ],
  ];
  test.each(FIELDS)('%s: %s take as many for twenty as for two', async (key, _name, query) => {
    await expectConstant(
      AT_MOST[key],
      () => costOfQuery(query(2)),
      () => costOfQuery(query(20))
    );
  });

  test('a story page by GraphQL takes no more than by REST', async () => {
    const story = await api.get(`/api/articles/${room.stories[3]}`);
    const cost = await costOfQuery(STORY_PAGE, { slug: story.body.data.slug });
    expect(cost).toBeLessThanOrEqual(AT_MOST.page);
  });
});
