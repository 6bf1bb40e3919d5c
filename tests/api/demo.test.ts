import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../scripts/demo/load-demo.mjs';
import { setEditViews } from '../../src/setup/edit-views';
import { componentViews, contentTypeViews, type EditView } from '../../src/setup/views';
import { type Client, createClient, type Json } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

const LANGUAGES = ['en', 'fr', 'ar', 'ja'];
/** What the demo has in each language, at least. */
const COUNTS: Record<string, { stories: number; sections: number; topics: number }> = {
  en: { stories: 40, sections: 8, topics: 10 },
  fr: { stories: 30, sections: 8, topics: 10 },
  ar: { stories: 10, sections: 3, topics: 4 },
  ja: { stories: 10, sections: 3, topics: 5 },
};
const ADMINISTRATOR = { email: 'editor@wiredesk.example', password: 'Wiredesk-demo-1' };
const UIDS = Object.keys(contentTypeViews);

let app: Running;
let api: Client;
let loaded: { made: number; published: number };
const seen: { done: number; total: number; what: string }[] = [];

beforeAll(async () => {
  app = await bootStrapi({ client: clients[0], env: { STORY_BLOCKS_WORKER: 'off' } });
  api = createClient(app);
  loaded = await loadDemo(app.strapi, { administrator: ADMINISTRATOR, report: (state) => seen.push(state) });
});
afterAll(async () => {
  delete process.env.STORY_BLOCKS_WORKER;
  await app?.stop();
});

const everything = async (path: string, query = ''): Promise<Json[]> => {
  const answer = await api.get(`/api/${path}?pagination[pageSize]=100${query}`);
  expect(answer.status, path).toBe(200);
  expect(answer.body.meta.pagination.pageCount, path).toBeLessThan(2);
  return answer.body.data;
};

/** Each row of each content type, as it stands in the database. */
const rows = async () => {
  const all: Record<string, Json[]> = {};
  for (const uid of UIDS) {
    all[uid] = await app.strapi.db.query(uid as never).findMany({ orderBy: { id: 'asc' }, populate: true } as never);
  }
  return all;
};

test('holds a newsroom in four languages', async () => {
  const stories = [];
  for (const language of LANGUAGES) {
    const { stories: count, sections, topics } = COUNTS[language] as (typeof COUNTS)[string];
    const own = await everything('articles', `&locale=${language}`);
    expect(own.length, language).toBeGreaterThanOrEqual(count);
    stories.push(...own);
    expect(await everything('sites', `&locale=${language}`)).toHaveLength(2);
    expect(await everything('sections', `&locale=${language}`)).toHaveLength(sections);
    expect(await everything('topics', `&locale=${language}`)).toHaveLength(topics);
  }
  expect(loaded.published).toBe(stories.length);
  const documents = new Map<string, string[]>();
  for (const { documentId, locale } of stories)
    documents.set(documentId, [...(documents.get(documentId) ?? []), locale]);
  expect(documents.size).toBeGreaterThanOrEqual(70);
  for (const language of ['ar', 'ja']) {
    const shared = [...documents.values()].filter((all) => all.includes(language) && all.includes('en'));
    expect(shared, language).toHaveLength(5);
  }
  expect(await everything('authors')).toHaveLength(12);
  expect((await everything('sources')).length).toBeGreaterThanOrEqual(4);
  const places = await everything('datelines', '&populate=names');
  for (const { label, names } of places) {
    const locales = names.map(({ locale }: Json) => locale);
    expect(locales, label).toEqual([...new Set(locales)]);
    expect(locales, label).toEqual(expect.arrayContaining(['fr', 'ja', 'ar']));
  }
  expect(places).toHaveLength(12);
  expect(new Set(places.map(({ timezone }) => timezone)).size).toBeGreaterThanOrEqual(6);
});

test('links every story to its section, its source and its place, in each language', async () => {
  for (const locale of LANGUAGES) {
    const stories = await everything('articles', `&locale=${locale}&populate=*`);
    for (const story of stories) {
      expect(story.section, story.title).not.toBeNull();
      expect(story.source, story.title).not.toBeNull();
      expect(story.datelines.length, story.title).toBeGreaterThan(0);
      expect(story.topics.length, story.title).toBeGreaterThan(0);
    }
    for (const section of await everything('sections', `&locale=${locale}&populate=*`)) {
      expect(section.site, section.name).not.toBeNull();
    }
  }
});

test('every story has a page, in each of its languages, with no story twice', async () => {
  for (const locale of LANGUAGES) {
    let [linked, all] = [0, 0];
    for (const { documentId, title } of await everything('articles', `&locale=${locale}`)) {
      const page = await api.get(`/api/story-blocks/pages/${documentId}?locale=${locale}`);
      expect(page.status, title).toBe(200);
      const { story, blocks } = page.body.data;
      expect(story.title).toBe(title);
      expect(new Set(blocks.map(({ type }: Json) => type)).size, title).toBeGreaterThanOrEqual(3);
      const shown = blocks.flatMap(({ links = [], teasers = [], rails = [] }: Json) =>
        [...links, ...teasers, ...rails.flatMap(({ headlines }: Json) => headlines)].flatMap(
          ({ documentId: id }: Json) => id ?? []
        )
      );
      expect(new Set([documentId, ...shown]).size, title).toBe(shown.length + 1);
      const related = blocks.find(({ type }: Json) => type === 'related-links');
      all += 1;
      if (related.links.some(({ kind }: Json) => kind === 'story')) linked += 1;
    }
    // A story that no other is about has none.
    expect(linked, locale).toBeGreaterThan(all / 2);
  }
});

test('every section has a front, in each language', async () => {
  for (const locale of LANGUAGES) {
    for (const { slug } of await everything('sections', `&locale=${locale}`)) {
      const front = await api.get(`/api/story-blocks/fronts/sections/${slug}?locale=${locale}`);
      expect(front.status, slug).toBe(200);
      expect(front.body.data.teasers.length, slug).toBeGreaterThanOrEqual(3);
    }
  }
});

const pageOf = async (locale: string, title: string) => {
  const [story] = await everything(
    'articles',
    `&locale=${locale}&filters[title][$startsWith]=${encodeURIComponent(title)}`
  );
  return api.get(`/api/story-blocks/pages/${story?.documentId}?locale=${locale}`);
};

test.each([
  ['ar', 'آيسلندا تُقر', 'حقوق البرقيات الإخبارية الصادرة عن'],
  ['ar', 'شركات التأمين', 'حقوق التقارير الإخبارية الصادرة عن'],
  ['ja', 'ティモール海', 'が提供する素材はすべてパブリックドメインです。'],
  ['ja', 'バルパライソ', 'の配信記事の著作権は'],
])('%s: rights of “%s” are stated in the language', async (locale, title, wording) => {
  const page = await pageOf(locale, title);
  const { text } = page.body.data.blocks.find(({ type }: Json) => type === 'rights');
  expect(text).toContain(wording);
  expect(text).toContain(locale === 'ar' ? 'تعاونية ميريديان الإعلامية' : 'メリディアン・メディア協同組合');
});

test.each([
  ['ar', 'آيسلندا تُقر', 'آيسلندا تناقش'],
  ['ar', 'عمال الرافعات', 'شركات ملاحة'],
  ['ar', 'أول مزاد', 'جامعو الصمغ'],
  ['ar', 'مهندسون يعيدون', 'شركات التأمين'],
  ['ja', '回り続けた衛星', 'レーダー衛星'],
  ['ja', 'サンゴの尾根', 'ティモール海'],
  ['ja', '4年ぶりの夜行船', '釜山と博多'],
  ['ja', 'チリの港湾スト', 'バルパライソ'],
])('%s: “%s” links to what it follows', async (locale, title, other) => {
  const page = await pageOf(locale, title);
  const { links } = page.body.data.blocks.find(({ type }: Json) => type === 'related-links');
  const titles = links.filter(({ kind }: Json) => kind === 'story').map((link: Json) => link.title);
  expect(
    titles.some((found: string) => found.startsWith(other)),
    titles.join('\n')
  ).toBe(true);
});

test('lets everyone read what is published, and nothing else', async () => {
  const role: Json = await app.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' }, populate: ['permissions'] });
  const own = role.permissions.map(({ action }: Json) => action).filter((action: string) => action.startsWith('api::'));
  expect(own.sort()).toEqual(UIDS.flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]).sort());
  expect((await api.get('/api/articles?status=draft')).status).toBe(403);
  expect((await api.send('POST', '/api/articles', { data: { title: 'No' } })).status).toBe(403);
});

test('lets its administrator in', async () => {
  expect((await api.send('POST', '/admin/login', ADMINISTRATOR)).status).toBe(200);
});

test('says how far it is', () => {
  expect(seen.length).toBeGreaterThan(100);
  for (const { done, total } of seen) expect(done).toBeLessThanOrEqual(total);
});

test('changes nothing when it is loaded again', async () => {
  const before = await rows();
  expect(await loadDemo(app.strapi, { administrator: ADMINISTRATOR })).toEqual({ made: 0, published: 0 });
  expect(await rows()).toEqual(before);
  expect(await app.strapi.db.query('admin::user').count()).toBe(1);
});

test('neither brings back what an editor deleted nor undoes what one changed', async () => {
  const [gone, changed] = await everything('articles');
  await app.strapi.documents('api::article.article').delete({ documentId: gone.documentId, locale: '*' });
  await app.strapi
    .documents('api::article.article')
    .update({ documentId: changed.documentId, data: { title: 'As the editor has it' } as never, status: 'published' });
  const stories = await everything('articles');
  await loadDemo(app.strapi, { administrator: ADMINISTRATOR });
  expect(await everything('articles')).toEqual(stories);
  expect((await api.get(`/api/articles/${changed.documentId}`)).body.data.title).toBe('As the editor has it');
});

test('makes no administrator in production', async () => {
  process.env.NODE_ENV = 'production';
  try {
    const administrator = { ...ADMINISTRATOR, email: 'another@wiredesk.example' };
    await expect(loadDemo(app.strapi, { administrator })).rejects.toThrow('production');
  } finally {
    process.env.NODE_ENV = 'test';
  }
  expect(await app.strapi.db.query('admin::user').count()).toBe(1);
});

type Kind = 'content_types' | 'components';

interface Configurations {
  syncConfigurations(): Promise<void>;
}
interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: Record<string, unknown>; list: Record<string, unknown> }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}
const configurationOf = (kind: Kind, uid: string) =>
  app.strapi.store.get({
    type: 'plugin',
    name: 'content_manager',
    key: `configuration_${kind}::${uid}`,
  }) as Promise<Configuration>;

const views = (kind: Kind, all: Record<string, EditView>) =>
  Object.entries(all).map(([uid, view]): [Kind, string, EditView] => [kind, uid, view]);

/** What Strapi does to forms and lists at every start: what does not fit a schema it drops. */
const restart = async () => {
  const service = (name: string) => app.strapi.plugin('content-manager').service(name) as Configurations;
  await service('components').syncConfigurations();
  await service('content-types').syncConfigurations();
};

/** Kept by Strapi itself, in no form. */
const STRAPI_FIELDS = ['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'];

describe('edit views', () => {
  beforeAll(restart);

  test.each([...views('content_types', contentTypeViews), ...views('components', componentViews)])(
    '%s %s: the form shows every field once, as its view says',
    async (kind, uid, view) => {
      const isComponent = kind === 'components';
      const { attributes } = isComponent ? app.strapi.components[uid as never] : app.strapi.contentTypes[uid as never];
      const names = Object.keys(attributes).filter((name) => isComponent || !STRAPI_FIELDS.includes(name));
      const fields = view.rows.flat();
      expect(fields.map(({ name }) => name).sort()).toEqual(names.sort());

      const { settings, metadatas, layouts } = await configurationOf(kind, uid);
      expect(layouts.edit).toEqual(view.rows.map((row) => row.map(({ name, size }) => ({ name, size }))));
      expect(settings.mainField).toBe(view.mainField ?? 'documentId');
      if (view.list) expect(layouts.list).toEqual(view.list);
      if (view.sort) expect(settings).toMatchObject({ defaultSortBy: view.sort.by, defaultSortOrder: view.sort.order });
      for (const { name, label, hint, readOnly } of fields) {
        expect(metadatas[name].edit, name).toMatchObject({ label, description: hint ?? '', editable: !readOnly });
        expect(metadatas[name].list.label, name).toBe(label);
      }
      for (const row of view.rows) expect(row.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(12);
    }
  );

  test('the newest articles come first in their list, and places are shown by their labels', async () => {
    const { settings, metadatas } = await configurationOf('content_types', 'api::article.article');
    expect(settings).toMatchObject({ defaultSortBy: 'filedAt', defaultSortOrder: 'DESC' });
    expect(metadatas.datelines.edit.mainField).toBe('label');
  });

  test('an administrator’s own changes stay', async () => {
    const uid = 'api::source.source';
    const service = app.strapi.plugin('content-manager').service('content-types');
    const own = await configurationOf('content_types', uid);
    own.metadatas.code.edit.label = 'Short name';
    await service.updateConfiguration({ uid }, own);
    await setEditViews(app.strapi);
    expect((await configurationOf('content_types', uid)).metadatas.code.edit.label).toBe('Short name');
  });
});
