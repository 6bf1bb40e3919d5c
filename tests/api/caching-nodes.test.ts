import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, createClient, createToken, type Json, settled } from '../support/client';
import { foundNewsroom, headline, type Newsroom, writeStory } from '../support/newsroom';
import { type SecondNode, startSecondNode } from '../support/second-node';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Writer } from '../support/writers';

describe.runIf(clients.includes('postgres'))('answers that two nodes keep', () => {
  let app: Running;
  let second: SecondNode;
  let writer: Writer;
  let other: Client;
  let room: Newsroom;

  beforeAll(async () => {
    app = await bootStrapi({ client: 'postgres' });
    const token = await createToken(app.strapi, 'full-access');
    writer = contentApi(createClient(app, token));
    room = await foundNewsroom(writer, 'nod');
    await settled(app.strapi);
    second = await startSecondNode();
    other = createClient(second, token);
  });
  afterAll(async () => {
    await second?.stop();
    await app?.stop();
  });

  const page = (id: string) => `/api/story-blocks/pages/${id}`;
  const titles = ({ data }: Json): string[] => data.map(({ title }: Json) => title);

  test('are true on each at the instant at which the other has written', async () => {
    const { port, sport } = room.sections;
    const [ice] = room.stories;
    const teasers = `/api/story-blocks/teasers?section=${sport}&limit=1`;
    for (let round = 0; round < 15; round += 1) {
      const title = headline(room, `Round ${round}`);
      // Kept by the other node before each change.
      for (const path of [page(ice), teasers]) expect((await other.get(path)).status).toBe(200);
      const id = await writeStory(writer, room, `Round ${round}`, { section: sport });
      expect(titles((await other.get(teasers)).body)).toEqual([title]);
      await writer.update('articles', ice, { title: `Ice ${round}` }, 'en');
      expect((await other.get(page(ice))).body.data.story.title).toBe(`Ice ${round}`);
      await writer.update('sections', port, { label: `PORT ${round}` }, 'en');
      const rails = await other.get(`/api/story-blocks/rails?sections=${port},${sport}`);
      expect(rails.body.data[0].label).toBe(`PORT ${round}`);
      await writer.delete('articles', id, '*');
      expect(titles((await other.get(teasers)).body)).not.toContain(title);
      expect((await other.get(page(id))).status).toBe(404);
    }
  });

  test('are true after changes were folded that a node has not seen', async () => {
    const [ice] = room.stories;
    await other.get(page(ice));
    const { connection } = app.strapi.db;
    await writer.update('articles', ice, { title: 'Folded away' }, 'en');
    // As the worker does it, sooner: the row that tells of the change is gone.
    const rows = await connection('story_blocks_generation').orderBy('id');
    const sum = (key: 'value' | 'concepts') => rows.reduce((total, row) => total + Number(row[key]), 0);
    await connection.transaction(async (trx) => {
      await trx('story_blocks_generation').where('id', '>', rows[0].id).delete();
      await trx('story_blocks_generation')
        .where({ id: rows[0].id })
        .update({ value: sum('value'), concepts: sum('concepts'), tags: null, told: true });
    });
    expect((await other.get(page(ice))).body.data.story.title).toBe('Folded away');
  });
});
