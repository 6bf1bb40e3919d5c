import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf, manager } from '../support/admin';
import { type Answer, allowPublic, settled } from '../support/client';
import {
  cardDifferences,
  conceptDifferences,
  heldAndPublished,
  orphans,
  referenceDifferences,
} from '../support/database';
import { allTold, createHttpCache, type HttpCache } from '../support/http-cache';
import { foundNewsroom, type Newsroom, nextFiling, paragraphs } from '../support/newsroom';
import { withoutFloor } from '../support/related';
import { bootStrapi, clients, isThorough, type Running } from '../support/strapi';
import { shownOn } from '../support/truth';
import { answered, contentApi, type Data, type Desk, openDesk } from '../support/writers';

/** As many as are waited for in `npm test`; a longer row of them is of `npm run verify`. */
const OPERATIONS = Number(process.env.OPERATIONS ?? (isThorough ? 500 : 80));
const SEED = Number(process.env.SEED ?? 20261124);
const DOCUMENTS = 15;
const LOCALES = ['en', 'fr', 'ja'];

/** Numbers that look random and are the same for the same seed (mulberry32). */
function createRandom(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)],
    some<T>(from: readonly T[], most: number): T[] {
      const count = 1 + Math.floor(next() * most);
      return [...new Set(Array.from({ length: count }, () => from[Math.floor(next() * from.length)]))];
    },
  };
}

interface Check {
  check(): Promise<{ published: number; drift: unknown[] }>;
}

describe.each(clients)(`${OPERATIONS} random operations on %s`, (client) => {
  let app: Running;
  let desk: Desk;
  let room: Newsroom;
  let cache: HttpCache;
  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    await withoutFloor(desk);
    room = await foundNewsroom(contentApi(desk.api), 'rnd', { stories: false });
    const readable = ['article', 'section', 'topic', 'site', 'author'].map((name) => `api::${name}.${name}.find`);
    await allowPublic(app.strapi, readable);
    cache = createHttpCache(app);
  });
  afterAll(() => {
    cache?.stop();
    return app?.stop();
  });

  test('leave cards that agree with what is published, after each', { timeout: 900_000 }, async () => {
    const { strapi } = app;
    const { api, admin } = desk;
    const random = createRandom(SEED);
    const articles = documentsOf(strapi, 'articles');
    const sections = Object.values(room.sections);
    const topics = Object.values(room.topics);
    const authors = Object.values(room.authors);
    let ids: string[] = [];
    let count = 0;

    const locale = () => (random.chance(0.15) ? 'ja' : random.pick(['en', 'fr']));
    const id = () => random.pick(ids);
    const title = () => `Headline ${count} ${random.pick(['ice', 'boats', 'harbor', 'thaw', 'storm'])}`;
    /** Relations that exist in the language; elsewhere Strapi refuses the write, which is an answer too. */
    const relations = (): Data => ({
      ...(random.chance(0.8) ? { section: random.pick([...sections, null]) } : {}),
      ...(random.chance(0.6) ? { topics: random.some(topics, 2) } : {}),
      ...(random.chance(0.3) ? { byline: [{ author: random.pick(authors) }] } : {}),
    });
    const fields = (): Data => ({
      title: title(),
      ...(random.chance(0.5) ? relations() : {}),
      ...(random.chance(0.3) ? { body: paragraphs(`${title()} and more words about the northern ice.`) } : {}),
      ...(random.chance(0.2) ? { filedAt: nextFiling() } : {}),
    });
    const known = (answer: Answer) => {
      const made = answer.body?.data?.documentId;
      if (answer.status < 300 && made && !ids.includes(made)) ids.push(made);
      return answer;
    };
    const rest = (path: string, query: Data) =>
      `/api/${path}?${Object.entries(query)
        .map(([key, value]) => `${key}=${value}`)
        .join('&')}`;
    const hold = (): Data =>
      random.chance(0.5)
        ? { state: random.pick(['withheld', 'canceled']) }
        : {
            state: 'embargo',
            until: new Date(Date.now() + 100 + random.below(2500)).toISOString(),
            thenPublish: random.chance(0.7),
          };

    type Operation = () => Promise<Pick<Answer, 'status' | 'text'>>;
    const operations: Record<string, [number, Operation]> = {
      'POST, published': [
        8,
        async () =>
          known(
            await api.send('POST', rest('articles', { locale: locale() }), { data: { ...fields(), ...relations() } })
          ),
      ],
      'POST, draft': [
        3,
        async () =>
          known(await api.send('POST', rest('articles', { locale: locale(), status: 'draft' }), { data: fields() })),
      ],
      'PUT, published': [12, () => api.send('PUT', rest(`articles/${id()}`, { locale: locale() }), { data: fields() })],
      'PUT, draft': [
        5,
        () => api.send('PUT', rest(`articles/${id()}`, { locale: locale(), status: 'draft' }), { data: fields() }),
      ],
      'DELETE a language': [2, () => api.send('DELETE', rest(`articles/${id()}`, { locale: locale() }))],
      'admin: create': [2, async () => known(await admin.send('POST', manager('articles', '', locale()), fields()))],
      'admin: save': [3, () => admin.send('PUT', manager('articles', `/${id()}`, locale()), { title: title() })],
      'admin: publish': [
        6,
        () => admin.send('POST', manager('articles', `/${id()}/actions/publish`, locale()), { title: title() }),
      ],
      'admin: unpublish': [
        5,
        () => {
          const [of, discardDraft] = [locale(), random.chance(0.3)];
          return admin.send('POST', manager('articles', `/${id()}/actions/unpublish`, of), {
            locale: of,
            discardDraft,
          });
        },
      ],
      'admin: discard': [
        3,
        () => {
          const of = locale();
          return admin.send('POST', manager('articles', `/${id()}/actions/discard`, of), { locale: of });
        },
      ],
      'admin: delete': [1, () => admin.send('DELETE', manager('articles', `/${id()}`, random.pick(['*', 'en', 'fr'])))],
      'admin: clone': [
        2,
        async () =>
          known(
            await admin.send('POST', manager('articles', `/clone/${id()}`, 'en'), { title: title(), locale: 'en' })
          ),
      ],
      'admin: bulk publish': [
        4,
        () =>
          admin.send('POST', manager('articles', '/actions/bulkPublish'), {
            documentIds: random.some(ids, 5),
            locale: random.some(LOCALES, 3),
          }),
      ],
      'admin: bulk unpublish': [
        3,
        () =>
          admin.send('POST', manager('articles', '/actions/bulkUnpublish'), {
            documentIds: random.some(ids, 4),
            locale: random.some(LOCALES, 3),
          }),
      ],
      'admin: bulk delete': [
        1,
        () =>
          admin.send('POST', manager('articles', '/actions/bulkDelete'), {
            documentIds: random.some(ids, 2),
            locale: locale(),
          }),
      ],
      publish: [
        4,
        () => answered(articles.publish({ documentId: id(), locale: random.pick(['*', 'en', ['en', 'fr']]) })),
      ],
      unpublish: [
        3,
        () => answered(articles.unpublish({ documentId: id(), locale: random.pick(['*', 'fr', ['en', 'ja']]) })),
      ],
      discardDraft: [2, () => answered(articles.discardDraft({ documentId: id(), locale: random.pick(['*', 'en']) }))],
      clone: [
        1,
        () =>
          answered(
            articles
              .clone({ documentId: id(), locale: '*' })
              .then(({ documentId }) => documentId && ids.push(documentId))
          ),
      ],
      delete: [1, () => answered(articles.delete({ documentId: id(), locale: '*' }))],
      hold: [5, () => api.send('PUT', `/api/story-blocks/holds/${id()}`, { data: hold() })],
      lift: [4, () => api.send('DELETE', `/api/story-blocks/holds/${id()}`)],
      'rename a section': [
        2,
        () =>
          api.send('PUT', rest(`sections/${random.pick(sections)}`, { locale: random.pick(['en', 'fr']) }), {
            data: { label: title() },
          }),
      ],
      'delete a language of a section': [
        1,
        async () => {
          const at = random.below(sections.length);
          const answer = await api.send(
            'DELETE',
            rest(`sections/${sections[at]}`, { locale: random.pick(['fr', '*']) })
          );
          const made = await api.send('POST', rest('sections', { locale: 'en' }), {
            data: { name: `Section ${count}`, site: room.sites.north },
          });
          sections[at] = made.body.data.documentId;
          await api.send('PUT', rest(`sections/${sections[at]}`, { locale: 'fr' }), {
            data: { name: `Section ${count} fr`, site: room.sites.north },
          });
          return answer;
        },
      ],
      'rename a topic': [
        1,
        () => api.send('PUT', rest(`topics/${random.pick(topics)}`, { locale: 'fr' }), { data: { name: title() } }),
      ],
      'delete a topic': [
        1,
        async () => {
          const at = random.below(topics.length);
          const answer = await admin.send('DELETE', manager('topics', `/${topics[at]}`, '*'));
          topics[at] = (
            await api.send('POST', rest('topics', { locale: 'en' }), {
              data: { name: `Topic ${count}`, landingPhrase: 'More at {site}' },
            })
          ).body.data.documentId;
          return answer;
        },
      ],
      'rename an author': [
        1,
        () => api.send('PUT', `/api/authors/${random.pick(authors)}`, { data: { name: title() } }),
      ],
      'delete and make a language': [
        0.4,
        async () => {
          const locales: Data[] = (await admin.get('/i18n/locales')).body;
          const found = locales.find(({ code }) => code === 'ja');
          const answer = await admin.send('DELETE', `/i18n/locales/${found?.id}`);
          await admin.send('POST', '/i18n/locales', { code: 'ja', name: 'Japanese (ja)', isDefault: false });
          return answer;
        },
      ],
    };
    const names = Object.keys(operations);
    const total = names.reduce((sum, name) => sum + operations[name][0], 0);
    const choose = (): string => {
      if (ids.length < 4) return 'POST, published';
      let at = (random.below(1_000_000) / 1_000_000) * total;
      for (const name of names) {
        at -= operations[name][0];
        if (at < 0) return name;
      }
      return names[0];
    };

    const log: string[] = [];
    const said = (what: string) =>
      `${what} (SEED=${SEED}, operation ${count} of ${OPERATIONS}: ${log.slice(-3).join(' | ')})`;
    const statuses = new Map<string, number>();
    for (count = 1; count <= OPERATIONS; count += 1) {
      const name = choose();
      const answer = await operations[name][1]();
      log.push(`${name} → ${answer.status}`);
      statuses.set(log[log.length - 1], (statuses.get(log[log.length - 1]) ?? 0) + 1);
      expect(answer.status, said(answer.text)).toBeLessThan(500);
      if (ids.length > DOCUMENTS) {
        const [gone] = ids.splice(random.below(ids.length), 1);
        await articles.delete({ documentId: gone, locale: '*' });
      }
      expect(await cardDifferences(strapi), said('cards against published stories')).toEqual([]);
      expect(await conceptDifferences(strapi), said('concepts against sections, topics and the rest')).toEqual([]);
      expect(await heldAndPublished(strapi), said('held stories that are published')).toEqual([]);
      // Field by field, which reads everything; the statements above hold it after each.
      if (count % 5 === 0) await expectNoDrift(said);
      if (count % 10 === 5) await cache.fill(addresses(ids, sections, topics));
      if (count % 10 === 0) expect(await staleAnswers(), said('answers that a cache may still give')).toEqual([]);
      ids = [...new Set(ids)];
    }
    if (process.env.TEST_LOG)
      for (const [what, times] of [...statuses].sort()) process.stderr.write(`${times}\t${what}\n`);

    // Embargoes that end while everything is looked at would change it.
    for (const documentId of ids) await desk.api.send('DELETE', `/api/story-blocks/holds/${documentId}`);
    await settled(strapi);
    await expectNoDrift(said);
    expect(await referenceDifferences(strapi), said('what cards point at')).toEqual([]);
    expect(await orphans(strapi), said('rows that belong to no card')).toEqual([]);
    await expectSoundPages(ids, [...sections], [...topics], said);
  });

  const addresses = (ids: string[], sections: string[], topics: string[]) =>
    ['en', 'fr'].flatMap((locale) => [
      ...ids.map((id) => `/api/story-blocks/pages/${id}?locale=${locale}`),
      ...ids.map((id) => `/api/story-blocks/related/${id}?locale=${locale}&limit=50`),
      ...sections.map((id) => `/api/story-blocks/fronts/sections/${id}?locale=${locale}`),
      ...sections.map((id) => `/api/story-blocks/rails?sections=${id}&locale=${locale}`),
      ...topics.map((id) => `/api/story-blocks/fronts/topics/${id}?locale=${locale}&pageSize=2`),
      `/api/story-blocks/teasers?locale=${locale}`,
    ]);

  /** While the worker is at rest: what it changes while an answer is compared is told after that. */
  async function staleAnswers(): Promise<string[]> {
    await settled(app.strapi);
    await allTold(app.strapi);
    return cache.stale();
  }

  /** What points at a section or topic that went may be derived a little later, which the report calls outdated. */
  async function expectNoDrift(said: (what: string) => string): Promise<void> {
    const upkeep = app.strapi.plugin('story-blocks').service('upkeep') as Check;
    if ((await upkeep.check()).drift.length === 0) return;
    await settled(app.strapi);
    expect((await upkeep.check()).drift, said('drift')).toEqual([]);
  }

  async function expectSoundPages(ids: string[], sections: string[], topics: string[], said: (what: string) => string) {
    for (const locale of LOCALES) {
      const published = (await desk.api.get(`/api/articles?locale=${locale}&status=published&pagination[pageSize]=100`))
        .body.data;
      const titles = new Map<string, string>(published.map(({ documentId, title }: Data) => [documentId, title]));
      const sound = async (path: string, own?: string) => {
        const answer = await desk.api.get(`/api/story-blocks/${path}locale=${locale}`);
        expect(answer.status, said(path)).toBe(200);
        const shown = shownOn(answer.body.data);
        for (const { documentId, title } of shown)
          expect(titles.get(documentId), said(`${path} shows ${documentId}`)).toBe(title);
        const all = shown.map(({ documentId }) => documentId);
        expect(new Set(all).size, said(`${path} shows a story twice`)).toBe(all.length);
        if (own) expect(all[0]).toBe(own);
      };
      for (const id of new Set([...ids, ...titles.keys()])) {
        if (titles.has(id)) {
          await sound(`pages/${id}?`, id);
          const text = await desk.api.get(`/api/story-blocks/pages/${id}?locale=${locale}`, { Accept: 'text/plain' });
          expect(text.status, said(id)).toBe(200);
        } else {
          expect((await desk.api.get(`/api/story-blocks/pages/${id}?locale=${locale}`)).status, said(id)).toBe(404);
        }
      }
      if (locale === 'ja') continue;
      for (const section of sections) await sound(`fronts/sections/${section}?`);
      if (locale === 'en') for (const topic of topics) await sound(`fronts/topics/${topic}?`);
    }
  }
});
