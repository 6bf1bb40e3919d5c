import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logInWith } from '../support/access/callers';
import { allowLocales, createAdmin, logIn, manager } from '../support/admin';
import { type Client, createClient, type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, storyData } from '../support/newsroom';
import { PNG } from '../support/png';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { addPicture, contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const SECRET = 'Admiral sold the charts';
const TELLING = /Admiral|admiral|charts|summary of it/;

describe.each(anyClient)('what Strapi’s admin gives of stories that somebody may not read, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let author: Client;
  let french: Client;
  let killed: string;
  let draft: string;
  let both: string;
  let picture: Json;
  const rowOf = async (documentId: string, locale = 'en') =>
    (await app.strapi.db.query(ARTICLE as never).findOne({ where: { documentId, locale } } as never)) as Json;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'guards', { stories: false });
    picture = await addPicture(app.strapi, 'quay');
    const secret = { summary: 'A summary of it', image: picture.id };
    const english = (publish: boolean) =>
      writer.create('articles', storyData(room, 'en', headline(room, SECRET), secret), 'en', publish);
    killed = await english(true);
    draft = await english(false);
    both = await english(false);
    await writer.update('articles', both, storyData(room, 'fr', 'Vendues'), 'fr', true);
    await desk.api.write('PUT', `/api/story-blocks/holds/${killed}`, { state: 'canceled' });
    await settled(app.strapi);
    author = await createAdmin(app, 'strapi-author');
    french = await createAdmin(app, 'strapi-editor');
    await allowLocales(app, 'strapi-author', ['en', 'fr']);
    await allowLocales(app, 'strapi-editor', ['fr']);
  });
  afterAll(() => app?.stop());

  test.each(['clone', 'auto-clone'])('no copy (%s)', async (how) => {
    const count = () => app.strapi.db.query(ARTICLE as never).count();
    const before = await count();
    for (const [who, id] of [
      [author, killed],
      [author, draft],
      [french, killed],
      [french, both],
    ] as const) {
      for (const locale of ['en', 'fr']) {
        const answer = await who.send('POST', `${manager('articles', `/${how}/${id}`)}?locale=${locale}`, {});
        expect([answer.status, TELLING.test(answer.text)], answer.text).toEqual([403, false]);
      }
    }
    expect(await count()).toBe(before);
  });

  test('a story is not told of in a language in which it is not written', async () => {
    for (const [who, id, locale] of [
      [author, draft, 'fr'],
      [author, killed, 'fr'],
      [french, draft, 'fr'],
      [french, killed, 'fr'],
    ] as const) {
      const answer = await who.get(`${manager('articles', `/${id}`)}?locale=${locale}`);
      expect([answer.status, /availableLocales|createdBy|email/.test(answer.text)], answer.text).toEqual([403, false]);
    }
    const mine = await author.send('POST', `${manager('articles')}?locale=en`, {
      title: headline(room, 'Of one language'),
    });
    const begun = await author.get(`${manager('articles', `/${mine.body.data.documentId}`)}?locale=fr`);
    expect([begun.status, begun.body.meta.availableLocales[0].locale], begun.text).toEqual([200, 'en']);
    expect((await french.get(`${manager('articles', `/${both}`)}?locale=fr`)).status).toBe(200);
  });

  describe('of languages and entries that may not be read', () => {
    const _READ = 'plugin::content-manager.explorer.read';
    const check = (who: Client, body: Json) =>
      who.send('POST', manager('articles', '/actions/bulkFindForValidation'), body);
    const _lines = async (who: Client, documentId: string) => {
      const row = (answer: Json) => answer.body.data?.localizations?.find(({ locale }: Json) => locale === 'en');
      const update = await who.send('PUT', manager('articles', `/${documentId}`, 'fr'), { title: 'Vendues hier' });
      const publish = await who.send('POST', manager('articles', `/${documentId}/actions/publish`, 'fr'), {
        title: 'Vendues hier',
      });
      const discard = await who.send('POST', manager('articles', `/${documentId}/actions/discard`, 'fr'), {});
      const unpublish = await who.send('POST', manager('articles', `/${documentId}/actions/unpublish`, 'fr'), {});
      const further = await who.send('POST', manager('articles', '', 'fr'), { documentId, title: 'Vendues hier' });
      return [update, publish, discard, unpublish, further].map((answer) => ({ answer, english: row(answer) }));
    };

    test('the check before many are published gives the entries that may be read', async () => {
      for (const [who, locale, count] of [
        [author, 'en', 0],
        [author, 'fr', 0],
        [french, 'en', 0],
        [french, 'fr', 1],
      ] as const) {
        const answer = await check(who, { documentIds: [draft, killed, both], locale });
        expect([answer.status, answer.body.results.length], answer.text).toEqual([200, count]);
        expect(TELLING.test(answer.text), answer.text).toBe(false);
      }
      const all = await check(desk.admin, { documentIds: [draft, killed, both], locale: 'en', sort: 'title:ASC' });
      expect([all.status, all.body.results.length], all.text).toEqual([200, 3]);
      expect(TELLING.test(all.text)).toBe(true);
    });
  });

  test('an author copies a story of his own', async () => {
    const made = await author.send('POST', manager('articles'), { title: headline(room, 'Of the author') });
    expect(made.status, made.text).toBe(201);
    const copy = await author.send('POST', manager('articles', `/clone/${made.body.data.documentId}`), {});
    expect(copy.status, copy.text).toBe(200);
  });

  test('nothing of another language is filled in', async () => {
    const { id } = await rowOf(draft);
    const fields = (who: Client) =>
      who.send('POST', '/i18n/content-manager/actions/get-non-localized-fields', { model: ARTICLE, id, locale: 'fr' });
    const empty = await fields(french);
    expect([empty.status, empty.body], empty.text).toEqual([200, { nonLocalizedFields: {}, localizations: [] }]);
    expect((await fields(desk.admin)).body.nonLocalizedFields.image?.id).toBe(picture.id);
    const filled = await french.get(
      `/i18n/content-manager/get-fill-from-locale/${ARTICLE}?documentId=${draft}&sourceLocale=en&targetLocale=fr`
    );
    expect([filled.status, TELLING.test(filled.text)], filled.text).toEqual([403, false]);
  });

  test('nobody comes to read a story, or to its hold, by adding a language to it', async () => {
    for (const id of [killed, draft]) {
      const answer = await french.send('PUT', `${manager('articles', `/${id}`)}?locale=fr`, { title: 'Mienne' });
      expect([answer.status, TELLING.test(answer.text)], answer.text).toEqual([403, false]);
      for (const [path, data] of [
        ['', { documentId: id }],
        ['/actions/publish', { documentId: id }],
        [`/${id}/actions/publish`, {}],
      ] as const) {
        const body = { title: 'Mienne', ...data };
        const begun = await french.send('POST', `${manager('articles', path)}?locale=fr`, body);
        expect([begun.status, TELLING.test(begun.text)], `${path} ${begun.text}`).toEqual([403, false]);
      }
      expect(await rowOf(id, 'fr')).toBeNull();
    }
    // In what is written, an id of another entry, or one in a list.
    const mine = await french.send('POST', `${manager('articles')}?locale=fr`, { title: 'À moi' });
    const own = mine.body.data.documentId;
    for (const [method, path, data] of [
      ['PUT', `/${own}`, { documentId: killed }],
      ['PUT', `/${own}`, { documentId: [killed] }],
      ['POST', `/${own}/actions/publish`, { documentId: killed }],
      ['POST', '', { documentId: [killed] }],
      ['POST', '/actions/publish', { documentId: { $eq: killed } }],
    ] as const) {
      const answer = await french.send(method, `${manager('articles', path)}?locale=fr`, { title: 'Mienne', ...data });
      // To publish, Strapi asks for more first.
      expect(path.includes('publish') ? [400, 403] : [400], `${method} ${path} ${answer.text}`).toContain(
        answer.status
      );
    }
    const same = { title: 'À moi encore', documentId: own };
    expect((await french.send('PUT', `${manager('articles', `/${own}`)}?locale=fr`, same)).status).toBe(200);
    expect(await rowOf(killed, 'fr')).toBeNull();
    expect((await french.get(`/story-blocks/holds/${killed}`)).status).toBe(404);
    expect((await french.send('DELETE', `/story-blocks/holds/${killed}`)).status).toBe(404);
    const changed = await french.send('PUT', `${manager('articles', `/${both}`)}?locale=fr`, { title: 'Vendues hier' });
    expect([changed.status, changed.body.data?.title], changed.text).toEqual([200, 'Vendues hier']);
  });

  test.each(['a b,c', 'x\r\nX-Evil: 1', '<img>', 'x'.repeat(300), '*', '__proto__', '', '../../x', 'a'.repeat(24)])(
    'nobody chooses the document id of what is new (%j)',
    async (documentId) => {
      const count = (uid: string) => app.strapi.db.query(uid as never).count();
      const before = [await count(ARTICLE), await count('api::section.section')];
      for (const path of ['', '/actions/publish']) {
        const answer = await desk.admin.send('POST', manager('articles', path, 'en'), { documentId, title: 'Weird' });
        expect(answer.status, `${path} ${answer.text}`).toBe(400);
      }
      const section = { documentId, name: 'Weird', slug: 'weird' };
      expect((await desk.admin.send('POST', manager('sections', '', 'en'), section)).status).toBe(400);
      expect([await count(ARTICLE), await count('api::section.section')]).toEqual(before);
      // The content API and GraphQL know no such field; a copy has an id of its own.
      const filed = await desk.api.send('POST', '/api/articles?locale=en', { data: { title: 'Filed', documentId } });
      expect(filed.body.data?.documentId ?? 'none', filed.text).not.toBe(documentId);
      const copy = await desk.admin.send('POST', manager('articles', `/clone/${draft}`, 'en'), { documentId });
      expect(copy.body.data?.documentId ?? 'none', copy.text).not.toBe(documentId);
    }
  );

  test('an entry with an unfit id from before breaks no listing', async () => {
    const weird = 'a b,c';
    const data = { documentId: weird, ...storyData(room, 'en', headline(room, 'Of before')) };
    await app.strapi.documents(ARTICLE).create({ data: data as never, locale: 'en', status: 'published' });
    await app.strapi
      .documents('api::section.section')
      .create({ data: { documentId: 'x y', name: 'Weird', slug: 'weird' } as never, locale: 'en' });
    await settled(app.strapi);
    for (const path of [
      '/api/articles?include=related,teaser&sort=createdAt:desc&pagination[pageSize]=3',
      '/api/story-blocks/related/a%20b%2Cc?locale=en',
      '/api/story-blocks/pages/a%20b%2Cc?locale=en',
      '/api/story-blocks/fronts/sections/weird?locale=en',
      '/api/story-blocks/teasers?section=weird&locale=en',
      '/api/story-blocks/rails?sections=weird&locale=en',
    ]) {
      const answer = await desk.api.get(path);
      expect(answer.status, `${path} ${answer.text}`).toBe(200);
    }
    const { body } = await desk.api.graphql('{ sections { name teasers(limit: 1) { title } } }');
    expect(body.errors).toBeUndefined();
  });

  test('what has no drafts is not published', async () => {
    const { world } = room.sections;
    for (const path of [`/${world}/actions/publish`, '/actions/publish', `/${world}/actions/unpublish`]) {
      const answer = await desk.admin.send('POST', manager('sections', path, 'en'), { name: 'World' });
      expect(answer.status, `${path} ${answer.text}`).toBe(400);
    }
    const many = await desk.admin.send('POST', manager('sections', '/actions/bulkPublish', 'en'), {
      documentIds: [world],
    });
    expect(many.status, many.text).toBe(400);
  });

  test('who may read nothing is not told what a story’s byline leads to', async () => {
    const nobody = createClient(app, await logInWith(app, []));
    const { id } = (await app.strapi.db.query('story.credit' as never).findOne({} as never)) as Json;
    for (const path of [`story.credit/${id}/author`, 'story-blocks.rail/section', 'story.credit/author']) {
      const answer = await nobody.get(`/content-manager/relations/${path}?locale=en`);
      expect(answer.status, `${path} ${answer.text}`).toBe(403);
    }
    expect((await desk.admin.get(`/content-manager/relations/story.credit/${id}/author?locale=en`)).status).toBe(200);
  });

  test('what a byline leads to is told to who may read the story, and that field of it', async () => {
    const { authors } = room;
    const byline = [{ name: 'Ana', author: authors.ana }];
    const hidden = await writer.create(
      'articles',
      storyData(room, 'en', headline(room, 'Of a hidden author'), { byline } as Json),
      'en',
      false
    );
    const knex = app.strapi.db.connection;
    const story = await rowOf(hidden);
    const { cmp_id: row } = await knex('articles_cmps').where({ entity_id: story.id, field: 'byline' }).first();
    const reads = (fields?: string[], locales = ['en']) => ({
      action: 'plugin::content-manager.explorer.read',
      subject: ARTICLE,
      properties: { ...(fields ? { fields } : {}), locales },
    });
    const as = async (permission: Json) => createClient(app, await logInWith(app, [permission as never]));
    const own = { ...reads(), conditions: ['admin::is-creator'] };
    for (const [who, status] of [
      [author, 403],
      [french, 403],
      [await as(own), 403],
      [await as(reads(['title'])), 403],
      [await as(reads(['title', 'byline.author'])), 200],
      [desk.admin, 200],
    ] as const) {
      for (const path of [`story.credit/${row}/author`, `story.credit/author?id=${row}`]) {
        const answer = await who.get(`/content-manager/relations/${path}`);
        expect(answer.status, `${path} ${answer.text}`).toBe(status);
      }
      // A row that nobody has is told by no other answer.
      const none = await who.get('/content-manager/relations/story.credit/999999/author');
      expect(none.status, none.text).toBe(403);
    }
    // A row that is not saved yet.
    expect((await author.get('/content-manager/relations/story.credit/author')).status).toBe(200);
  });

  test('the picker of a relation refuses fields that may not be read, and names that are none', async () => {
    const titles = createClient(
      app,
      await logInWith(app, [
        {
          action: 'plugin::content-manager.explorer.read',
          subject: ARTICLE,
          properties: { fields: ['title'], locales: ['en'] },
        },
      ])
    );
    const relations = `/content-manager/relations/${ARTICLE}`;
    for (const path of [`/section?locale=en`, `/${draft}/topics?locale=en`, '/createdBy', '/localizations']) {
      const answer = await titles.get(`${relations}${path}`);
      expect(answer.status, `${path} ${answer.text}`).toBe(403);
    }
    expect((await desk.admin.get(`${relations}/section?locale=en`)).status).toBe(200);
    expect((await desk.admin.get(`${relations}/section?locale=en&sort=name:ASC&fields=name,slug`)).status).toBe(200);
    for (const query of ['fields[0]=nothere', 'fields=nothere', 'sort=nothere', 'sort[0]=nothere:asc', 'sort=name.x']) {
      const answer = await desk.admin.get(`${relations}/section?locale=en&${query}`);
      expect(answer.status, `${query} ${answer.text}`).toBe(400);
    }
    for (const path of ['/upload/files?fields=nothere', '/upload/files?sort=nothere', '/upload/folders?sort=name.x']) {
      const answer = await desk.admin.get(path);
      expect(answer.status, `${path} ${answer.text}`).toBe(400);
    }
    expect((await desk.admin.get('/upload/files?sort=createdAt:DESC&page=1&pageSize=10')).status).toBe(200);
  });

  test.each<['POST' | 'PUT', string, Json]>([
    ['POST', '/admin/permissions/check', {}],
    ['POST', '/admin/permissions/check', { permissions: {} }],
    ['PUT', '/admin/homepage/layout', {}],
    ['PUT', '/admin/homepage/layout', { widgets: 'x' }],
    ['PUT', '/admin/homepage/layout', { widgets: [{ uid: '' }] }],
  ])('%s %s takes no %j', async (method, path, body) => {
    const answer = await author.send(method, path, body);
    expect(answer.status, answer.text).toBe(400);
  });

  test('the form of a component is changed by who may configure it', async () => {
    const path = '/content-manager/components/story.credit/configuration';
    const { data } = (await desk.admin.get(path)).body;
    const { layouts, metadatas, settings } = data.component;
    const body = { layouts: { ...layouts, edit: [] }, metadatas, settings };
    for (const who of [author, french]) {
      const answer = await who.send('PUT', path, body);
      expect(answer.status, answer.text).toBe(403);
    }
    expect((await desk.admin.get(path)).body.data.component.layouts).toEqual(layouts);
    const same = await desk.admin.send('PUT', path, { layouts, metadatas, settings });
    expect(same.status, same.text).toBe(200);
  });

  test('a folder is moved by who may change the files in it', async () => {
    const made = async (name: string) =>
      (await desk.admin.send('POST', '/upload/folders', { name, parent: null })).body.data as Json;
    const [full, other] = [await made('With a file'), await made('Another')];
    const inside = await addPicture(app.strapi, 'inside');
    await app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: inside.id }, data: { folder: full.id, folderPath: full.path } });
    const move = (who: Client, parent: number | null) =>
      who.send('PUT', `/upload/folders/${full.id}`, { name: 'With a file', parent });
    expect((await move(author, other.id)).status).toBe(403);
    const file = () => app.strapi.db.query('plugin::upload.file').findOne({ where: { id: inside.id } });
    expect((await file()).folderPath).toBe(full.path);
    const renamed = await move(author, null);
    expect(renamed.status, renamed.text).toBe(200);
    const moved = await move(desk.admin, other.id);
    expect(moved.status, moved.text).toBe(200);
    expect((await file()).folderPath).not.toBe(full.path);
    const folderIds = [full.id, other.id];
    await desk.admin.send('POST', '/upload/actions/bulk-delete', { folderIds });
  });

  test('nobody deletes, moves or sends files that are not theirs to change', async () => {
    const kept = () => app.strapi.db.query('plugin::upload.file').findOne({ where: { id: picture.id } });
    const before = await kept();
    const folder = await desk.admin.send('POST', '/upload/folders', { name: 'Quay', parent: null });
    const inFolder = await addPicture(app.strapi, 'in a folder');
    const { id: folderId, path } = folder.body.data;
    await app.strapi.db
      .query('plugin::upload.file')
      .update({ where: { id: inFolder.id }, data: { folder: folderId, folderPath: path } });
    for (const [action, body] of [
      ['bulk-delete', { fileIds: [picture.id] }],
      ['bulk-delete', { folderIds: [folderId] }],
      ['bulk-move', { fileIds: [picture.id], destinationFolderId: folderId }],
      ['bulk-move', { folderIds: [folderId], destinationFolderId: null }],
      ['bulk-update', { updates: [{ id: picture.id, fileInfo: { caption: 'mine' } }] }],
    ] as const) {
      const answer = await author.send('POST', `/upload/actions/${action}`, body);
      expect([answer.status, answer.text.includes('quay')], `${action} ${answer.text}`).toEqual([403, false]);
    }
    expect(await kept()).toEqual(before);
    const live = await writer.create('articles', storyData(room, 'en', headline(room, 'With the quay')), 'en', true);
    const where = { documentId: live, locale: 'en', publishedAt: { $notNull: true } };
    const row = (await app.strapi.db.query(ARTICLE as never).findOne({ where } as never)) as Json;
    const send = async (who: string) => {
      const form = new FormData();
      form.append('files', new Blob([PNG], { type: 'image/png' }), 'defaced.png');
      for (const [name, value] of Object.entries({ ref: ARTICLE, refId: `${row.id}`, field: 'image' }))
        form.append(name, value);
      const headers = { Authorization: `Bearer ${who}` };
      return (await fetch(`${app.url}/upload`, { method: 'POST', headers, body: form })).status;
    };
    expect(await send(await logIn(app, 'strapi-author'))).toBe(403);
    expect(await send(await logIn(app))).toBe(201);
    const mine = await desk.admin.send('POST', '/upload/actions/bulk-delete', { folderIds: [folderId] });
    expect(mine.status, mine.text).toBe(200);
  });

  test('the media library names entries that have a file, and says no more of them', async () => {
    for (const path of [
      '/upload/files?populate=*',
      '/upload/files?populate=related',
      '/upload/files?populate[related]=*',
      '/upload/files?populate[related][populate]=*',
      '/upload/files?populate[0]=related',
      '/UPLOAD/Files?populate=related',
      `/upload/files/${picture.id}?populate=*`,
      '/upload/folders?populate[files][populate]=related',
      `${manager('authors')}?populate[avatar][populate]=*`,
      `${manager('articles')}?locale=fr&populate[image][populate][related]=*`,
    ]) {
      const answer = await french.get(path);
      expect([TELLING.test(answer.text), answer.status < 500], `${path} ${answer.text}`).toEqual([false, true]);
    }
    const { body } = await french.get('/upload/files?populate=related');
    const related = body.results.find(({ id }: Json) => id === picture.id).related as Json[];
    expect(related.map(({ documentId }) => documentId)).toContain(draft);
    expect(new Set(related.flatMap(Object.keys))).toEqual(
      new Set(['__type', 'id', 'documentId', 'locale', 'publishedAt'])
    );
  });
});
