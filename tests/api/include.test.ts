import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../fixtures/related-news';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, type Newsroom, paragraphs, storyData, writeStory } from '../support/newsroom';
import { rested } from '../support/related';
import { ours, statementsOf } from '../support/statements';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

describe.each(anyClient)('?include= on stories, on %s', (client) => {
  let app: Running;
  let api: Client;
  let writer: Writer;
  let room: Newsroom;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    writer = contentApi(api);
    room = await foundNewsroom(writer, 'include');
    for (let at = 0; at < 9; at += 1) await writeStory(writer, room, `Ice report number ${at}`);
    for (const { title, text } of Object.values(ENGLISH).flat()) {
      await writeStory(writer, room, title, { body: paragraphs(text) });
    }
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  const LIST = '/api/articles?pagination[pageSize]=50&sort=title';

  test('entries have their related links and teaser as the routes of their own give them', async () => {
    const list = await api.get(`${LIST}&include=related,teaser`);
    expect(list.status, list.text.slice(0, 500)).toBe(200);
    expect(list.body.data).toHaveLength(room.stories.length);
    for (const entry of list.body.data) {
      const related = await api.get(`/api/story-blocks/related/${entry.documentId}`);
      expect(entry.related).toEqual(related.body.data);
      const graphql = await api.graphql(
        `{ article(documentId: "${entry.documentId}") { teaser { documentId kicker title dateline excerpt truncated url } } }`
      );
      expect(entry.teaser).toMatchObject(graphql.body.data.article.teaser);
    }
    const kinds = new Set(list.body.data.flatMap(({ related }: Json) => related.map(({ kind }: Json) => kind)));
    expect(kinds).toEqual(new Set(['story', 'landing']));
    const one = await api.get(`/api/articles/${list.body.data[0].documentId}?include=teaser`);
    expect(one.body.data.teaser).toEqual(list.body.data[0].teaser);
    expect(one.body.data).not.toHaveProperty('related');
  });

  test('everything else of the answer is as it is without', async () => {
    const plain = (await api.get(LIST)).body;
    const list = (await api.get(`${LIST}&include=related,teaser`)).body;
    const stripped = list.data.map(({ related: _r, teaser: _t, ...entry }: Json) => entry);
    expect({ ...list, data: stripped }).toEqual(plain);
  });

  test('an entry whose language or state is not among its fields is known all the same', async () => {
    const list = await api.get(`${LIST}&fields=title&locale=fr&include=teaser`);
    expect(list.body.data.length).toBeGreaterThan(0);
    for (const { title, teaser, locale } of list.body.data) {
      expect(teaser.title).toBe(title);
      expect(title).toMatch(/en français/);
      expect(locale).toBeUndefined();
    }
  });

  test('a draft has the teaser of the draft', async () => {
    const id = await writeStory(writer, room, 'Before the rewrite');
    await writer.update('articles', id, storyData(room, 'en', 'After the rewrite'), 'en', true);
    const draft = await api.get(`/api/articles/${id}?status=draft&include=teaser,related`);
    expect(draft.body.data.teaser.title).toBe('After the rewrite');
    const live = await api.get(`/api/articles/${id}?include=teaser`);
    expect(live.body.data.teaser.title).toMatch(/Before the rewrite/);
    const short = await api.get(`/api/articles/${id}?status=draft&fields=title&include=teaser`);
    expect(short.body.data.teaser.title).toBe('After the rewrite');
  });

  test('of several languages each entry has its own, and has to say which', async () => {
    const all = await api.get(`/api/articles?locale=*&pagination[pageSize]=100&include=teaser`);
    expect(new Set(all.body.data.map(({ locale }: Json) => locale))).toEqual(new Set(['en', 'fr']));
    for (const { title, teaser } of all.body.data) expect(teaser.title).toBe(title);
    const blind = await api.get('/api/articles?locale=*&fields=title&include=teaser');
    expect(blind.status).toBe(400);
    expect(blind.body.error.details.errors[0].path).toEqual(['fields']);
  });

  test.each(['nonsense', 'related,body', 'related,,,x'])('"%s" is refused, and the field named', async (word) => {
    const answer = await api.get(`/api/articles?include=${word}`);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['include']);
    expect(answer.body.error.message).toMatch(/related, teaser/);
  });

  test('other types have no such parameter of ours', async () => {
    const answer = await api.get('/api/topics?include=related');
    for (const entry of answer.body.data ?? []) expect(entry).not.toHaveProperty('related');
  });

  test('a caller who may not find stories gets none of it', async () => {
    const blind = createClient(app, await createToken(app.strapi, 'custom', ['api::section.section.find']));
    expect((await blind.get('/api/articles?include=related')).status).toBe(403);
    const single = createClient(app, await createToken(app.strapi, 'custom', ['api::article.article.findOne']));
    expect((await single.get(`/api/articles/${room.stories[0]}`)).status).toBe(200);
    expect((await single.get(`/api/articles/${room.stories[0]}?include=related`)).status).toBe(403);
    const reader = createClient(app, await createToken(app.strapi, 'custom', ['api::article.article.find']));
    const list = await reader.get(`${LIST}&include=related`);
    expect(list.status).toBe(200);
    const kinds = new Set(list.body.data.flatMap(({ related }: Json) => related.map(({ kind }: Json) => kind)));
    expect(kinds).toEqual(new Set(['story']));
  });

  test('twenty entries cost no more statements than few do', async () => {
    const cost = async (size: number) => {
      const path = `/api/articles?sort=title&pagination[pageSize]=${size}`;
      const plain = await statementsOf(app.strapi, () => api.get(path));
      const told = await statementsOf(app.strapi, () => api.get(`${path}&include=related,teaser`));
      return ours(told).length - ours(plain).length;
    };
    await settled(app.strapi);
    await cost(2);
    const [few, many] = [await cost(2), await cost(20)];
    // Where a story among them has no links yet, others stand in for them: three statements for all such stories.
    expect(many).toBeLessThanOrEqual(few + 3);
    expect(many).toBeLessThanOrEqual(16);
  });
});
