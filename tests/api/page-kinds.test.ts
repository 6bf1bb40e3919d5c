import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPlugin, bootChanged } from '../support/changed-app';
import { createClient, settled } from '../support/client';
import { foundNewsroom, headline, layouts, type Newsroom, storyData } from '../support/newsroom';
import { anyClient, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

describe.each(anyClient)('a kind of page that another plugin registers, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;
  let story: string;
  let title: string;
  const pathOf = (id: string) => `/api/story-blocks/live/${id}?locale=en`;

  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) => addPlugin(distDir, 'liveblog'));
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'live');
    await writer.update('sites', room.sites.north, layouts(room), 'en');
    title = headline(room, 'Ferry aground');
    story = await writer.create(
      'articles',
      { ...storyData(room, 'en', title), section: room.sections.world },
      'en',
      true
    );
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  test('has a route, whose answers are cached and revalidated', async () => {
    const answer = await desk.api.get(pathOf(story));
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ documentId: story, title, minutes: 5 });
    expect(answer.body.data.blocks.map(({ type }: { type: string }) => type)).toEqual(['headline-rails', 'comments']);
    expect(answer.text).not.toContain(`"${story}","headline"`);
    expect(answer.body.meta).toMatchObject({ locale: 'en', generation: expect.any(Number) });
    expect(answer.headers.get('Cache-Tag')).toContain(story);
    const again = await desk.api.get(pathOf(story), { 'If-None-Match': answer.headers.get('ETag') ?? '' });
    expect(again.status).toBe(304);
  });

  test('shows no story twice: its own stands in no block', async () => {
    const { body } = await desk.api.get(pathOf(story));
    expect(JSON.stringify(body.data.blocks)).not.toContain(story);
  });

  test('has a text edition', async () => {
    const answer = await desk.api.get(pathOf(story), { Accept: 'text/plain' });
    expect(answer.headers.get('Content-Type')).toContain('text/plain');
    expect(answer.text.split('\n')[0]).toBe(title);
    expect(answer.text).toContain('Write to us');
  });

  test('has a GraphQL field and type, with blocks by their own types', async () => {
    const { body } = await desk.api.graphql(
      `query ($id: ID!) { livePage(documentId: $id, locale: "en") {
        __typename documentId title minutes locale generation blocks { __typename ... on CommentsBlock { text } }
      } }`,
      { id: story }
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.livePage).toMatchObject({
      __typename: 'LivePage',
      documentId: story,
      title,
      minutes: 5,
      locale: 'en',
    });
    expect(body.data.livePage.blocks).toContainEqual({ __typename: 'CommentsBlock', text: 'Write to us' });
  });

  test('is closed to who may not find stories, and knows no draft', async () => {
    const nobody = await createClient(app).get(pathOf(story));
    expect([401, 403]).toContain(nobody.status);
    const draft = await writer.create('articles', storyData(room, 'en', headline(room, 'Not yet')), 'en', false);
    expect((await desk.api.get(pathOf(draft))).status).toBe(404);
  });

  test('is on the receipt of a kill, and is asked again', async () => {
    const { receipt } = await desk.api.write('PUT', `/api/story-blocks/holds/${story}`, { state: 'canceled' });
    const live = receipt.pages.named.filter(({ page }: { page: string }) => page === 'live');
    expect(live).toEqual([
      { page: 'live', kind: null, documentId: story, title, url: null, locale: 'en', blocks: ['live'] },
    ]);
    expect((await desk.api.get(pathOf(story))).status).toBe(404);
    const places = receipt.pages.named.map(({ page, kind, documentId, locale }: Record<string, unknown>) => ({
      page,
      kind,
      documentId,
      locale,
    }));
    const { body } = await desk.admin.send('POST', `/story-blocks/desk/standing/${story}`, { pages: places });
    expect(body.data.filter(({ gone }: { gone: boolean }) => !gone)).toEqual([]);
  });

  test('is registered before the application starts, under a name and handlers of its own', () => {
    const { registerKind } = app.strapi.plugin('story-blocks').service('pages');
    const kind = { name: 'late', routes: [] };
    expect(() => registerKind(kind)).toThrow('was registered too late');
    for (const handler of ['findOne', 'findRelated']) {
      expect(() => registerKind({ name: 'other', routes: [{ handler }] })).toThrow(`"${handler}"`);
    }
  });
});
