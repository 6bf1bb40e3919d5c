import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../support/admin';
import { addWayBack, bootChanged, editSchema } from '../support/changed-app';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { clients, type Running } from '../support/strapi';

/** The application with relations that lead back, and topics and authors that have drafts. */
const bootWithWaysBack = (client: (typeof clients)[number]): Promise<Running> =>
  bootChanged({ client }, (distDir) => {
    addWayBack(distDir, 'article', 'section', 'section', 'articles');
    addWayBack(distDir, 'article', 'topics', 'topic', 'articles');
    addWayBack(distDir, 'section', 'site', 'site', 'sections');
    addWayBack(distDir, 'section', 'parent', 'section', 'children');
    editSchema(distDir, 'topic', ({ options }) => {
      options.draftAndPublish = true;
    });
    editSchema(distDir, 'source', ({ options }) => {
      options.draftAndPublish = true;
    });
  });

describe.each(clients)('a relation changed from its other end on %s', (client) => {
  let app: Running;
  let api: Client;
  const ids: Record<string, string> = {};
  const create = async (plural: string, data: Json) => (await api.write('POST', `/api/${plural}`, data)).documentId;
  const story = async (name = 'first') => (await api.get(`/api/story-blocks/pages/${ids[name]}`)).body.data;
  const kicker = async (name = 'first') => (await story(name)).story.kicker;

  /** What is kept and is not what is published. */
  async function drift(): Promise<Json[]> {
    const upkeep = app.strapi.plugin('story-blocks').service('upkeep') as { check(): Promise<{ drift: Json[] }> };
    return (await upkeep.check()).drift;
  }

  beforeAll(async () => {
    app = await bootWithWaysBack(client);
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    ids.north = await create('sites', { name: 'North', url: 'https://north.example' });
    ids.south = await create('sites', { name: 'South', url: 'https://south.example' });
    ids.sea = await create('sections', { name: 'Sea', site: ids.north });
    ids.land = await create('sections', { name: 'Land', site: ids.north });
    ids.ice = await create('topics', { name: 'Ice', landingPhrase: 'All about ice' });
    ids.wire = await create('sources', { code: 'WRE', name: 'Wire', kind: 'wire' });
    const data = { section: ids.sea, topics: [ids.ice], source: ids.wire, body: [] };
    ids.first = await create('articles', { title: 'First', ...data });
    ids.second = await create('articles', { title: 'Second', ...data });
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  test('stories follow the section that takes them', async () => {
    await api.write('PUT', `/api/sections/${ids.land}`, { articles: { connect: [ids.first] } });
    expect([await kicker('first'), await kicker('second')]).toEqual(['Land', 'Sea']);
    expect(await drift()).toEqual([]);
    await api.write('PUT', `/api/sections/${ids.land}`, { articles: { set: [] } });
    expect(await kicker('first')).toBeNull();
    expect(await drift()).toEqual([]);
    await api.write('PUT', `/api/sections/${ids.sea}`, { articles: { connect: [ids.first] } });
    expect(await kicker('first')).toBe('Sea');
    expect(await drift()).toEqual([]);
  });

  test('sections follow the site and the section that take them', async () => {
    await api.write('PUT', `/api/sites/${ids.south}`, { sections: { connect: [ids.sea] } });
    expect((await story()).site.name).toBe('South');
    expect(await drift()).toEqual([]);
    await api.write('PUT', `/api/sections/${ids.land}`, { children: [ids.sea] });
    expect(await drift()).toEqual([]);
    const circle = await api.send('PUT', `/api/sections/${ids.sea}`, { data: { children: [ids.land] } });
    expect([circle.status, circle.body.error.details.code]).toEqual([400, 'SECTION_CIRCLE']);
    expect(await drift()).toEqual([]);
  });

  test('a copy of a section or site takes over what its original pointed at, or not, and cards know', async () => {
    const sections = documentsOf(app.strapi, 'sections');
    const copy = await sections.clone({ documentId: ids.sea, locale: 'en', data: { name: 'Copy', slug: 'copy' } });
    expect(await drift()).toEqual([]);
    await sections.delete({ documentId: copy.documentId, locale: '*' });
    expect(await drift()).toEqual([]);
    const sites = documentsOf(app.strapi, 'sites');
    const copied = await sites.clone({ documentId: ids.south, locale: 'en', data: { name: 'Copy' } });
    expect(await drift()).toEqual([]);
    await sites.delete({ documentId: copied.documentId, locale: '*' });
    expect(await drift()).toEqual([]);
  });

  test('a topic and a source with drafts go and come back', async () => {
    const { first } = ids;
    for (const [plural, id] of [
      ['topics', ids.ice],
      ['sources', ids.wire],
    ] as const) {
      const documents = documentsOf(app.strapi, plural);
      const shared = plural === 'topics' ? { locale: 'en' } : {};
      const settle = async (what: string) => {
        await settled(app.strapi);
        expect(await drift(), what).toEqual([]);
      };
      await documents.unpublish({ documentId: id, ...shared });
      await settle(`${plural}, unpublished`);
      const without = await story();
      expect(JSON.stringify(without)).not.toContain(plural === 'topics' ? 'All about ice' : '"WRE"');
      await documents.publish({ documentId: id, ...shared });
      await settle(`${plural}, published`);
      await documents.update({ documentId: id, data: { name: `Renamed ${plural}` }, ...shared });
      await documents.discardDraft({ documentId: id, ...shared });
      await settle(`${plural}, discarded`);
      await api.write('PUT', `/api/articles/${first}`, { [plural === 'topics' ? 'topics' : 'source']: id });
      await settle(`${plural}, named again`);
      expect(JSON.stringify(await story())).toContain(plural === 'topics' ? 'All about ice' : '"WRE"');
    }
  });

  test('a topic that connects stories does so when it is published', async () => {
    const topics = documentsOf(app.strapi, 'topics');
    await topics.update({ documentId: ids.ice, locale: 'en', data: { articles: { set: [] } } });
    expect(await drift()).toEqual([]);
    await topics.publish({ documentId: ids.ice, locale: 'en' });
    expect(await drift()).toEqual([]);
  });

  test('a section that goes with very many stories keeps nobody waiting, and its stories lose it', async () => {
    const section = await create('sections', { name: 'Crowd', site: ids.north });
    const articles = documentsOf(app.strapi, 'articles');
    const many: string[] = [];
    for (let n = 0; n < 55; n += 1) {
      const data = { title: `One of many ${n}`, body: [], section };
      many.push((await articles.create({ data, locale: 'en', status: 'published' })).documentId);
    }
    ids.crowd = many[0];
    expect(await kicker('crowd')).toBe('Crowd');
    await api.send('DELETE', `/api/sections/${section}`);
    expect(await kicker('crowd')).toBeNull();
    await settled(app.strapi);
    expect(await drift()).toEqual([]);
  });
});
