import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPlugin, bootChanged, editNewsroom } from '../support/changed-app';
import { createClient, type Json, settled } from '../support/client';
import { foundNewsroom, type Newsroom } from '../support/newsroom';
import { anyClient, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

/** Two plugins of other people, which know our services alone: one gives stories out, one makes them. */
describe.each(anyClient)('plugins of other people, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootChanged({ client }, (distDir) => {
      addPlugin(distDir, 'newsfeed');
      addPlugin(distDir, 'copytaker');
      editNewsroom(distDir, "newsroom.copytaker = { type: 'api::article.article' };");
    });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    room = await foundNewsroom(writer, 'others');
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const feed = async (path: string) => {
    const answer = await desk.api.get(path);
    expect(answer.status).toBe(200);
    return { ...answer, body: JSON.parse(answer.text) as Json };
  };

  test('a feed gives all published stories by pages, each once, and none that is held', async () => {
    const [held] = room.stories;
    await desk.api.write('PUT', `/api/story-blocks/holds/${held}`, { state: 'withheld' });
    const ids: string[] = [];
    for (let path = '/api/newsfeed?locale=en'; path; ) {
      const { body } = await feed(path);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      path = body.next_url ? `${body.next_url}&locale=en` : '';
    }
    const live = await app.strapi.documents('api::article.article').findMany({ locale: 'en', status: 'published' });
    expect(ids.sort()).toEqual(live.map(({ documentId }) => documentId).sort());
    expect(ids).not.toContain(held);
  });

  test('its items say who wrote a story and where it is read, and its tags what it depends on', async () => {
    const { body, headers } = await feed('/api/newsfeed?locale=en');
    const [item] = body.items;
    expect(item).toMatchObject({ title: expect.any(String), url: expect.stringMatching(/^https:/) });
    expect(headers.get('Cache-Tag')?.split(',')).toEqual(expect.arrayContaining(['story-blocks', item.id]));
    expect((await createClient(app).get('/api/newsfeed')).status).toBe(403);
  });

  test('a story that is made of copy is a draft with its dateline, and a story like any other once it is published', async () => {
    const place = await writer.create('datelines', { city: 'Haugesund', country: 'NO', label: 'HAUGESUND' });
    const taker = app.strapi.plugin('copytaker').service('taker');
    const documentId: string = await taker.take(
      'Ferry stops others\nHAUGESUND, Norway (AP)\nThe ferry has stopped.',
      'en'
    );
    expect((await desk.api.get(`/api/story-blocks/pages/${documentId}?locale=en`)).status).toBe(404);
    await writer.publish(documentId, 'en');
    await settled(app.strapi);
    const { body } = await desk.api.get(`/api/story-blocks/pages/${documentId}?locale=en`);
    expect(body.data.story).toMatchObject({
      title: 'Ferry stops others',
      dateline: expect.stringMatching(/^HAUGESUND/),
    });
    expect(place).toBeTruthy();
    expect((await feed('/api/newsfeed?locale=en')).body.items[0].id).toBe(documentId);
  });
});
