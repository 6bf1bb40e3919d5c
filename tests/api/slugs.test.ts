import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rememberLive } from '../../src/plugins/story-slugs/server/src/history/remember-live';
import type { RegenerateService } from '../../src/plugins/story-slugs/server/src/regenerate/regenerate.service';
import { slugTypesOf } from '../../src/plugins/story-slugs/server/src/types-of-app';
import { documentsOf, logIn, UIDS } from '../support/admin';
import { allowPublic, type Client, createClient, createToken } from '../support/client';
import { bootStrapi, clients, type Running } from '../support/strapi';

interface Stored {
  documentId: string;
  slug: string;
}

interface RoleService {
  create(role: { name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: Record<string, unknown>[]): Promise<unknown>;
}
interface UserService {
  create(user: Record<string, unknown>): Promise<unknown>;
}

/** Logs in as somebody who may write stories, and read and change their own. @returns The token. */
async function logInAsAuthor(app: Running): Promise<string> {
  const { strapi } = app;
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.create({ name: 'Author of own stories', description: '' });
  const permission = (name: string, conditions: string[]) => ({
    action: `plugin::content-manager.explorer.${name}`,
    subject: UIDS.articles,
    properties: { fields: ['title', 'slug'], locales: ['en'] },
    conditions,
  });
  await roles.assignPermissions(role.id, [
    permission('create', []),
    permission('read', ['admin::is-creator']),
    permission('update', ['admin::is-creator']),
  ]);
  const account = { email: 'author@wiredesk.example', password: 'Newsroom-1' };
  const user = { ...account, firstname: 'Own', lastname: 'Author', roles: [role.id], isActive: true };
  await (strapi.service('admin::user') as unknown as UserService).create(user);
  return (await createClient(app).send('POST', '/admin/login', account)).body.data.token;
}

describe.each(clients)('slugs on %s', (client) => {
  let app: Running;
  let api: Client;
  let turn = 0;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
  });
  afterAll(() => app?.stop());

  /** A headline of this test's own. */
  const headline = (words: string) => {
    turn += 1;
    return `${words} ${String.fromCharCode(96 + Math.ceil(turn / 26), 97 + (turn % 26))}x`;
  };
  const slugOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');
  const create = (data: object, query = ''): Promise<Stored> => api.write('POST', `/api/articles${query}`, data);
  const draft = (data: object): Promise<Stored> => create(data, '?status=draft');
  const update = (id: string, data: object, query = ''): Promise<Stored> =>
    api.write('PUT', `/api/articles/${id}${query}`, data);
  const resolve = (slug: string, query = '') => api.get(`/api/story-slugs/resolve?slug=${slug}${query}`);
  const articles = () => documentsOf(app.strapi, 'articles');

  describe('until the first publication', () => {
    test('a slug that was made follows the headline', async () => {
      const [one, two] = [headline('Ferry waits'), headline('Ferry leaves')];
      const { documentId, slug } = await draft({ title: one });
      expect(slug).toBe(slugOf(one));
      expect((await update(documentId, { title: two }, '?status=draft')).slug).toBe(slugOf(two));
      // As a form does, with the slug that it was loaded with.
      const sent = { title: one, slug: slugOf(two) };
      expect((await update(documentId, sent, '?status=draft')).slug).toBe(slugOf(one));
      expect((await update(documentId, { title: two })).slug).toBe(slugOf(two));
      expect((await update(documentId, { title: one })).slug).toBe(slugOf(two));
      await articles().unpublish({ documentId });
      expect((await update(documentId, { title: one }, '?status=draft')).slug).toBe(slugOf(two));
    });

    test('a slug that was chosen stays', async () => {
      const own = slugOf(headline('own'));
      const { documentId } = await draft({ title: headline('Chosen'), slug: own });
      expect((await update(documentId, { title: headline('Other') }, '?status=draft')).slug).toBe(own);
    });

    test('each language follows its own headline', async () => {
      const [english, french] = [headline('Ice'), headline('Glace')];
      const { documentId } = await draft({ title: english });
      await articles().publish({ documentId });
      await articles().update({ documentId, locale: 'fr', data: { title: french } });
      const next = headline('Banquise');
      expect(await articles().update({ documentId, locale: 'fr', data: { title: next } })).toMatchObject({
        slug: slugOf(next),
      });
      expect((await update(documentId, { title: headline('Thaw') }, '?status=draft')).slug).toBe(slugOf(english));
    });

    test('a copy follows the headline of its own', async () => {
      const { documentId } = await create({ title: headline('Original') });
      const copy = await articles().clone({ documentId });
      const own = slugOf(headline('copied'));
      await articles().clone({ documentId, data: { slug: ` ${own} ` } });
      const stored = await app.strapi.db.query(UIDS.articles).findMany({ where: { slug: { $contains: own } } });
      expect(stored.map(({ slug }: { slug: string }) => slug)).toEqual([own]);
      const next = headline('Another');
      expect((await update(copy.documentId, { title: next }, '?status=draft')).slug).toBe(slugOf(next));
    });
  });

  describe('after that', () => {
    test('old addresses lead to the present one in one step', async () => {
      const [one, two, three] = [slugOf(headline('one')), slugOf(headline('two')), slugOf(headline('three'))];
      const { documentId } = await create({ title: headline('Moves'), slug: one });
      await update(documentId, { slug: two });
      await update(documentId, { slug: three });
      const answer = { documentId, contentType: UIDS.articles, slug: three };
      for (const slug of [one, two])
        expect((await resolve(slug)).body).toEqual({ data: { ...answer, moved: true }, ...answer, moved: true });
      expect((await resolve(three)).body).toEqual({ data: { ...answer, moved: false }, ...answer, moved: false });

      // Drafts move nothing, and tell nothing.
      const secret = slugOf(headline('secret'));
      await update(documentId, { slug: secret }, '?status=draft');
      expect((await resolve(one)).body.data.slug).toBe(three);
      expect((await resolve(secret)).status).toBe(404);

      // Its own former slug is its own again.
      await update(documentId, { slug: one });
      expect((await resolve(one)).body.data).toMatchObject({ slug: one, moved: false });
      expect((await resolve(three)).body.data).toMatchObject({ slug: one, moved: true });
    });

    test('a former slug is given to nobody else', async () => {
      const title = headline('Wanted');
      const former = slugOf(title);
      const { documentId } = await create({ title });
      await update(documentId, { slug: slugOf(headline('moved')) });

      expect((await draft({ title })).slug).toBe(`${former}-2`);
      const refused = await api.send('POST', '/api/articles', { data: { title: headline('Thief'), slug: former } });
      expect(refused.status).toBe(400);
      expect(refused.body.error.details).toMatchObject({ code: 'SLUG_TAKEN', slug: former, suggestion: `${former}-3` });
      expect(refused.body.error.details.errors[0].path).toEqual(['slug']);
      expect((await create({ title: headline('Autre'), slug: former }, '?locale=fr')).slug).toBe(former);
    });

    test('a draft that an import gave a former slug is not published under it', async () => {
      const former = slugOf(headline('former'));
      const { documentId } = await create({ title: headline('First'), slug: former });
      await update(documentId, { slug: slugOf(headline('new')) });
      const other = await draft({ title: headline('Second') });
      const rows = app.strapi.db.query(UIDS.articles);
      await rows.updateMany({ where: { documentId: other.documentId }, data: { slug: former } });
      await expect(articles().publish({ documentId: other.documentId })).rejects.toMatchObject({
        details: { code: 'SLUG_TAKEN', suggestion: `${former}-2` },
      });
      expect((await resolve(former)).body.data.documentId).toBe(documentId);
    });

    test('unpublished stories are found under no slug, and keep them', async () => {
      const [one, two] = [slugOf(headline('past')), slugOf(headline('present'))];
      const { documentId } = await create({ title: headline('Withdrawn'), slug: one });
      await update(documentId, { slug: two });
      await articles().unpublish({ documentId });
      for (const slug of [one, two]) expect((await resolve(slug)).status).toBe(404);
      const refused = await api.send('POST', '/api/articles', { data: { title: headline('Thief'), slug: one } });
      expect(refused.status).toBe(400);
      await articles().publish({ documentId });
      expect((await resolve(one)).body.data).toMatchObject({ slug: two, moved: true });
    });

    test('deleted stories and languages free theirs', async () => {
      const [one, two] = [slugOf(headline('free')), slugOf(headline('libre'))];
      const { documentId } = await create({ title: headline('Deleted'), slug: one });
      await articles().update({ documentId, locale: 'fr', status: 'published', data: { title: 'Libre', slug: two } });
      await articles().update({ documentId, locale: 'fr', status: 'published', data: { slug: `${two}-bis` } });
      await update(documentId, { slug: `${one}-b` });
      await articles().delete({ documentId, locale: 'fr' });
      expect((await create({ title: headline('Suivant'), slug: two }, '?locale=fr')).slug).toBe(two);
      expect((await resolve(one)).status).toBe(200);
      await articles().delete({ documentId });
      expect((await create({ title: headline('Next'), slug: one })).slug).toBe(one);
    });

    test('what was published before the plugin came is noted at the start, or when it goes', async () => {
      const [one, two] = [slugOf(headline('archive')), slugOf(headline('archived'))];
      const first = await create({ title: headline('Archive'), slug: one });
      const second = await create({ title: headline('Archived'), slug: two });
      const history = () => app.strapi.db.connection('story_slugs_history');
      const noted = async (): Promise<string[]> =>
        (await history().select('slug')).map((row: { slug: string }) => row.slug).sort();
      const before = await noted();
      await history().whereIn('document_id', [first.documentId, second.documentId]).delete();
      // Not noted: seen in the write that takes it away.
      await update(second.documentId, { slug: `${two}-moved` });
      expect((await resolve(two)).body.data).toMatchObject({ slug: `${two}-moved`, moved: true });
      await rememberLive(app.strapi, slugTypesOf(app.strapi).types.values());
      expect(await noted()).toEqual([...before, `${two}-moved`].sort());
      expect(await history().where({ slug: one }).first()).toMatchObject({ document_id: first.documentId });
    });

    test('what is undone leaves no trace', async () => {
      const [one, two] = [slugOf(headline('kept')), slugOf(headline('undone'))];
      const { documentId } = await create({ title: headline('Undone'), slug: one });
      const failing = app.strapi.db.transaction(async () => {
        await articles().update({ documentId, status: 'published', data: { slug: two } });
        throw new Error('undone');
      });
      await expect(failing).rejects.toThrow('undone');
      expect((await resolve(one)).body.data).toMatchObject({ slug: one, moved: false });
      expect((await create({ title: headline('Free'), slug: two })).slug).toBe(two);
    });
  });

  describe('a page by a former slug', () => {
    test('says where the story is now, by REST and GraphQL', async () => {
      const [one, two] = [slugOf(headline('before')), slugOf(headline('after'))];
      const { documentId } = await create({ title: headline('Page'), slug: one });
      await update(documentId, { slug: two });
      const rest = await api.get(`/api/story-blocks/pages?slug=${one}`);
      expect(rest.status).toBe(404);
      expect(rest.body.error.details).toEqual({ code: 'MOVED', slug: two, documentId });
      const graphql = await api.graphql(`{ storyPage(slug: "${one}") { story { title } } }`);
      expect(graphql.body.errors[0].extensions.error.details).toEqual({ code: 'MOVED', slug: two, documentId });
      expect((await api.get(`/api/story-blocks/pages?slug=${two}`)).status).toBe(200);

      await api.write('PUT', `/api/story-blocks/holds/${documentId}`, { state: 'canceled' });
      const killed = await api.get(`/api/story-blocks/pages?slug=${one}`);
      expect(killed.status).toBe(404);
      expect(killed.body.error.details.code).toBeUndefined();
      expect((await resolve(one)).status).toBe(404);
    });
  });

  describe('who asks where a slug leads', () => {
    let slug: string;
    let author: string;
    beforeAll(async () => {
      ({ slug } = await create({ title: headline('Public') }));
      ({ slug: author } = await api.write('POST', '/api/authors', { name: headline('Ada') }));
    });

    test('is told of the types that it may find', async () => {
      const token = async (...args: Parameters<typeof createToken> extends [unknown, ...infer Rest] ? Rest : never) =>
        createClient(app, await createToken(app.strapi, ...args));
      const ask = (who: Client, named: string, query = '') =>
        who.get(`/api/story-slugs/resolve?slug=${named}${query}`).then(({ status }) => status);
      const nobody = createClient(app);
      expect(await ask(nobody, slug)).toBe(403);
      expect(await ask(await token('custom', []), slug)).toBe(403);
      const readOnly = await token('read-only');
      expect([await ask(readOnly, slug), await ask(readOnly, author)]).toEqual([200, 200]);
      const stories = await token('custom', ['api::article.article.find']);
      expect([await ask(stories, slug), await ask(stories, author)]).toEqual([200, 404]);
      expect(await ask(stories, author, `&type=${UIDS.authors}`)).toBe(403);
      await allowPublic(app.strapi, ['api::article.article.find']);
      expect([await ask(nobody, slug), await ask(nobody, author)]).toEqual([200, 404]);
    });

    test('may name the type and the language', async () => {
      expect((await resolve(slug, `&type=${UIDS.articles}&locale=en`)).status).toBe(200);
      expect((await resolve(slug, `&type=${UIDS.authors}`)).status).toBe(404);
      expect((await resolve(slug, '&locale=fr')).status).toBe(404);
      expect((await resolve(author, '&locale=fr')).body.data).toMatchObject({
        contentType: UIDS.authors,
        moved: false,
      });
    });

    test('is told which field is wrong', async () => {
      const wrong: [string, string][] = [
        ['', 'slug'],
        ['slug=', 'slug'],
        ['slug=a%00b', 'slug'],
        ['slug=a&slug=b', 'slug'],
        [`slug=${'x'.repeat(501)}`, 'slug'],
        ['slug=a&locale=xx', 'locale'],
        ['slug=a&locale=e%00', 'locale'],
        ['slug=a&type=api::source.source', 'type'],
      ];
      for (const [query, field] of wrong) {
        const { status, body } = await api.get(`/api/story-slugs/resolve?${query}`);
        expect(status, query).toBe(400);
        if (body.error.details.code !== 'NULL_CHARACTER')
          expect(body.error.details.errors[0].path, query).toEqual([field]);
      }
      expect((await resolve('no-such-slug')).status).toBe(404);
    });
  });

  test('two hundred saves of one headline at once have two hundred slugs', async () => {
    const title = headline('Everybody writes this');
    const started = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => api.send('POST', '/api/articles', { data: { title } }))
    );
    const took = Math.round(performance.now() - started);
    expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([]);
    const slugs = new Set(answers.map(({ body }) => body.data.slug as string));
    expect(slugs.size, `${took} ms`).toBe(200);
    expect(slugs.has(slugOf(title)) && slugs.has(`${slugOf(title)}-200`)).toBe(true);
    if (process.env.TEST_LOG) app.strapi.log.info(`story-slugs: 200 saves took ${took} ms`);
  }, 180_000);

  describe('the field in the admin', () => {
    let admin: Client;
    beforeAll(async () => {
      admin = createClient(app, await logIn(app));
    });
    const type = UIDS.articles;

    test('is told who has a slug, and who had it', async () => {
      const title = headline('Holder');
      const { documentId, slug } = await create({ title });
      const ask = (of: string, more = '') => admin.get(`/story-slugs/availability?type=${type}&slug=${of}${more}`);
      const taken = { slug, available: false, former: false, takenBy: title, suggestion: `${slug}-2` };
      expect((await ask(slug)).body.data).toEqual(taken);
      expect((await ask(slug, `&documentId=${documentId}`)).body.data.available).toBe(true);
      expect((await ask(slug, '&locale=fr')).body.data.available).toBe(true);
      await update(documentId, { slug: `${slug}-moved` });
      expect((await ask(slug)).body.data).toEqual({ ...taken, former: true });
      expect((await ask('')).status).toBe(400);
      expect((await admin.get(`/story-slugs/availability?type=api::source.source&slug=x`)).status).toBe(400);
    });

    test('is given a slug to show while the headline is typed', async () => {
      const title = headline('Typed');
      const make = (data: object) => admin.send('POST', '/story-slugs/make', { data });
      expect((await make({ type, text: title })).body.data.slug).toBe(slugOf(title));
      expect((await make({ type, text: 'Grüße', locale: 'fr' })).body.data.slug).toBe('grusse');
      expect((await make({ type, text: '' })).body.data.slug).toMatch(/^article/);
      expect((await make({ type, text: 'a\u0000b' })).status).toBe(400);
      expect((await make({ type, text: 'x', more: 1 })).status).toBe(400);
    });

    test('locks and unlocks the slug of a draft', async () => {
      const fresh = await admin.get(`/story-slugs/state?type=${type}`);
      expect(fresh.body.data).toEqual({ sourceField: 'title', published: false, follows: true });
      const { documentId, slug } = await draft({ title: headline('Locked') });
      const state = () => admin.get(`/story-slugs/state?type=${type}&documentId=${documentId}`);
      const set = (follows: boolean) =>
        admin.send('PUT', '/story-slugs/state', { data: { type, documentId, follows } });
      expect((await state()).body.data).toMatchObject({ published: false, follows: true });
      expect((await set(false)).body.data).toMatchObject({ published: false, follows: false });
      expect((await update(documentId, { title: headline('Other') }, '?status=draft')).slug).toBe(slug);
      expect((await set(true)).body.data).toMatchObject({ published: false, follows: true });
      const next = headline('Third');
      expect((await update(documentId, { title: next }, '?status=draft')).slug).toBe(slugOf(next));
      await articles().publish({ documentId });
      expect((await state()).body.data).toMatchObject({ published: true, follows: false });
      expect((await set(true)).status).toBe(400);
    });

    test('tells an author nothing of stories that are not theirs', async () => {
      const author = createClient(app, await logInAsAuthor(app));
      const title = headline('Not theirs');
      const { documentId, slug } = await create({ title });
      const answer = await author.get(`/story-slugs/availability?type=${type}&slug=${slug}`);
      expect(answer.body.data).toEqual({
        slug,
        available: false,
        former: false,
        takenBy: null,
        suggestion: `${slug}-2`,
      });
      const data = { type, documentId, follows: false };
      expect((await author.send('PUT', '/story-slugs/state', { data })).status).toBe(403);
      expect((await author.get(`/story-slugs/state?type=${type}&documentId=${documentId}`)).status).toBe(403);
      // Of a type that they may not write they are told nothing at all.
      const topic = await author.get(`/story-slugs/availability?type=${UIDS.topics}&slug=x`);
      expect(topic.status).toBe(403);
      expect((await author.get('/story-slugs/regenerate')).status).toBe(403);
      expect((await createClient(app).get(`/story-slugs/availability?type=${type}&slug=${slug}`)).status).toBe(401);
    });
  });

  describe('making slugs again', () => {
    test('tells first, then writes, and old addresses go on leading there', async () => {
      const admin = createClient(app, await logIn(app));
      const { documentId } = await create({ title: headline('Published') });
      const chosen = await create({ title: headline('Chosen'), slug: slugOf(headline('own words')) });
      const title = headline('Headline of today');
      const { slug: old } = await update(documentId, { title });
      const unfinished = await create({ title: headline('Unfinished') });
      await update(unfinished.documentId, { title: headline('Draft') }, '?status=draft');

      const query = `type=${UIDS.articles}`;
      const find = (body: { data: { changes: { documentId: string }[] } }, id = documentId) =>
        body.data.changes.find((change) => change.documentId === id);
      const kept = await admin.get(`/story-slugs/regenerate?${query}`);
      expect(find(kept.body)).toMatchObject({ from: old, outcome: 'published' });
      const dry = await admin.get(`/story-slugs/regenerate?${query}&published=true`);
      expect(find(dry.body)).toMatchObject({ from: old, to: slugOf(title), live: true, outcome: 'would-change' });
      expect(find(dry.body, unfinished.documentId)).toMatchObject({ outcome: 'unfinished-draft' });
      expect(find(dry.body, chosen.documentId)).toMatchObject({ outcome: 'chosen' });
      const all = await admin.get(`/story-slugs/regenerate?${query}&published=true&chosen=true`);
      expect(find(all.body, chosen.documentId)).toMatchObject({ outcome: 'would-change' });
      expect((await resolve(old)).body.data.moved).toBe(false);

      const run = await admin.send('POST', '/story-slugs/regenerate', {
        data: { type: UIDS.articles, published: true },
      });
      expect(run.status, run.text).toBe(200);
      expect(find(run.body)).toMatchObject({ outcome: 'changed', to: slugOf(title) });
      expect(run.body.data.counts.failed).toBeUndefined();
      expect((await resolve(old)).body.data).toMatchObject({ documentId, slug: slugOf(title), moved: true });
      const again = await admin.get(`/story-slugs/regenerate?${query}&published=true`);
      expect(find(again.body)).toBeUndefined();
      expect((await admin.get('/story-slugs/regenerate?published=yes')).status).toBe(400);
    }, 240_000);

    /** A published story whose slug is not what its headline makes, and a draft as an editor saves it. */
    const movedOn = async () => {
      const { documentId, slug } = await create({ title: headline('First words') });
      const title = headline('Headline of now');
      await update(documentId, { title });
      const save = () => articles().update({ documentId, data: { title: headline('Unfinished edits') } });
      return { documentId, slug, title, save };
    };
    const service = () => app.strapi.plugin('story-slugs').service('regenerate') as unknown as RegenerateService;
    const request = { types: [UIDS.articles], locale: 'en', published: true };
    const published = async (documentId: string): Promise<{ title: string; slug: string }> =>
      (await api.get(`/api/articles/${documentId}`)).body.data;

    test('puts no edits before readers that are saved between its reading and its writing', async () => {
      const { documentId, slug, title, save } = await movedOn();
      let isSaved = false;
      const unsubscribe = app.strapi.db.lifecycles.subscribe({
        models: [UIDS.articles],
        async afterFindMany({ params, result }) {
          const isLive = JSON.stringify(params.where ?? {}).includes('$notNull');
          const rows = result as unknown as { documentId?: string }[];
          if (isSaved || !isLive || !rows.some((row) => row.documentId === documentId)) return;
          isSaved = true;
          await save();
        },
      });
      const { changes } = await service()
        .run({ ...request, apply: true })
        .finally(unsubscribe);
      expect(isSaved).toBe(true);
      const change = changes.find((one) => one.documentId === documentId);
      expect(change).toMatchObject({ from: slug, outcome: 'unfinished-draft' });
      expect(await published(documentId)).toMatchObject({ title, slug });
    }, 240_000);

    test('waits for an editor who is saving', async () => {
      const { documentId, slug, title, save } = await movedOn();
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      let saved: Promise<unknown> = Promise.resolve();
      await new Promise<void>((resolve, reject) => {
        saved = app.strapi.db.transaction(async () => {
          await save();
          resolve();
          await ended;
        });
        saved.catch(reject);
      });
      const run = service().run({ ...request, apply: true });
      if (client === 'postgres') await expect.poll(waiting, { timeout: 120_000 }).toBeGreaterThan(0);
      end();
      await saved;
      const change = (await run).changes.find((one) => one.documentId === documentId);
      expect(change).toMatchObject({ from: slug, outcome: 'unfinished-draft' });
      expect(await published(documentId)).toMatchObject({ title, slug });
    }, 240_000);

    /** How many transactions wait for a lock. */
    async function waiting(): Promise<number> {
      const { rows } = await app.strapi.db.connection.raw('select count(*) as n from pg_locks where not granted');
      return Number(rows[0].n);
    }

    test('reads no bodies, and what was made in one statement for many', async () => {
      await movedOn();
      const statements: string[] = [];
      const note = ({ sql }: { sql: string }) => statements.push(sql);
      app.strapi.db.connection.on('query', note);
      const { checked } = await service()
        .run({ ...request, chosen: true })
        .finally(() => app.strapi.db.connection.removeListener('query', note));
      expect(checked).toBeGreaterThan(1);
      // Related links are made beside it, of bodies.
      const own = statements.filter((sql) => !sql.includes('story_blocks'));
      expect(own.filter((sql) => /body|summary/.test(sql))).toEqual([]);
      const made = statements.filter((sql) => sql.includes('story_slugs_made'));
      expect(made.length).toBeLessThanOrEqual(Math.ceil(checked / 200));
    }, 240_000);

    test('a slug that was made at a publication counts as made', async () => {
      const { documentId } = await draft({ title: headline('Made late') });
      const rows = app.strapi.db.query(UIDS.articles);
      await rows.updateMany({ where: { documentId }, data: { slug: null, title: headline('Imported') } });
      await app.strapi.db.connection('story_slugs_made').where({ document_id: documentId }).delete();
      await articles().publish({ documentId });
      await update(documentId, { title: headline('Corrected') });
      const { changes } = await service().run(request);
      expect(changes.find((one) => one.documentId === documentId)).toMatchObject({ outcome: 'would-change' });
    }, 240_000);
  });
});
