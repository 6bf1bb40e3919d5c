import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, type Newsroom, storyData, writeStory } from '../support/newsroom';
import { PNG } from '../support/png';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { addPicture, contentApi, type Desk, openDesk, sendPicture, type Writer } from '../support/writers';

const UPLOAD = 'plugin::upload.content-api';
const PREVIEW = 'plugin::story-blocks.pages.preview';

describe.each(anyClient)('files of what is not published, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let reader: Client;
  let previewer: Client;
  let uploader: string;
  const files = new Map<string, Json>();
  const stories = new Map<string, string>();
  const idOf = (name: string) => files.get(name)?.id as number;

  /** How Strapi names what is uploaded: ten hexadecimal digits at the end. */
  async function add(name: string, end: string): Promise<Json> {
    const hash = `${name.replaceAll(' ', '_')}_${end}`;
    const file = await addPicture(app.strapi, name, `/uploads/${hash}.png`);
    await app.strapi.db.query('plugin::upload.file').update({ where: { id: file.id }, data: { hash } });
    files.set(name, { ...file, hash });
    return { ...file, hash };
  }
  const inBody = ({ hash }: Json, size = '') => [
    {
      type: 'image',
      image: {
        name: 'x',
        hash,
        ext: '.png',
        mime: 'image/png',
        size: 1,
        width: 1,
        height: 1,
        url: `/uploads/${size}${hash}.png`,
        provider: 'local',
        createdAt: '2026-01-01T00:00:00.000Z',
        updatedAt: '2026-01-01T00:00:00.000Z',
      },
      children: [{ type: 'text', text: '' }],
    },
  ];
  const story = async (name: string, data: Json, publish = true) =>
    stories.set(name, await writeStory(writer, room, name, data, publish));

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'files', { stories: false });
    await add('of nobody', 'a000000000');
    await story('live', { image: (await add('of the live', 'a000000001')).id });
    await story('draft', { image: (await add('of the draft', 'a000000002')).id }, false);
    await story('held', { image: (await add('of the held', 'a000000003')).id });
    await story('shared draft', { image: idOf('of the live') }, false);
    await story('text', { body: inBody(await add('in a draft’s text', 'a000000004')) }, false);
    await story('small', { body: inBody(await add('in a draft’s text, small', 'a000000005'), 'small_') }, false);
    await story('live text', { body: inBody(await add('in a live text', 'a000000006')) });
    await story('changed', {});
    const changed = { image: (await add('of a change', 'a000000007')).id };
    await writer.update('articles', stories.get('changed') as string, changed, 'en', true);
    await writer.update('authors', room.authors.ana, { avatar: (await add('of an author', 'a000000008')).id });
    await desk.api.write('PUT', `/api/story-blocks/holds/${stories.get('held')}`, { state: 'canceled' });
    await settled(app.strapi);
    const custom = (actions: string[]) => createToken(app.strapi, 'custom', actions);
    const reads = [`${UPLOAD}.find`, `${UPLOAD}.findOne`];
    reader = createClient(app, await custom(reads));
    previewer = createClient(app, await custom([...reads, PREVIEW]));
    uploader = await custom([...reads, `${UPLOAD}.upload`, `${UPLOAD}.destroy`]);
  });
  afterAll(() => app?.stop());

  const SHOWN = ['in a live text', 'of an author', 'of nobody', 'of the live'];
  const HIDDEN = ['in a draft’s text', 'in a draft’s text, small', 'of a change', 'of the draft', 'of the held'];
  const names = (list: Json[]) => list.map(({ name }) => name).sort();
  async function listed(client: Client): Promise<string[]> {
    const { body } = await client.get('/api/upload/files');
    const filtered = await client.get(
      '/api/upload/files?filters[hash][$contains]=_a0000&filters[$or][0][id][$gt]=0&sort=name'
    );
    expect(names(filtered.body)).toEqual(names(body));
    const graphql = await client.graphql(
      `{ uploadFiles(pagination: { limit: 50 }) { name } uploadFiles_connection(pagination: { pageSize: 50 }) { nodes { name } pageInfo { total } } }`
    );
    expect(graphql.body.errors, graphql.text).toBeUndefined();
    const { uploadFiles, uploadFiles_connection: connection } = graphql.body.data;
    expect(names(uploadFiles)).toEqual(names(body));
    expect(names(connection.nodes)).toEqual(names(body));
    expect(connection.pageInfo.total).toBe(body.length);
    return names(body);
  }
  async function found(client: Client, name: string): Promise<boolean> {
    const { id, documentId } = files.get(name) as Json;
    const rest = await client.get(`/api/upload/files/${id}`);
    const graphql = await client.graphql(`query ($id: ID!) { uploadFile(documentId: $id) { name } }`, {
      id: documentId,
    });
    expect(graphql.body.data?.uploadFile?.name ?? null, graphql.text).toBe(rest.status === 200 ? name : null);
    expect([200, 404]).toContain(rest.status);
    return rest.status === 200;
  }

  test('are neither listed, nor counted, nor found by who may not preview', async () => {
    expect(await listed(reader)).toEqual(SHOWN);
    for (const name of SHOWN) expect(await found(reader, name), name).toBe(true);
    for (const name of HIDDEN) expect(await found(reader, name), name).toBe(false);
    const one = await reader.get(`/api/upload/files?filters[name][$startsWith]=of the dra`);
    expect(one.body).toEqual([]);
  });

  test('are there for who may preview, and in the media library', async () => {
    expect(await listed(previewer)).toEqual([...SHOWN, ...HIDDEN].sort());
    for (const name of HIDDEN) expect(await found(previewer, name), name).toBe(true);
    const library = await desk.admin.get('/upload/files?pageSize=100');
    expect(names(library.body.results)).toEqual([...SHOWN, ...HIDDEN].sort());
  });

  test('come when the story is published, and go when it is held or unpublished', async () => {
    const draft = stories.get('draft') as string;
    await writer.publish(draft, 'en');
    expect(await found(reader, 'of the draft')).toBe(true);
    await desk.api.write('PUT', `/api/story-blocks/holds/${draft}`, { state: 'withheld' });
    expect(await found(reader, 'of the draft')).toBe(false);
    expect(await listed(reader)).toEqual(SHOWN);

    await writer.publish(stories.get('changed') as string, 'en');
    expect(await found(reader, 'of a change')).toBe(true);
    await writer.publish(stories.get('text') as string, 'en');
    expect(await found(reader, 'in a draft’s text')).toBe(true);
    const live = stories.get('live') as string;
    await desk.api.write('PUT', `/api/story-blocks/holds/${live}`, { state: 'canceled' });
    expect(await found(reader, 'of the live')).toBe(false);
    await desk.api.send('DELETE', `/api/story-blocks/holds/${live}`);
    await writer.publish(live, 'en');
    expect(await found(reader, 'of the live')).toBe(true);
  });

  test('a picture that another language has published stays', async () => {
    const both = (await add('in two languages', 'b000000001')).id;
    await story('two', { image: both });
    const id = stories.get('two') as string;
    await writer.update('articles', id, storyData(room, 'fr', 'Deux', { image: both }), 'fr');
    await desk.admin.send(
      'POST',
      `/content-manager/collection-types/api::article.article/${id}/actions/unpublish?plugins[i18n][locale]=en`,
      {}
    );
    expect(await found(reader, 'in two languages')).toBe(true);
  });

  test('a picture of one language’s draft stays hidden when another language is published', async () => {
    const body = inBody(await add('in French, not yet', 'b000000003'));
    const id = await writeStory(writer, room, 'In French later');
    await writer.update('articles', id, storyData(room, 'fr', 'Plus tard'), 'fr', false);
    await writer.update('articles', id, { body }, 'fr', true);
    expect(await found(reader, 'in French, not yet')).toBe(false);
    await writer.update('articles', id, { priority: 3 }, 'en', false);
    expect(await found(reader, 'in French, not yet')).toBe(false);
    await writer.publish(id, 'fr');
    expect(await found(reader, 'in French, not yet')).toBe(true);
  });

  describe('to who writes an entry with such a file by its number', () => {
    const ARTICLE = 'api::article.article';
    const AUTHOR = 'api::author.author';
    let stranger: Client;
    let secret: Json;
    let own: number;
    beforeAll(async () => {
      secret = await add('of the unseen', 'c000000001');
      own = (await add('of a stranger', 'c000000002')).id;
      await story('unseen', { image: secret.id }, false);
      const actions = [ARTICLE, AUTHOR].flatMap((uid) =>
        ['find', 'findOne', 'create', 'update'].map((action) => `${uid}.${action}`)
      );
      stranger = createClient(app, await createToken(app.strapi, 'custom', [...actions, `${UPLOAD}.findOne`]));
    });
    const named = (id: unknown) => [id, `${id}`, { id }, [id], { set: [id] }, { set: [{ id }] }, { connect: [{ id }] }];

    test.each(named(0).map((_, at) => at))('it is a file that is not there (form %i)', async (form) => {
      for (const [path, data] of [
        ['authors?populate=avatar', (file: unknown) => ({ name: 'A', avatar: file })],
        ['articles?populate=image', (file: unknown) => ({ title: 'A', image: file })],
        ['articles?populate=image&status=published', (file: unknown) => ({ title: 'A', image: file })],
      ] as const) {
        const hidden = await stranger.send('POST', `/api/${path}`, { data: data(named(secret.id)[form]) });
        const unknown = await stranger.send('POST', `/api/${path}`, { data: data(named(987_654)[form]) });
        expect(hidden.text).not.toContain('unseen');
        expect([hidden.status, hidden.text]).toEqual([unknown.status, unknown.text]);
      }
      expect(await found(reader, 'of the unseen')).toBe(false);
    });

    test('nor in a mutation, nor by a change', async () => {
      const mutation = `mutation ($file: ID!) { createArticle(data: { title: "A", image: $file }, status: DRAFT) { image { name url } } }`;
      const [hidden, unknown] = [
        await stranger.graphql(mutation, { file: secret.id }),
        await stranger.graphql(mutation, { file: 987_654 }),
      ];
      expect(hidden.text).toBe(unknown.text);
      expect(hidden.body.errors?.length).toBeGreaterThan(0);
      const avatar = `mutation ($id: ID!, $file: ID!) { updateAuthor(documentId: $id, data: { avatar: $file }) { avatar { name } } }`;
      const changed = await stranger.graphql(avatar, { id: room.authors.ana, file: secret.id });
      expect(changed.body.errors?.length, changed.text).toBeGreaterThan(0);
      expect(await found(reader, 'of the unseen')).toBe(false);
    });

    test('one of its own, or that the entry has already, may be named', async () => {
      const made = await stranger.send('POST', '/api/articles?status=draft', { data: { title: 'Mine', image: own } });
      expect(made.status, made.text).toBe(201);
      const id = made.body.data.documentId;
      const again = await stranger.send('PUT', `/api/articles/${id}?status=draft`, { data: { image: own } });
      expect(again.status, again.text).toBe(200);
      const [row] = await app.strapi.documents(ARTICLE as never).findMany({
        filters: { documentId: id },
        populate: ['image'],
      } as never);
      expect((row as Json).image.id).toBe(own);
    });

    test('who may preview names any', async () => {
      const data = { name: 'B', avatar: secret.id };
      const actions = [`${AUTHOR}.create`, `${AUTHOR}.find`, `${UPLOAD}.find`, PREVIEW];
      const client = createClient(app, await createToken(app.strapi, 'custom', actions));
      const made = await client.send('POST', '/api/authors?populate=avatar', { data });
      expect([made.status, made.body.data?.avatar?.name], made.text).toEqual([201, 'of the unseen']);
    });
  });

  describe('that are sent into a field of an entry', () => {
    const ARTICLE = 'api::article.article';
    const send = async (actions: string[], fields: Record<string, string>) => {
      const token = await createToken(app.strapi, 'custom', [`${UPLOAD}.upload`, ...actions]);
      const form = new FormData();
      form.append('files', new Blob([PNG], { type: 'image/png' }), 'sent.png');
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${app.url}/api/upload`, { method: 'POST', headers, body: form });
      return { status: answer.status, text: await answer.text() };
    };
    let id: string;
    let refId: string;
    beforeAll(async () => {
      id = await writeStory(writer, room, 'Without a picture');
      const where = { documentId: id, locale: 'en', publishedAt: { $notNull: true } };
      refId = `${((await app.strapi.db.query(ARTICLE as never).findOne({ where } as never)) as Json).id}`;
    });
    const shown = async () => (await desk.api.get(`/api/story-blocks/pages/${id}?locale=en`)).body.data.story.image;

    test('change nothing without the permission to update it', async () => {
      const answer = await send([], { ref: ARTICLE, refId, field: 'image' });
      expect(answer.status, answer.text).toBe(403);
      expect(await shown()).toBeNull();
    });

    test.each<[string, Record<string, string>]>([
      ['ref', { ref: 'constructor', refId: '1', field: 'image' }],
      ['ref', { ref: 'api::no.type', refId: '1', field: 'image' }],
      ['field', { ref: ARTICLE, refId: '1', field: 'title' }],
      ['field', { ref: ARTICLE, refId: '1', field: '__proto__' }],
      ['refId', { ref: ARTICLE, refId: 'x', field: 'image' }],
      ['ref', { refId: '1' }],
      ['fileInfo', { fileInfo: '{' }],
      ['fileInfo', { fileInfo: JSON.stringify({ name: '../../x' }) }],
      ['fileInfo', { fileInfo: JSON.stringify({ name: 'a\nb' }) }],
      ['fileInfo', { fileInfo: JSON.stringify({ name: 'a\u0000b' }) }],
    ])('with an unfit %s are refused, and not stored: %j', async (named, fields) => {
      const count = () => app.strapi.db.query('plugin::upload.file').count();
      const before = await count();
      const answer = await send([`${ARTICLE}.update`], fields);
      expect([answer.status, answer.text], answer.text).toEqual([400, expect.stringContaining(named)]);
      expect(await count()).toBe(before);
    });

    test('stand on its page at once with that permission', async () => {
      const answer = await send([`${ARTICLE}.update`], { ref: ARTICLE, refId, field: 'image' });
      expect(answer.status, answer.text).toBe(201);
      expect((await shown())?.url).toContain('/uploads/sent_');
    });
  });

  test('who may upload changes and deletes such a file, and is not told what it is', async () => {
    const { id } = await add('of a secret', 'b000000002');
    await story('secret', { image: id }, false);
    const changed = await sendPicture({ app, token: uploader }, `/api/upload?id=${id}`, {
      fileInfo: { caption: 'Mine' },
    });
    expect(Object.keys(changed).sort()).toEqual(['createdAt', 'documentId', 'id', 'publishedAt', 'updatedAt']);
    const client = createClient(app, uploader);
    const mutation = `mutation ($id: ID!) { updateUploadFile(id: $id, info: {}) { name } }`;
    const refused = await client.graphql(mutation, { id });
    expect(refused.body.errors?.[0].extensions.error.details.code, refused.text).toBe('DRAFTS_REFUSED');
    const told = await client.send('DELETE', `/api/upload/files/${id}`);
    expect([told.status, told.text]).toEqual([200, expect.not.stringContaining('secret')]);
  });
});
