import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noteStoredSpellings } from '../../src/plugins/story-slugs/server/src/folding/note-stored-spellings';
import type { RegenerateService } from '../../src/plugins/story-slugs/server/src/regenerate/regenerate.service';
import { slugTypesOf } from '../../src/plugins/story-slugs/server/src/types-of-app';
import { documentsOf, logIn, UIDS } from '../support/admin';
import { type Answer, type Client, createClient, createToken } from '../support/client';
import { anyClient, bootStrapi, type Running } from '../support/strapi';

interface Stored {
  documentId: string;
  slug: string;
}

/** What is no safe path segment, and what is offered instead; `undefined` where it is made of the headline. */
const UNSAFE: [string, string | undefined][] = [
  ['.', undefined],
  ['..', undefined],
  ['....', undefined],
  ['\uFF0E\uFF0E', undefined],
  ['a/b', 'a-b'],
  ['../../admin', 'admin'],
  ['C:\\news', 'C-news'],
  ['2026／11／30', '2026-11-30'],
  ['line\nbreak', 'line-break'],
  ['header\r\nSet-Cookie', 'header-Set-Cookie'],
  ['line\u2028separator', 'line-separator'],
  ['back\bspace', 'back-space'],
  ['escape\u001b[31m', 'escape-31m'],
  ['%2e%2e', undefined],
  ['%2E%2F', undefined],
  ['up%252fdown', 'up-down'],
  ['caf%C3%A9', 'café'],
  ['50%-mehr', '50-mehr'],
  ['wer-war-das?', 'wer-war-das'],
  ['partie#2', 'partie-2'],
  ['spring sale', 'spring-sale'],
  ['no\u00A0break', 'no-break'],
  ['東京\u3000五輪', '東京-五輪'],
  ['zero\u200Bwidth', 'zerowidth'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['\u2067מחר\u2069', 'מחר'],
  ['..;', undefined],
  ['javascript:alert', 'javascript-alert'],
  ['r&d', 'r-d'],
  ['c++17', 'c-17'],
  ['<script>', 'script'],
  ['he-said-"no"', 'he-said-no'],
  ['x'.repeat(256), 'x'.repeat(80)],
];

/** A slug that is live, and others that are the same but for their case. */
const ALIKE: [string, string[]][] = [
  ['spring-fair', ['Spring-Fair', 'SPRING-FAIR', 'sPRING-fAIR', ' Spring-fair ']],
  ['NATO-Gipfel', ['nato-gipfel', 'Nato-Gipfel']],
  ['Straßenfest', ['strassenfest', 'STRASSENFEST', 'STRAẞENFEST']],
  ['café-fermé', ['Café-Fermé', 'CAFE\u0301-FERME\u0301']],
  ['İzmir', ['izmir', 'IZMIR', 'ızmır']],
  ['ΕΚΛΟΓΕΣ', ['εκλογες', 'Εκλογές'.normalize('NFD').replace(/\u0301/g, '')]],
  ['Вибори-2027', ['вибори-2027', 'ВИБОРИ-2027']],
  ['ընտրություն', ['ԸՆՏՐՈՒԹՅՈՒՆ']],
];

const SAFE = [
  'القدس-اليوم',
  '東京-開幕',
  'नई-दिल्ली',
  'ירושלים',
  'กรุงเทพ',
  'U.S.-vote',
  "l'été",
  'St.-Pölten',
  '~draft_1',
];

describe.each(anyClient)('slugs as addresses on %s', (client) => {
  let app: Running;
  let api: Client;
  let admin: Client;
  let turn = 0;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    admin = createClient(app, await logIn(app));
  });
  afterAll(() => app?.stop());

  const headline = () => {
    turn += 1;
    return `Story ${String.fromCharCode(97 + Math.floor(turn / 26), 97 + (turn % 26))}x`;
  };
  const articles = () => documentsOf(app.strapi, 'articles');
  const create = (data: object, query = ''): Promise<Stored> => api.write('POST', `/api/articles${query}`, data);
  const send = (slug: string, title = headline()) => api.send('POST', '/api/articles', { data: { title, slug } });
  const resolve = (slug: string) => api.get(`/api/story-slugs/resolve?slug=${encodeURIComponent(slug)}`);
  const refusal = ({ status, body }: Answer) => ({
    status,
    code: body.error?.details?.code,
    path: body.error?.details?.errors?.[0]?.path,
    suggestion: body.error?.details?.suggestion,
  });
  const rows = () => app.strapi.db.query(UIDS.articles);
  const readersHave = async (documentId: string): Promise<string | undefined> =>
    (await rows().findOne({ where: { documentId, publishedAt: { $notNull: true } } }))?.slug;
  /** As an import leaves it: past the document service. */
  const importSlug = async (documentId: string, slug: string) => {
    await rows().updateMany({ where: { documentId }, data: { slug } });
    await noteStoredSpellings(app.strapi, slugTypesOf(app.strapi).types.values());
  };

  test('a slug that another entry has in another case is refused with a free one', async () => {
    for (const [slug, others] of ALIKE) {
      const live = await create({ title: headline(), slug });
      expect(live.slug).toBe(slug);
      for (const other of others) {
        const given = other.normalize('NFC').trim();
        const answer = await send(other);
        expect([other, refusal(answer)]).toEqual([
          other,
          { status: 400, code: 'SLUG_TAKEN', path: ['slug'], suggestion: `${given}-2` },
        ]);
      }
    }
  });

  test('so it is by every way of writing', async () => {
    const { documentId, slug } = await create({ title: headline(), slug: 'Harbour-Days' });
    const taken = { details: { code: 'SLUG_TAKEN', suggestion: 'HARBOUR-days-2' } };
    const other = await create({ title: headline() });
    const update = await api.send('PUT', `/api/articles/${other.documentId}`, { data: { slug: 'HARBOUR-days' } });
    expect(refusal(update)).toMatchObject({ status: 400, code: 'SLUG_TAKEN', suggestion: 'HARBOUR-days-2' });
    await expect(articles().create({ data: { title: 'x', slug: 'HARBOUR-days' } })).rejects.toMatchObject(taken);
    const data = { slug: 'HARBOUR-days' };
    await expect(articles().clone({ documentId, data })).rejects.toMatchObject(taken);
    await expect(articles().update({ documentId: other.documentId, data, status: 'published' })).rejects.toMatchObject(
      taken
    );
    const graphql = await api.graphql(
      'mutation { createArticle(data: { title: "x", slug: "HARBOUR-days" }) { slug } }'
    );
    expect(graphql.text).toContain('SLUG_TAKEN');
    const form = { title: headline(), slug: 'HARBOUR-days' };
    const saved = await admin.send('POST', `/content-manager/collection-types/${UIDS.articles}`, form);
    expect(refusal(saved)).toMatchObject({ status: 400, code: 'SLUG_TAKEN', path: ['slug'] });
    // In drafts too, and made ones give way.
    expect((await create({ title: 'Harbour days' })).slug).toBe('harbour-days-2');
    // Its own slug in another case is the entry's to take, and leads there from the old one.
    await api.write('PUT', `/api/articles/${documentId}`, { slug: 'harbour-DAYS' });
    expect((await resolve(slug)).body.data).toMatchObject({ documentId, slug: 'harbour-DAYS', moved: true });
    expect(refusal(await send('HARBOUR-DAYS')).code).toBe('SLUG_TAKEN');
  });

  test('one at a time gets it', async () => {
    const answers = await Promise.all(['Night-Bus', 'night-bus', 'NIGHT-BUS', 'nIGHT-bUS'].map((slug) => send(slug)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  test('a former slug is its entry’s in every case', async () => {
    const { documentId } = await create({ title: headline(), slug: 'Old-Ferry' });
    await api.write('PUT', `/api/articles/${documentId}`, { slug: 'new-ferry' });
    expect(refusal(await send('OLD-ferry'))).toMatchObject({ code: 'SLUG_TAKEN', suggestion: 'OLD-ferry-2' });
    expect((await resolve('old-FERRY')).body.data).toMatchObject({ documentId, slug: 'new-ferry', moved: true });
  });

  test.each(UNSAFE)('%j is refused, with what can be used', async (slug, suggestion) => {
    const title = headline();
    const answer = await send(slug, title);
    const made = title.toLowerCase().replaceAll(' ', '-');
    expect(refusal(answer)).toEqual({
      status: 400,
      code: 'SLUG_UNSAFE',
      path: ['slug'],
      suggestion: suggestion ?? made,
    });
    expect((await send(suggestion ?? made, title)).status).toBe(201);
  });

  test('so it is by every way of writing', async () => {
    const { documentId } = await create({ title: 'Every way' });
    const unsafe = { details: { code: 'SLUG_UNSAFE', suggestion: 'every-way-2' } };
    const data = { slug: '..' };
    await expect(articles().create({ data: { title: 'Every way', ...data } })).rejects.toMatchObject(unsafe);
    await expect(articles().clone({ documentId, data })).rejects.toMatchObject(unsafe);
    await expect(articles().update({ documentId, data })).rejects.toMatchObject({
      details: { suggestion: 'every-way' },
    });
    await expect(articles().update({ documentId, locale: 'fr', data })).rejects.toMatchObject({
      details: { code: 'SLUG_UNSAFE' },
    });
    const graphql = await api.graphql(
      `mutation { updateArticle(documentId: "${documentId}", data: { slug: "a/b" }) { slug } }`
    );
    expect(graphql.text).toContain('SLUG_UNSAFE');
    const draft = await api.send('POST', '/api/articles?status=draft', { data: { slug: 'no/headline' } });
    expect(refusal(draft)).toMatchObject({ status: 400, code: 'SLUG_UNSAFE', suggestion: 'no-headline' });
    const form = { title: 'x', slug: 'a/b' };
    const saved = await admin.send('PUT', `/content-manager/collection-types/${UIDS.articles}/${documentId}`, form);
    expect(refusal(saved)).toMatchObject({ status: 400, code: 'SLUG_UNSAFE', path: ['slug'] });
    const section = await api.send('POST', '/api/sections', { data: { name: 'World', slug: '.' } });
    expect(refusal(section)).toMatchObject({ status: 400, code: 'SLUG_UNSAFE' });
    expect((await api.send('POST', '/api/articles', { data: { title: 'x', slug: ['..'] } })).status).toBe(400);
  });

  test.each(SAFE)('%j is taken', async (slug) => {
    const { documentId } = await create({ title: headline(), slug });
    expect((await resolve(slug)).body.data).toMatchObject({ documentId, slug, moved: false });
  });

  test('an accent is part of its letter, as links have it', async () => {
    const { documentId, slug } = await create({ title: headline(), slug: 'cre\u0300me' });
    expect(slug).toBe('crème');
    expect((await resolve('cre\u0300me')).body.data).toMatchObject({ documentId, slug, moved: true });
  });

  test('a page asked for in another case says where it is', async () => {
    const { documentId } = await create({ title: headline(), slug: 'Page-In-Case' });
    const page = await api.get('/api/story-blocks/pages?slug=page-in-case');
    expect(page.body.error).toMatchObject({ details: { code: 'MOVED', slug: 'Page-In-Case', documentId } });
  });

  describe('that were stored before', () => {
    test.each(['..', 'a/b', 'line\nbreak', '%2e%2e', ' padded ', 'e\u0301'])(
      '%j: the entry is saved and published as it is',
      async (slug) => {
        const { documentId } = await create({ title: headline() });
        await importSlug(documentId, slug);
        const saved = await api.send('PUT', `/api/articles/${documentId}`, { data: { title: headline(), slug } });
        expect(saved.status, saved.text).toBe(200);
        expect(saved.body.data.slug).toBe(slug);
        await articles().update({ documentId, data: { title: headline() } });
        await articles().publish({ documentId });
        expect(await readersHave(documentId)).toBe(slug);
        await articles().unpublish({ documentId });
        const published = await admin.send(
          'POST',
          `/content-manager/collection-types/${UIDS.articles}/${documentId}/actions/publish`,
          { title: headline(), slug }
        );
        expect(published.status, published.text).toBe(200);
        expect(await readersHave(documentId)).toBe(slug);
      }
    );

    test('two that differ in case are both published, and neither is guessed', async () => {
      const one = await create({ title: headline(), slug: 'twin-town' });
      const other = await api.write('POST', '/api/articles?status=draft', { title: headline() });
      await importSlug(other.documentId, 'Twin-Town');
      await articles().publish({ documentId: other.documentId });
      const saved = { title: headline(), slug: 'Twin-Town' };
      expect((await api.write('PUT', `/api/articles/${other.documentId}`, saved)).slug).toBe('Twin-Town');
      expect((await resolve('twin-town')).body.data).toMatchObject({ documentId: one.documentId, moved: false });
      expect((await resolve('Twin-Town')).body.data).toMatchObject({ documentId: other.documentId, moved: false });
      expect((await resolve('TWIN-TOWN')).status).toBe(404);
      await articles().unpublish({ documentId: one.documentId });
      expect((await resolve('TWIN-TOWN')).body.data).toMatchObject({ slug: 'Twin-Town', moved: true });
    });

    test('making slugs again mends them', async () => {
      const title = headline();
      const { documentId } = await create({ title });
      await importSlug(documentId, '..');
      const slugs = app.strapi.plugin('story-slugs').service('regenerate') as RegenerateService;
      const { changes } = await slugs.run({ types: [UIDS.articles], published: true, chosen: true, apply: true });
      const change = changes.find((one) => one.documentId === documentId);
      expect(change).toMatchObject({ from: '..', to: title.toLowerCase().replaceAll(' ', '-'), outcome: 'changed' });
    }, 240_000);
  });

  test('the slug field is told why one cannot be used, and who has it in another case', async () => {
    await create({ title: 'Field fair', slug: 'Field-Fair' });
    const ask = async (slug: string, more = '') =>
      (
        await admin.get(
          `/story-slugs/availability?type=${UIDS.articles}&slug=${encodeURIComponent(slug)}&text=Head%20line${more}`
        )
      ).body.data;
    expect(await ask('field-FAIR')).toEqual({
      slug: 'field-FAIR',
      available: false,
      former: false,
      takenBy: 'Field fair',
      alike: true,
      suggestion: 'field-FAIR-2',
    });
    expect(await ask('field/day')).toMatchObject({
      available: false,
      takenBy: null,
      fault: { reason: 'RESERVED', character: '/' },
      suggestion: 'field-day',
    });
    expect(await ask('..')).toMatchObject({ fault: { reason: 'DOTS' }, suggestion: 'head-line' });
    expect(await ask('x'.repeat(900))).toMatchObject({ fault: { reason: 'TOO_LONG' } });
    expect(await ask('field-fairs')).toMatchObject({ available: true, suggestion: null });
  });

  test.each([
    ['Q&amp;A: what&#39;s next', 'q-and-a-whats-next'],
    ['Kim&#x2019;s train at R&amp;amp;D site', 'kims-train-at-r-and-d-site'],
    ['L&rsquo;&eacute;t&eacute;&nbsp;arrive', 'lete-arrive'],
    ['AT&T sells R&D arm', 'at-and-t-sells-r-and-d-arm'],
  ])('the slug of %j is read as readers would', async (title, slug) => {
    expect((await create({ title })).slug).toBe(slug);
  });

  describe('of another language', () => {
    const fill = async (documentId: string, targetLocale: string) => {
      const query = `documentId=${documentId}&sourceLocale=en&targetLocale=${targetLocale}&collectionType=collection-types`;
      const answer = await admin.get(`/i18n/content-manager/get-fill-from-locale/${UIDS.articles}?${query}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.data;
    };

    test('are not carried over by “Fill in from another locale”', async () => {
      const title = headline();
      const { documentId, slug } = await create({ title, slug: 'English-Words' });
      expect(await fill(documentId, 'fr')).toMatchObject({ title, slug: null });
      await articles().update({ documentId, locale: 'fr', data: { title: 'Mots français' } });
      expect(await fill(documentId, 'fr')).toMatchObject({ title, slug: 'mots-francais' });
      expect(slug).toBe('English-Words');
    });

    test('what was filled in gets a slug of its own', async () => {
      const { documentId } = await create({ title: headline(), slug: 'English-Only' });
      const { title, slug } = await fill(documentId, 'fr');
      const path = `/content-manager/collection-types/${UIDS.articles}/${documentId}?locale=fr`;
      const saved = await admin.send('PUT', path, { title, slug });
      expect(saved.status, saved.text).toBe(200);
      expect(saved.body.data.slug).toBe(title.toLowerCase().replaceAll(' ', '-'));
    });

    test('a language that is added by REST has a slug of its own headline', async () => {
      const { documentId } = await create({ title: headline(), slug: 'Only-English' });
      const title = headline();
      const french = await api.write('PUT', `/api/articles/${documentId}?locale=fr`, { title });
      expect(french.slug).toBe(title.toLowerCase().replaceAll(' ', '-'));
    });
  });
});
