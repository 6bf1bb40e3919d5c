import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, type Newsroom, writeStory } from '../support/newsroom';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { addPicture, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const PREVIEW = 'plugin::story-blocks.pages.preview';
const SECRET = 'Minister resigns over the lighthouse';
const TOLD = ['createdAt', 'documentId', 'id', 'locale', 'publishedAt', 'updatedAt'];

describe.each(clients)('what a write tells of an entry, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let held: string;
  let picture: Json;
  const callers = new Map<string, Client>();
  const token = async (name: string, actions: string[]) =>
    callers.set(name, createClient(app, await createToken(app.strapi, 'custom', actions)));
  const as = (name: string) => callers.get(name) as Client;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'told', { stories: false });
    picture = await addPicture(app.strapi, 'resignation');
    held = await writeStory(writer, room, SECRET, { summary: SECRET, image: picture.id });
    await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'withheld' });
    await settled(app.strapi);
    const write = ['create', 'update'].map((action) => `${ARTICLE}.${action}`);
    await token('writer', write);
    await token('reading writer', [...write, `${ARTICLE}.find`, `${ARTICLE}.findOne`, 'api::section.section.find']);
    await token('previewing writer', [...write, `${ARTICLE}.find`, `${ARTICLE}.findOne`, PREVIEW]);
  });
  afterAll(() => app?.stop());

  const REST: [string, string, Json][] = [
    ['nothing', '?status=draft', {}],
    ['nothing, with the fields named', '?status=draft&fields[0]=title&fields[1]=body', {}],
    ['another priority', '?status=draft', { priority: 2 }],
    ['an empty slug, which is made of the headline', '?status=draft', { slug: '' }],
    ['another language', '?status=draft&locale=fr', { priority: 2 }],
  ];
  describe.each(['writer', 'reading writer'])('to a %s without preview', (name) => {
    test.each(REST)('a PUT of %s says which entry it was, and no more', async (_what, query, data) => {
      const answer = await as(name).send('PUT', `/api/articles/${held}${query}`, { data });
      expect(answer.status, answer.text).toBe(200);
      expect(Object.keys(answer.body.data).filter((key) => !TOLD.includes(key))).toEqual([]);
      expect(answer.body.data.documentId).toBe(held);
      expect(answer.text).not.toMatch(/Minister|lighthouse|minister/);
    });

    test.each([
      'title',
      'slug',
      'summary',
      'body',
      'image { url name }',
      'byline { name }',
      'topics { name }',
      'topics_connection { nodes { name } }',
      'section { name }',
      'localizations { title }',
      'teaser { title excerpt }',
      'relatedLinks { title }',
      'datelineText',
      'bylineText',
    ])('a GraphQL mutation that asks for %s does not give it', async (field) => {
      const answer = await as(name).graphql(
        `mutation ($id: ID!) { updateArticle(documentId: $id, data: {}, status: DRAFT) { documentId ${field} } }`,
        { id: held }
      );
      expect(answer.text).not.toMatch(/Minister|lighthouse|minister|resignation|told|stack/);
      expect(answer.body.errors?.length, answer.text).toBeGreaterThan(0);
    });

    test('a GraphQL mutation that asks which entry it was is told', async () => {
      const answer = await as(name).graphql(
        `mutation ($id: ID!) { updateArticle(documentId: $id, data: { priority: 1 }, status: DRAFT) { documentId locale updatedAt } }`,
        { id: held }
      );
      expect(answer.body.errors, answer.text).toBeUndefined();
      expect(answer.body.data.updateArticle).toMatchObject({ documentId: held, locale: 'en' });
    });

    test('what it makes itself comes back', async () => {
      const answer = await as(name).send('POST', '/api/articles?status=draft', { data: { title: 'Mine alone' } });
      expect([answer.status, answer.body.data?.title], answer.text).toEqual([201, 'Mine alone']);
    });
  });

  test('a published entry comes back to who may find it, and to nobody else', async () => {
    const id = await writeStory(writer, room, 'Out for all');
    const put = (name: string) => as(name).send('PUT', `/api/articles/${id}`, { data: { priority: 1 } });
    const [reading, blind] = [await put('reading writer'), await put('writer')];
    expect(reading.body.data.title).toContain('Out for all');
    expect([blind.status, Object.keys(blind.body.data).sort()]).toEqual([200, TOLD]);
  });

  test('of a published entry, the fields that were asked come back', async () => {
    const id = await writeStory(writer, room, 'Out for some');
    const put = (query: string) =>
      as('reading writer').send('PUT', `/api/articles/${id}?fields[0]=title${query}`, { data: { priority: 1 } });
    expect((await put('')).body.data.title).toContain('Out for some');
    expect((await put('&status=draft')).body.data.title).toBeUndefined();
  });

  test.each<[string, 'PUT' | 'POST', string, Json]>([
    ['a language that is not written', 'PUT', '/de?locale=de&populate=*', {}],
    ['a language that is not written, published', 'PUT', '/es?locale=es&status=published&populate=image', {}],
    ['its own number', 'POST', '?populate=*', { documentId: '' }],
    ['its own number, as a draft', 'POST', '?status=draft', { documentId: '' }],
  ])('by %s, nothing of a draft comes back', async (_what, method, rest, given) => {
    const draft = await writeStory(writer, room, SECRET, { summary: SECRET, image: picture.id }, false);
    const path = method === 'PUT' ? `/${draft}${rest.slice(rest.indexOf('?'))}` : rest;
    const data = 'documentId' in given ? { title: 'Mine', documentId: draft } : { title: 'Mine' };
    const answer = await as('reading writer').send(method, `/api/articles${path}`, { data });
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toMatch(/Minister|lighthouse|resignation/);
  });

  test('a refused write does not tell what it would have made of a draft', async () => {
    const data = { slug: '', image: 987_654 };
    for (const query of ['?status=draft', '?status=draft&locale=fr', '']) {
      const answer = await as('reading writer').send('PUT', `/api/articles/${held}${query}`, { data });
      expect(answer.status, answer.text).toBeGreaterThan(399);
      expect(answer.text).not.toMatch(/Minister|lighthouse|minister|value/);
    }
    const mutation = `mutation ($id: ID!) { updateArticle(documentId: $id, data: { slug: "", image: 987654 }, status: DRAFT) { documentId } }`;
    const answer = await as('reading writer').graphql(mutation, { id: held });
    expect(answer.body.errors?.length).toBe(1);
    expect(answer.text).not.toMatch(/Minister|lighthouse|minister|value/);
  });

  test('a draft comes back to who may preview it', async () => {
    const answer = await as('previewing writer').send('PUT', `/api/articles/${held}?status=draft`, { data: {} });
    expect(answer.body.data.title).toContain(SECRET);
    const graphql = await as('previewing writer').graphql(
      `mutation ($id: ID!) { updateArticle(documentId: $id, data: {}, status: DRAFT) { title image { name } } }`,
      { id: held }
    );
    expect(graphql.body.data?.updateArticle, graphql.text).toMatchObject({ image: { name: 'resignation' } });
  });
});
