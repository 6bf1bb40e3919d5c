import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootOpenApp } from '../support/access/app';
import { logInWith, type Permission } from '../support/access/callers';
import { createAdmin, manager } from '../support/admin';
import { type Client, createClient, type Json } from '../support/client';
import { foundNewsroom, headline, type Newsroom, storyData } from '../support/newsroom';
import { anyClient, type Running } from '../support/strapi';
import { addPicture, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const CREDIT = 'story.credit';
const SECRET = 'Admiral sold the charts';
const TELLING = /Admiral|admiral|charts|summary of it/;
const FIELDS = ['title', 'slug', 'body', 'summary', 'image', 'section', 'topics', 'byline.author', 'byline.name'];
const WRITES = ['create', 'read', 'update', 'delete', 'publish'];

const onStories = (of: { locales: string[]; fields?: string[]; own?: boolean; actions?: string[] }): Permission[] =>
  (of.actions ?? WRITES).map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: ARTICLE,
    properties: {
      locales: of.locales,
      ...(['delete', 'publish'].includes(action) ? {} : { fields: of.fields ?? FIELDS }),
    },
    conditions: of.own && action !== 'create' ? ['admin::is-creator'] : [],
  }));
const onSections: Permission = {
  action: 'plugin::content-manager.explorer.read',
  subject: 'api::section.section',
  properties: { fields: ['name', 'slug'], locales: ['en', 'fr'] },
};

describe.each(anyClient)('what the content manager answers to those who may not read all, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let own: Client;
  let french: Client;
  let titles: Client;
  let writes: Client;
  let author: Client;
  /** A draft of somebody else's: in English, and in French beside it. */
  let both: string;
  let draft: string;
  let picture: Json;

  const rowOf = async (uid: string, where: object) =>
    (await app.strapi.db.query(uid as never).findOne({ where, populate: true } as never)) as Json;
  const check = (who: Client, body: object) =>
    who.send('POST', manager('articles', '/actions/bulkFindForValidation'), body);
  /** Tries one write after the other on a story in English and French, as it was made. */
  async function inBoth(title: string, published: boolean): Promise<string> {
    const secret = { summary: 'A summary of it', image: picture.id };
    const id = await writer.create('articles', storyData(room, 'en', headline(room, title), secret), 'en', published);
    await writer.update('articles', id, storyData(room, 'fr', 'Vendues'), 'fr', !published);
    return id;
  }

  beforeAll(async () => {
    app = await bootOpenApp({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'answers', { stories: false });
    picture = await addPicture(app.strapi, 'quay');
    const logged = async (permissions: Permission[]) => createClient(app, await logInWith(app, permissions));
    own = await logged([...onStories({ locales: ['en', 'fr'], own: true }), onSections]);
    french = await logged(onStories({ locales: ['fr', 'ja'] }));
    titles = await logged(onStories({ locales: ['en', 'fr'], fields: ['title'] }));
    writes = await logged(onStories({ locales: ['en', 'fr'], actions: ['create', 'update', 'publish'] }));
    author = await createAdmin(app, 'strapi-author');
    both = await inBoth(SECRET, false);
    draft = await writer.create('articles', storyData(room, 'en', headline(room, `${SECRET} again`)), 'en', false);
  }, 300_000);
  afterAll(() => app?.stop());

  test('the check before many are published gives what may be read, and no other language', async () => {
    for (const [name, who, ids] of [
      ['own', own, []],
      ['author', author, []],
      ['french', french, [both]],
    ] as const) {
      for (const locale of ['fr', 'en', undefined]) {
        const answer = await check(who, { documentIds: [both, draft], locale });
        expect([answer.status, TELLING.test(answer.text)], `${name} ${locale} ${answer.text}`).toEqual([200, false]);
        const found = answer.body.results.map(({ documentId }: Json) => documentId);
        expect(found, `${name} ${locale}`).toEqual(locale === 'fr' ? ids : []);
      }
      const all = await check(who, { documentIds: [both, draft], locale: '*' });
      expect([all.status, TELLING.test(all.text)], all.text).toEqual([400, false]);
    }
    const told = await check(titles, { documentIds: [both, draft], locale: 'en' });
    const [first] = told.body.results as Json[];
    expect(first.title).toContain(SECRET);
    expect([first.summary, first.body, /summary of it|quay/.test(told.text)], told.text).toEqual([
      undefined,
      undefined,
      false,
    ]);
    const all = await check(desk.admin, { documentIds: [both, draft], locale: 'en', sort: 'title:asc' });
    expect(all.body.results.map(({ documentId }: Json) => documentId)).toEqual([both, draft]);
    expect(all.body.results[0].summary).toBe('A summary of it');
    const mine = await own.send('POST', `${manager('articles')}?locale=en`, { title: headline(room, 'Mine') });
    const checked = await check(own, { documentIds: [both, mine.body.data.documentId], locale: 'en' });
    expect(checked.body.results.map(({ title }: Json) => title)).toEqual([headline(room, 'Mine')]);
    const none = `${manager('articles', '/actions/countManyEntriesDraftRelations')}?locale=en&documentIds[0]=${draft}`;
    expect([(await own.get(none)).status, (await desk.admin.get(none)).status]).toEqual([404, 200]);
  });

  test('a write in one language tells nothing of another', async () => {
    const live = await inBoth(SECRET, true);
    const changed = await inBoth(SECRET, true);
    await writer.update('articles', changed, { title: 'Autre' }, 'fr', true);
    const gone = await inBoth(SECRET, true);
    for (const [method, path, body] of [
      ['PUT', `/${both}?locale=fr`, { title: 'Vendues hier' }],
      ['GET', `/${both}?locale=fr`],
      ['GET', `/${both}?locale=ja`],
      ['POST', `?locale=ja`, { documentId: both, title: '売却' }],
      ['POST', `/${live}/actions/unpublish?locale=fr`, {}],
      ['POST', `/${live}/actions/publish?locale=fr`, { title: 'Vendues encore' }],
      ['POST', `/${changed}/actions/discard?locale=fr`, {}],
      ['POST', `/${gone}/actions/unpublish?locale=fr`, { discardDraft: true }],
      ['GET', '?locale=fr&populate[localizations][populate]=*'],
    ] as const) {
      const what = `${method} ${path}`;
      const answer =
        method === 'GET'
          ? await french.get(manager('articles', path))
          : await french.send(method, manager('articles', path), body);
      expect([answer.status < 300, TELLING.test(answer.text)], `${what} ${answer.text}`).toEqual([true, false]);
      const others = [...(answer.body.data?.localizations ?? []), ...(answer.body.meta?.availableLocales ?? [])];
      for (const { locale, ...rest } of others.filter((one: Json) => one.locale === 'en')) {
        expect(new Set(Object.keys(rest)), `${what} ${locale}`).toEqual(new Set(['id', 'documentId']));
      }
    }
    // Who reads both is told what the form shows of the other one.
    const answer = await desk.admin.send('PUT', `${manager('articles', `/${both}`)}?locale=fr`, { title: 'Vendues' });
    const english = answer.body.meta.availableLocales.find(({ locale }: Json) => locale === 'en');
    expect([english.status, typeof english.updatedAt], answer.text).toEqual(['draft', 'string']);
    expect(answer.text).not.toContain('summary of it');
    const [told] = answer.body.data.localizations.filter(({ locale }: Json) => locale === 'en');
    expect([told.documentId, told.status, told.title], answer.text).toEqual([both, 'draft', undefined]);
  });

  test('a write tells no field that its writer may not read', async () => {
    for (const locale of ['en', 'fr']) {
      const answer = await titles.send('PUT', `${manager('articles', `/${both}`)}?locale=${locale}`, {
        title: `Ships in ${locale}`,
      });
      expect([answer.status, /charts|summary of it|quay/.test(answer.text)], answer.text).toEqual([200, false]);
      expect(answer.body.data.title).toBe(`Ships in ${locale}`);
    }
    const blind = await writes.send('PUT', `${manager('articles', `/${both}`)}?locale=en`, { title: 'Unseen' });
    expect([403, 200], blind.text).toContain(blind.status);
    expect(/summary of it|Unseen|quay/.test(blind.text), blind.text).toBe(false);
    const made = await writes.send('POST', `${manager('articles')}?locale=en`, { title: 'Made unseen' });
    expect([made.status, made.body.data?.title], made.text).toEqual([201, undefined]);
  });

  test('an entry that leads to stories tells what they say to those who may read them', async () => {
    const users = app.strapi.db.query('plugin::users-permissions.user');
    const row = await rowOf(ARTICLE, { documentId: both, locale: 'en' });
    await users.create({
      data: { username: 'reader', email: 'reader@open.example', provider: 'local', bookmarks: [row.id] },
    });
    const reading = (subject: string, fields: string[]): Permission => ({
      action: 'plugin::content-manager.explorer.read',
      subject,
      properties: { fields, ...(subject.startsWith('api::') ? { locales: ['en', 'fr'] } : {}) },
    });
    const types = [
      reading('plugin::users-permissions.user', ['username', 'bookmarks']),
      reading('api::section.section', ['name', 'articles']),
    ];
    const asking = async (permissions: Permission[]) =>
      createClient(app, await logInWith(app, [...permissions, ...types]));
    const [frenchOnly, ofOwn] = await Promise.all([
      asking(onStories({ locales: ['fr'] })),
      asking(onStories({ locales: ['en', 'fr'], own: true })),
    ]);
    const list = (who: Client, uid: string, query: string) =>
      who.get(`/content-manager/collection-types/${uid}?locale=en&${query}`);
    for (const who of [frenchOnly, ofOwn]) {
      for (const [uid, field] of [
        ['plugin::users-permissions.user', 'bookmarks'],
        ['api::section.section', 'articles'],
      ]) {
        for (const populate of ['populate=*', `populate=${field}`, `populate[${field}][populate]=*`, '']) {
          const answer = await list(who, uid, populate);
          expect([answer.status, answer.body.results.length > 0], answer.text).toEqual([200, true]);
          expect(/Unseen|charts|summary of it|quay/.test(answer.text), `${populate} ${answer.text}`).toBe(false);
        }
      }
      const order = async (way: string) =>
        (await list(who, 'api::section.section', `sort=articles.title:${way}`)).body.results.map(({ id }: Json) => id);
      expect(await order('asc')).toEqual(await order('desc'));
    }
  });

  test('no list comes in the order of what may not be read', async () => {
    const makers = await Promise.all(
      ['b', 'c', 'd', 'e', 'f'].map(async (letter) => {
        const who = createClient(app, await logInWith(app, onStories({ locales: ['en'] })));
        const answer = await who.send('POST', `${manager('articles')}?locale=en`, {
          title: `Ordered ${letter}`,
          summary: `${letter === 'd' ? 'z' : letter}`,
        });
        return answer.body.data.documentId as string;
      })
    );
    const ids = (answer: Json) =>
      answer.body.results.map(({ documentId }: Json) => documentId).filter((id: string) => makers.includes(id));
    const list = async (who: Client, sort: string) => {
      const answer = await who.get(`${manager('articles')}?locale=en&pageSize=100&${sort}`);
      expect(answer.status, answer.text).toBe(200);
      return ids(answer);
    };
    for (const order of [
      'createdBy.password',
      'createdBy.resetPasswordToken',
      'section.createdBy.password',
      'localizations.title',
      'summary',
      'section.name',
    ]) {
      const nested = order
        .split('.')
        .map((name) => `[${name}]`)
        .join('');
      for (const form of [`sort=${order}:`, `sort[0]=${order}:`, `sort${nested}=`, `sort[0]${nested}=`]) {
        const [up, down] = [await list(titles, `${form}asc`), await list(titles, `${form}desc`)];
        expect(up, form).toEqual(down);
        expect(new Set(up)).toEqual(new Set(makers));
      }
      for (const sort of [`${order}:asc`, [`${order}:asc`]]) {
        const down = JSON.parse(JSON.stringify(sort).replace(':asc', ':desc'));
        const by = (one: unknown) => check(titles, { documentIds: makers, locale: 'en', sort: one });
        expect(ids(await by(sort)), `body ${order}`).toEqual(ids(await by(down)));
      }
    }
    for (const field of ['createdBy.password', 'createdBy.resetPasswordToken', 'localizations.title']) {
      expect(await list(desk.admin, `sort=${field}:asc`)).toEqual(await list(desk.admin, `sort=${field}:desc`));
    }
    for (const [who, field] of [
      [titles, 'title'],
      [desk.admin, 'title'],
      [desk.admin, 'summary'],
      [titles, 'createdAt'],
      [titles, 'createdBy.email'],
    ] as const) {
      const up = await list(who, `sort=${field}:asc`);
      expect(up, field).toEqual([...(await list(who, `sort=${field}:desc`))].reverse());
      expect(await list(who, `sort=createdBy.password:asc,${field}:asc`), field).toEqual(up);
    }
    expect(ids(await check(titles, { documentIds: makers, locale: 'en', sort: 'title:desc' }))).toEqual(
      [...makers].reverse()
    );
    const users = (order: string) => desk.admin.get(`/admin/users?pageSize=100&sort=password:${order}`);
    const [up, down] = [await users('asc'), await users('desc')];
    if (up.status === 200) expect(up.body.data.results).toEqual(down.body.data.results);
  });

  test('what is chosen from in a form has its name, and no more', async () => {
    const pick = (who: Client, query: string) =>
      who.get(`/content-manager/relations/${ARTICLE}/section?locale=en&${query}`);
    const plain = await pick(own, '');
    expect([plain.status, plain.body.results.length > 1], plain.text).toEqual([200, true]);
    const names = (answer: Json) => answer.body.results.map(({ documentId }: Json) => documentId);
    for (const query of [
      'populate=createdBy',
      'populate=*',
      'populate[createdBy][fields]=password',
      'fields[0]=label',
      'fields=label',
      'sort=createdBy.password:desc',
      'sort=label:desc',
    ]) {
      const answer = await pick(own, query);
      expect([answer.status, answer.body?.results], query).toEqual([200, plain.body.results]);
    }
    expect(names(await pick(own, 'sort=name:desc'))).toEqual(names(plain).reverse());
    const unseen = await pick(french, 'filters[label][$contains]=zzz');
    expect([unseen.status, unseen.body.results.length], unseen.text).toEqual([200, plain.body.results.length]);
  });

  test('a row of a byline tells its author to those who may read that byline', async () => {
    const documentId = room.authors.ana;
    const data = (title: string) => ({ title, byline: [{ author: { connect: [{ documentId }] } }] });
    const credited = async (who: Client, title: string) => {
      const made = await who.send('POST', `${manager('articles')}?locale=en`, data(headline(room, title)));
      expect(made.status, made.text).toBe(201);
      const row = await rowOf(ARTICLE, { documentId: made.body.data.documentId });
      return row.byline[0].id as number;
    };
    const [theirs, mine] = [await credited(desk.admin, 'Credited'), await credited(own, 'Credited to me')];
    const tell = (who: Client, row: number | string) =>
      who.get(`/content-manager/relations/${CREDIT}/${row}/author?locale=en`);
    for (const [name, who] of Object.entries({ own, french, titles, author })) {
      const answer = await tell(who, theirs);
      expect([answer.status, answer.text.includes(documentId)], `${name} ${answer.text}`).toEqual([403, false]);
      const available = await who.get(`/content-manager/relations/${CREDIT}/author?locale=en&id=${theirs}`);
      expect(available.status, `${name} ${available.text}`).toBe(403);
    }
    for (const odd of ['x', '999999', '1e99']) expect([400, 403, 404]).toContain((await tell(own, odd)).status);
    expect((await tell(titles, mine)).status).toBe(403);
    for (const [who, row] of [
      [own, mine],
      [desk.admin, theirs],
    ] as const) {
      const answer = await tell(who, row);
      expect([answer.status, answer.body.results?.[0]?.documentId], answer.text).toEqual([200, documentId]);
    }
    expect((await own.get(`/content-manager/relations/${CREDIT}/author?locale=en&id=${mine}`)).status).toBe(200);
    expect((await own.get(`/content-manager/relations/${CREDIT}/author?locale=en`)).status).toBe(200);
  });

  test('only who may configure forms changes those of components', async () => {
    const path = `/content-manager/components/${CREDIT}/configuration`;
    const before = (await desk.admin.get(path)).body.data.component;
    const { uid: _, category: __, ...configuration } = before;
    const hacked = { ...configuration, layouts: { ...configuration.layouts, edit: [] } };
    for (const who of [own, author, french]) expect((await who.send('PUT', path, hacked)).status).toBe(403);
    expect((await desk.admin.get(path)).body.data.component).toEqual(before);
    const may = createClient(app, await logInWith(app, ['plugin::content-manager.components.configure-layout']));
    for (const who of [desk.admin, may]) {
      const { layouts, settings, metadatas } = configuration;
      const answer = await who.send('PUT', path, { layouts, settings, metadatas });
      expect(answer.status, answer.text).toBe(200);
    }
  });

  test('a folder is moved by those who may move what is in it', async () => {
    const make = async (name: string, parent: number | null = null) =>
      (await desk.admin.send('POST', '/upload/folders', { name, parent })).body.data as Json;
    const [harbor, archive] = [await make('Harbor'), await make('Archive')];
    const within = await make('Within', harbor.id);
    const file = await addPicture(app.strapi, 'in a folder');
    const move = (who: Client, folder: Json, parent: number | null, name = folder.name) =>
      who.send('PUT', `/upload/folders/${folder.id}`, { name, parent });
    expect((await move(author, harbor, archive.id)).status).toBe(200);
    expect((await move(author, harbor, null)).status).toBe(200);
    const { path } = within;
    await app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: file.id }, data: { folder: within.id, folderPath: path } });
    const folderPath = async () => (await rowOf('plugin::upload.file', { id: file.id })).folderPath;
    for (const folder of [harbor, within]) {
      const answer = await move(author, folder, archive.id);
      expect(answer.status, answer.text).toBe(403);
    }
    expect(await folderPath()).toBe(path);
    expect((await move(author, harbor, null, 'Harbour')).status).toBe(200);
    expect((await move(desk.admin, harbor, archive.id)).status).toBe(200);
    expect(await folderPath()).toBe(`${archive.path}${path}`);
  });
});
