import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BRIEFS, ENGLISH, IN_OTHER_LANGUAGES, type Told } from '../fixtures/related-news';
import { succeeded } from '../support/admin';
import type { Json } from '../support/client';
import {
  dataOf,
  expectGrounds,
  idsOf,
  keptLinks,
  labelsOf,
  readLinks,
  rebuilt,
  rested,
  titlesOf,
  typesOf,
  withoutFloor,
} from '../support/related';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

type Other = keyof typeof IN_OTHER_LANGUAGES;
const OTHERS = Object.keys(IN_OTHER_LANGUAGES) as Other[];

describe.each(anyClient)('related links of several languages on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  /** What is told in a language, by document id. */
  const told = new Map<string, Told>();
  /** The documents of a language, by subject. Those that are English first are told anew in the other languages. */
  const ids: Record<string, string[][]> = {};
  const read = (id: string, locale: string) => readLinks(desk.api, id, locale);

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    const german = { code: 'de', name: 'German (de)', isDefault: false };
    succeeded(await desk.admin.send('POST', '/i18n/locales', german), 'a language');
    const english = [ENGLISH.volcano, ENGLISH.chess];
    ids.en = [];
    for (const [subject, stories] of english.entries()) {
      ids.en.push([]);
      for (const [at, story] of stories.entries()) {
        const id = await writer.create('articles', dataOf(story, subject * 3 + at), 'en', true);
        told.set(`en ${id}`, story);
        ids.en[subject].push(id);
      }
    }
    for (const [at, story] of BRIEFS.entries()) await writer.create('articles', dataOf(story, 10 + at), 'en', true);
    // Documents that are of one subject in English are of two in another language.
    for (const locale of OTHERS) {
      ids[locale] = [];
      for (const [subject, stories] of IN_OTHER_LANGUAGES[locale].entries()) {
        ids[locale].push([]);
        for (const [at, story] of stories.entries()) {
          const id = ids.en[at][subject];
          await writer.update('articles', id, dataOf(story, at * 3 + subject), locale);
          told.set(`${locale} ${id}`, story);
          ids[locale][subject].push(id);
        }
      }
    }
    await rested(app.strapi);
  });
  afterAll(() => app?.stop());

  test.each(['en', ...OTHERS])('each language of a document has its own: %s', async (locale) => {
    const titles = new Set([...told].filter(([key]) => key.startsWith(`${locale} `)).map(([, { title }]) => title));
    for (const subject of ids[locale]) {
      for (const id of subject) {
        const links = await read(id, locale);
        const others = subject.filter((other) => other !== id);
        expect(idsOf(links).slice(0, others.length).sort()).toEqual([...others].sort());
        if (locale !== 'en') for (const title of titlesOf(links)) expect(titles).toContain(title);
        expectGrounds(links, told.get(`${locale} ${id}`) as Told, (other) => told.get(`${locale} ${other}`));
      }
    }
  });

  test.each([
    ['fr', ['Kermorvan'], ['lanterne', 'phare', 'gardien', 'récifs', 'pêcheurs', 'tempête', 'naufrage', 'poche']],
    ['ja', [], ['霧笛', '灯台', '漁師', '濃霧', '港']],
  ] as [Other, string[], string[]][])('reasons are words of the language: %s', async (locale, names, terms) => {
    const [link] = await read(ids[locale][0][0], locale);
    const of = (type: string) => link.reasons.find((reason: Json) => reason.type === type)?.labels ?? [];
    expect(of('names')).toEqual(names);
    expect(of('terms').length).toBeGreaterThan(0);
    expect(terms).toEqual(expect.arrayContaining(of('terms')));
  });

  test.each(['de', 'ar'] as const)('what each says once is shown as no reason: %s', async (locale) => {
    const [link] = await read(ids[locale][0][0], locale);
    expect(typesOf(link)).toEqual(['subject']);
    expect(labelsOf(link)).toEqual([]);
  });

  test('none crosses from one language to another, though they hold the same words', async () => {
    const words = 'Hrafnfjall, Kermorvan, Batumi, Tillmann, 霧笛, الوادي.';
    const data = { title: 'Names', text: words };
    const only: Record<string, string> = {};
    for (const locale of ['en', ...OTHERS]) {
      only[locale] = await writer.create('articles', dataOf(data, 90), locale, true);
    }
    await withoutFloor(desk);
    await rested(app.strapi);
    for (const locale of ['en', ...OTHERS]) {
      const links = await read(only[locale], locale);
      expect(links.length).toBeGreaterThan(0);
      for (const other of Object.values(only)) expect(idsOf(links)).not.toContain(other);
      for (const subject of ids[locale]) {
        for (const id of subject) {
          const shown = idsOf(await read(id, locale));
          const foreign = Object.entries(only).filter(([of]) => of !== locale);
          for (const [, other] of foreign) expect(shown).not.toContain(other);
        }
      }
    }
    const rows = await app.strapi.db
      .connection('story_blocks_links as l')
      .join('story_blocks_index as h', 'h.id', 'l.host_id')
      .join('story_blocks_index as t', 't.id', 'l.target_id')
      .whereRaw('h.locale <> t.locale');
    expect(rows).toEqual([]);
    for (const [locale, id] of Object.entries(only)) await writer.delete('articles', id, locale);
    await rested(app.strapi);
  });

  test('a language that is taken down leaves links of that language alone', async () => {
    const [host, gone] = ids.fr[0];
    const english = await read(ids.en[0][0], 'en');
    await writer.delete('articles', gone, 'fr');
    expect(idsOf(await read(host, 'fr'))).not.toContain(gone);
    expect(await read(ids.en[0][0], 'en')).toEqual(english);
    const story = told.get(`fr ${gone}`) as Told;
    await writer.update('articles', gone, dataOf(story, 3), 'fr');
    await rested(app.strapi);
    expect(idsOf(await read(host, 'fr'))).toContain(gone);
  });

  test('a rebuild changes none of them', async () => {
    await rebuilt(app.strapi);
    const kept = await keptLinks(app.strapi);
    expect(new Set(kept.map(({ locale }) => locale))).toEqual(new Set(['en', ...OTHERS]));
    await rebuilt(app.strapi);
    expect(await keptLinks(app.strapi)).toEqual(kept);
  });
});
