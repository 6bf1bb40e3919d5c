import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootChanged, editNewsroom, editSchema } from '../support/changed-app';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { paragraphs } from '../support/newsroom';
import { anyClient, bootStrapi, clients, type Running } from '../support/strapi';

const create = async (api: Client, plural: string, data: Json): Promise<string> =>
  (await api.write('POST', `/api/${plural}`, data)).documentId;

describe.each(anyClient)('links and what they rest on, on %s', (client) => {
  let app: Running;
  let api: Client;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
  });
  afterAll(() => app?.stop());

  const linksOf = async (id: string): Promise<Json[]> =>
    (await api.get(`/api/story-blocks/related/${id}?kinds=story`)).body.data;

  test('a story that loses what it shared with another leaves its links, and returns to them', async () => {
    const topic = await create(api, 'topics', { name: 'Tides' });
    const old = await create(api, 'articles', {
      title: 'Gauge at the lock',
      topics: [topic],
      body: paragraphs('One.'),
    });
    const other = await create(api, 'articles', { title: 'Barrier rises', topics: [topic], body: paragraphs('Two.') });
    await settled(app.strapi);
    expect(await linksOf(old)).toMatchObject([{ documentId: other, reasons: [{ type: 'topic', label: 'Tides' }] }]);
    await api.write('PUT', `/api/articles/${other}`, { topics: [] });
    await settled(app.strapi);
    const reasons = (await linksOf(old)).flatMap((link) => link.reasons);
    expect(reasons.filter(({ type }) => type !== 'latest')).toEqual([]);
    await api.write('PUT', `/api/articles/${other}`, { topics: [topic] });
    await settled(app.strapi);
    expect(await linksOf(old)).toMatchObject([{ documentId: other, reasons: [{ type: 'topic', label: 'Tides' }] }]);
  });

  test('names that a correction took out are no reason any more', async () => {
    const body = (name: string) => paragraphs(`The harbour heard ${name} on Monday, and ${name} again at night.`);
    const one = await create(api, 'articles', { title: 'Pilots meet', body: body('Ottokar Brandreth') });
    const two = await create(api, 'articles', { title: 'Pilots part', body: body('Ottokar Brandreth') });
    await settled(app.strapi);
    const labels = async () =>
      (await linksOf(one)).flatMap((link) => link.reasons.flatMap((r: Json) => r.labels ?? []));
    expect(await labels()).toContain('Ottokar Brandreth');
    await api.write('PUT', `/api/articles/${two}`, { body: body('Wilhelmina Kestrel') });
    await settled(app.strapi);
    expect((await labels()).join()).not.toContain('Brandreth');
  });

  test('a draft is previewed by its slug as by its id', async () => {
    const data = { title: 'Not yet told', slug: 'not-yet-told', body: paragraphs('Wait.') };
    const { documentId } = await api.write('POST', '/api/articles?status=draft', data);
    const bySlug = await api.get('/api/story-blocks/pages?slug=not-yet-told&status=draft');
    expect([bySlug.status, bySlug.body.data?.story.documentId]).toEqual([200, documentId]);
    expect((await api.get('/api/story-blocks/pages?slug=not-yet-told')).status).toBe(404);
  });

  test('without a site, what needs one is left out', async () => {
    const named = await create(api, 'topics', { name: 'Locks', landingPhrase: 'Learn about locks at {site}' });
    const own = await create(api, 'topics', { name: 'Weirs', landingPhrase: 'Learn about weirs' });
    const led = await create(api, 'topics', {
      name: 'Sluices',
      landingPhrase: 'Learn about sluices',
      landingUrl: 'https://sluices.example/',
    });
    const story = await create(api, 'articles', { title: 'On no site', topics: [named, own, led] });
    const { blocks } = (await api.get(`/api/story-blocks/pages/${story}`)).body.data;
    const landings = blocks.flatMap(({ links }: Json) => links ?? []).filter(({ kind }: Json) => kind === 'landing');
    expect(landings.map(({ title }: Json) => title)).toEqual(['Learn about weirs', 'Learn about sluices']);
    expect(blocks.filter(({ type }: Json) => type === 'rights')).toEqual([]);
  });

  test('a section asked for twice, by slug and by id, has one rail', async () => {
    const section = await create(api, 'sections', { name: 'Weather', slug: 'weather' });
    await create(api, 'articles', { title: 'Fog', section });
    const { body } = await api.get(`/api/story-blocks/rails?sections=weather,${section}`);
    expect(body.data.map(({ label }: Json) => label)).toEqual(['Weather']);
  });
});

describe('a newsroom whose datelines show updates', () => {
  let app: Running;
  let api: Client;
  beforeAll(async () => {
    app = await bootChanged({ client: clients[0] }, (distDir) =>
      editNewsroom(distDir, `newsroom.datelineShows = 'update';`)
    );
    api = createClient(app, await createToken(app.strapi, 'full-access'));
  });
  afterAll(() => app?.stop());

  test('has the day of the update, unless the story says another', async () => {
    const site = await create(api, 'sites', { name: 'Quay', url: 'https://quay.example', datelineStyle: 'smn' });
    const section = await create(api, 'sections', { name: 'Docks', site });
    const place = await create(api, 'datelines', { city: 'Brest', timezone: 'Europe/Paris', standsAlone: true });
    const data = { title: 'Lock mended', section, datelines: [place], filedAt: '2019-04-22T10:00:00.000Z' };
    const id = await create(api, 'articles', data);
    const dateline = async () => (await api.get(`/api/story-blocks/pages/${id}`)).body.data.story.dateline;
    expect(await dateline()).not.toContain('2019');
    await api.write('PUT', `/api/articles/${id}`, { datelineDate: '2019-04-22' });
    expect(await dateline()).toBe('Brest April 22, 2019');
  });
});

describe('stories without languages, in sections that have them', () => {
  let app: Running;
  let api: Client;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    app = await bootChanged({ client: clients[0] }, (distDir) =>
      editSchema(distDir, 'article', (schema) => {
        schema.pluginOptions = {};
        for (const attribute of Object.values(schema.attributes)) delete attribute.pluginOptions;
      })
    );
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    ids.site = await create(api, 'sites', { name: 'Quay', url: 'https://quay.example', datelineStyle: 'smn' });
    ids.section = await create(api, 'sections', { name: 'Docks', slug: 'docks', site: ids.site });
    const layout = [{ __component: 'story-blocks.section-teaser', count: 3 }];
    await api.write('PUT', `/api/sites/${ids.site}`, { storyLayout: layout });
    ids.first = await create(api, 'articles', { title: 'First', section: ids.section });
    ids.second = await create(api, 'articles', { title: 'Second', section: ids.section });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  test('read the same by GraphQL and by REST', async () => {
    const rest = (await api.get(`/api/story-blocks/teasers?section=docks`)).body.data;
    const { body } = await api.graphql('{ articles(sort: "title:desc") { teaser { title kicker url } } }');
    const teasers = body.data.articles.map(({ teaser }: Json) => teaser);
    expect(teasers).toEqual(rest.map(({ title, kicker, url }: Json) => ({ title, kicker, url })));
    expect(teasers[0]).toEqual({ title: 'Second', kicker: 'Docks', url: 'https://quay.example/docks/second' });
  });

  test('are found on every page by the receipt of a hold', async () => {
    const held = await api.write('PUT', `/api/story-blocks/holds/${ids.first}`, { state: 'withheld' });
    expect(held.receipt.sections).toEqual([{ documentId: ids.section, name: 'Docks' }]);
    const second = held.receipt.pages.named.filter(({ documentId }: Json) => documentId === ids.second);
    expect(second.map(({ locale, blocks }: Json) => [locale, blocks])).toContainEqual(['en', ['section-teaser']]);
  });
});
