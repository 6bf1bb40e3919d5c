import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../support/admin';
import { foundNewsroom, type Newsroom, storyData } from '../support/newsroom';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { addPicture, documentService } from '../support/writers';

const FILE = 'plugin::upload.file';

describe.each(anyClient)('pictures of stories, on %s', (client) => {
  let app: Running;
  let room: Newsroom;
  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    room = await foundNewsroom(documentService(app), 'pic', { stories: false });
  });
  afterAll(async () => {
    delete process.env.STORY_BLOCKS_WORKER;
    await app?.stop();
  });

  const edit = (id: number, data: object) => app.strapi.db.query(FILE).update({ where: { id }, data });
  const draft = async (title: string, image: number) =>
    (await documentsOf(app.strapi, 'articles').create({
      data: storyData(room, 'en', title, { image }),
      locale: 'en',
    })) as { documentId: string };
  const publish = (documentId: string) => documentsOf(app.strapi, 'articles').publish({ documentId, locale: 'en' });
  /** What is kept of a picture. */
  async function kept(documentId: string): Promise<Record<string, unknown> | null> {
    const row = await app.strapi.db
      .connection('story_blocks_concepts')
      .where({ kind: 'image', document_id: documentId })
      .first('data');
    return row ? JSON.parse(row.data) : null;
  }

  test('are kept as they are, also where one is changed while its first story is published', async () => {
    const file = await addPicture(app.strapi, 'quay');
    const { documentId } = await draft('At the quay', file.id);
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let reached = () => {};
    const written = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const publishing = app.strapi.db.transaction(async () => {
      await publish(documentId);
      reached();
      await held;
    });
    await written;
    const editing = edit(file.id, { alternativeText: 'Two ferries' });
    // Time enough for the edit to come to where it waits, or to be over.
    await sleep(300);
    commit();
    await Promise.all([publishing, editing]);
    expect(await kept(file.documentId)).toMatchObject({ url: '/quay.png', alternativeText: 'Two ferries' });
  });

  test('are kept as soon as they have an address', async () => {
    const file = await addPicture(app.strapi, 'pier', '');
    await publish((await draft('At the pier', file.id)).documentId);
    expect(await kept(file.documentId)).toBeNull();
    await edit(file.id, { url: '/pier.png' });
    expect(await kept(file.documentId)).toMatchObject({ url: '/pier.png' });
  });

  test('are not kept where no story shows them', async () => {
    const file = await addPicture(app.strapi, 'mole');
    await edit(file.id, { alternativeText: 'A mole' });
    expect(await kept(file.documentId)).toBeNull();
  });

  test('another picture of a story is kept beside the one before', async () => {
    const [one, two] = [await addPicture(app.strapi, 'one'), await addPicture(app.strapi, 'two')];
    const { documentId } = await draft('Two pictures', one.id);
    await publish(documentId);
    await documentsOf(app.strapi, 'articles').update({
      documentId,
      locale: 'en',
      status: 'published',
      data: { image: two.id },
    } as never);
    expect(await kept(two.documentId)).toMatchObject({ url: '/two.png' });
  });
});
