import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../scripts/demo/load-demo.mjs';
import { type Entry, type News, readNews } from '../../scripts/demo/news.mjs';
import type { Json } from '../support/client';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

const LEDGER = { type: 'core', name: 'wiredesk', key: 'demo' };
const LATER = ['ar', 'ja'];
const SITE = 'api::site.site';
const SECTION = 'api::section.section';
const STORY = 'api::article.article';
const PLACE = 'api::dateline.dateline';

const without = <T extends object>(entry: T, languages: string[]) =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => !languages.includes(name))) as T;
const hasText = (entry: Entry) => 'en' in entry || 'fr' in entry;

/** The demo as it was in English and French alone, with a story of each kind that the test needs. */
function formerNews(): News {
  const news = readNews();
  const former = (entries: Entry[]) => entries.map((entry) => without(entry, LATER)).filter(hasText);
  return {
    ...news,
    sites: former(news.sites),
    sections: former(news.sections),
    topics: former(news.topics),
    stories: former(news.stories.filter((story) => LATER.some((language) => language in story))),
    names: {},
    layouts: Object.fromEntries(
      Object.entries(news.layouts).map(([site, byLanguage]) => [site, without(byLanguage, LATER)])
    ),
  };
}

/** What the demo makes in the new languages of stories that stand in the former ones. */
const added = (language: string) =>
  readNews()
    .stories.filter((story) => language in story && hasText(story))
    .map(({ key }) => key);

describe.each(anyClient)('%s: a database that holds the demo of two languages', (client) => {
  let app: Running;
  let made: Record<string, string>;

  const idOf = (key: string): string => made[key] as string;
  const rowsOf = (uid: string, where: object, populate: unknown = true): Promise<Json[]> =>
    app.strapi.db.query(uid as never).findMany({ where, populate, orderBy: { id: 'asc' } } as never);
  const localesOf = async (uid: string, key: string) =>
    [...new Set((await rowsOf(uid, { documentId: idOf(key) })).map(({ locale }) => locale))].sort();
  const documents = (uid: string) => app.strapi.documents(uid as never) as Json;
  /** Everything of the former languages, with what hangs on it. */
  const formerRows = async () => ({
    sites: await rowsOf(SITE, { locale: { $in: ['en', 'fr'] } }, ['storyLayout', 'frontLayout']),
    sections: await rowsOf(SECTION, { locale: { $in: ['en', 'fr'] } }, ['site', 'storyLayout', 'frontLayout']),
    stories: await rowsOf(STORY, { locale: { $in: ['en', 'fr'] } }, ['byline', 'section', 'source', 'wire']),
  });

  const deleted = 'story/controllers-restore-power-to-kittiwake-3';
  const unpublished = 'story/iceland-opens-debate-on-talking-machines';
  const atWork = 'story/valparaiso-dockers-vote-to-end-strike';
  const changed = 'story/iceland-passes-spoken-services-law';

  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    await loadDemo(app.strapi, { news: formerNews() });
    // Languages were not noted then.
    const { languages, ...former } = (await app.strapi.store.get(LEDGER as never)) as Json;
    expect(Object.keys(languages).length).toBeGreaterThan(0);
    await app.strapi.store.set({ ...LEDGER, value: former } as never);
    made = former.made;

    // What editors did since.
    await documents(SITE).update({ documentId: idOf('site/orbit'), locale: 'en', data: { timezone: 'Asia/Seoul' } });
    await documents(SITE).update({
      documentId: idOf('site/meridian'),
      locale: 'ar',
      data: { name: 'ميريديان', url: 'https://editors.example/ar', language: 'ar' },
    });
    await documents(SECTION).update({
      documentId: idOf('section/space'),
      locale: 'fr',
      data: { name: 'Ciel', position: 7 },
    });
    await documents(STORY).delete({ documentId: idOf(deleted), locale: '*' });
    await documents(STORY).unpublish({ documentId: idOf(unpublished), locale: '*' });
    await documents(STORY).update({ documentId: idOf(atWork), locale: 'en', data: { priority: 8 } });
    await documents(STORY).update({
      documentId: idOf(changed),
      locale: 'en',
      data: { title: 'As the editor has it', priority: 9 },
    });
    await documents(STORY).publish({ documentId: idOf(changed), locale: '*' });
    const place = (await documents(PLACE).findOne({ documentId: idOf('place/dakar'), populate: ['names'] })) as Json;
    await documents(PLACE).update({
      documentId: place.documentId,
      data: { names: [...place.names, { locale: 'ar', city: 'دكار' }] },
    });
  });
  afterAll(async () => {
    delete process.env.STORY_BLOCKS_WORKER;
    await app?.stop();
  });

  test('gains the new ones and keeps what editors did', async () => {
    const before = await formerRows();
    const loaded = await loadDemo(app.strapi);
    expect(loaded.published).toBeGreaterThan(10);

    const after = await formerRows();
    expect(after.sites).toEqual(before.sites);
    expect(after.sections).toEqual(before.sections);
    const known = new Set(before.stories.map(({ id }) => id));
    expect(after.stories.filter(({ id }) => known.has(id))).toEqual(before.stories);
  });

  test('gives the sites, sections and stories that stand their new languages', async () => {
    expect(await localesOf(SITE, 'site/orbit')).toEqual(['ar', 'en', 'fr', 'ja']);
    expect(await localesOf(SECTION, 'section/space')).toEqual(['ar', 'en', 'fr', 'ja']);
    const held = [deleted, unpublished, atWork];
    for (const language of LATER) {
      for (const key of added(language)) {
        const story = `story/${key}`;
        const locales = await localesOf(STORY, story);
        expect(locales.includes(language), `${language} ${key}`).toBe(!held.includes(story));
      }
    }
  });

  test('with what their languages share as the editor has it', async () => {
    for (const language of LATER) {
      const [site] = await rowsOf(SITE, { documentId: idOf('site/orbit'), locale: language });
      expect(site.timezone).toBe('Asia/Seoul');
      expect(site.storyLayout.length).toBeGreaterThan(0);
      const [section] = await rowsOf(SECTION, { documentId: idOf('section/space'), locale: language });
      expect(section.position).toBe(7);
      expect(section.site.locale).toBe(language);
    }
    const stories = await rowsOf(STORY, { documentId: idOf(changed), locale: 'ar' });
    expect(stories).toHaveLength(2);
    for (const { priority, filedAt, source } of stories) {
      expect(priority).toBe(9);
      expect(new Date(filedAt).toISOString()).toBe('2026-11-12T21:10:00.000Z');
      expect(source.code).toBe('MPA');
    }
  });

  test('leaves a language of a site that an editor made as it is', async () => {
    const [site] = await rowsOf(SITE, { documentId: idOf('site/meridian'), locale: 'ar' });
    expect(site).toMatchObject({
      name: 'ميريديان',
      url: 'https://editors.example/ar',
      storyLayout: [],
      frontLayout: [],
    });
  });

  test('names places in Arabic where nobody has yet', async () => {
    const namesOf = async (key: string) => {
      const [place] = await rowsOf(PLACE, { documentId: idOf(key) });
      return place.names.map(({ locale, city }: Json) => `${locale} ${city}`);
    };
    expect(await namesOf('place/dakar')).toEqual(['fr Dakar', 'ja ダカール', 'ar دكار']);
    expect(await namesOf('place/tokyo')).toEqual(['fr Tokyo', 'ja 東京', 'ar طوكيو']);
  });

  test('brings back no language that an editor deleted', async () => {
    await documents(STORY).delete({ documentId: idOf(changed), locale: 'ar' });
    expect(await loadDemo(app.strapi)).toEqual({ made: 0, published: 0 });
    expect(await localesOf(STORY, changed)).toEqual(['en', 'fr']);
  });
});
