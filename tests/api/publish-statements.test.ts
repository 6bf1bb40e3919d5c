import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../support/admin';
import { foundNewsroom, type Newsroom, storyData } from '../support/newsroom';
import { statementsOf } from '../support/statements';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { addPicture, contentApi, openDesk } from '../support/writers';

/**
 * Statements of publishing a draft with section, topic, source, place, byline and picture; without the plugins they are
 * 53. `tables`: those on the plugins' own tables. `locks`: PostgreSQL's, which SQLite does without.
 */
const MOST = { all: 66, tables: 8, locks: 1 };
/** A first publication also notes when it was; a later one finds that with what it reads anyway. */
const FIRST = { all: MOST.all + 1, tables: MOST.tables + 1 };
/** Strapi measures its media library now and then, in a transaction of its own. */
const MEASURES = /strapi_core_store_settings|^select LENGTH\(|^select count\(.+ from \S*files\S* as \S+ limit/i;

describe.each(clients)('statements of a publication, on %s', (client) => {
  let app: Running;
  let room: Newsroom;
  let image: number;
  beforeAll(async () => {
    // Without its worker, whose statements are nobody's wait.
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    const desk = await openDesk(app);
    room = await foundNewsroom(contentApi(desk.api), 'pub', { stories: false });
    ({ id: image } = await addPicture(app.strapi, 'pier'));
  });
  afterAll(async () => {
    delete process.env.STORY_BLOCKS_WORKER;
    await app?.stop();
  });

  async function countOf(work: () => Promise<unknown>) {
    // Strapi reads what was written before once more for its event, after the answer.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const heard = await statementsOf(app.strapi, work);
    // Each node looks for settings of others now and then, and whether that is still a trouble.
    const asked = heard
      .map(({ sql }) => sql)
      .filter((sql) => !/story_blocks_(settings|troubles)/.test(sql) && !MEASURES.test(sql));
    const locks = asked.filter((sql) => sql.includes('advisory'));
    const tables = asked.filter((sql) => /story_(blocks|slugs)_/.test(sql));
    return { all: asked.length - locks.length, tables: tables.length, locks: locks.length, asked };
  }

  test('are a fixed number, however much there is already', async () => {
    const articles = documentsOf(app.strapi, 'articles');
    const counts: number[] = [];
    for (let at = 0; at < 6; at += 1) {
      const data = storyData(room, 'en', `Story ${at}`, { image });
      const { documentId } = await articles.create({ data, locale: 'en' });
      const { all, tables, locks, asked } = await countOf(() => articles.publish({ documentId, locale: 'en' }));
      // The first keeps its picture, which the others share.
      if (at === 0) continue;
      const told = asked.map((sql) => sql.replace(/\s+/g, ' ').slice(0, 160)).join('\n');
      expect(all, told).toBeLessThanOrEqual(FIRST.all);
      expect(tables, told).toBeLessThanOrEqual(FIRST.tables);
      expect(locks, told).toBeLessThanOrEqual(client === 'postgres' ? MOST.locks : 0);
      counts.push(asked.filter((sql) => !/^(BEGIN|COMMIT)/.test(sql)).length - locks);
      await articles.unpublish({ documentId, locale: 'en' });
      const again = await countOf(() => articles.publish({ documentId, locale: 'en' }));
      // One more than the first time asks whose the slug is: it was noted before.
      expect(again.tables, told).toBeLessThanOrEqual(MOST.tables + 1);
      expect(again.asked.filter((sql) => /^insert.*first_publications/.test(sql))).toEqual([]);
      expect(again.asked.filter((sql) => sql.includes('first_publications')).length).toBe(1);
    }
    expect(new Set(counts).size, counts.join(', ')).toBe(1);
  });

  test('write what the story points at only where that is something else', async () => {
    const articles = documentsOf(app.strapi, 'articles');
    const { documentId } = await articles.create({ data: storyData(room, 'en', 'It moves'), locale: 'en' });
    await articles.publish({ documentId, locale: 'en' });
    const save = async (data: object) => {
      const { asked } = await countOf(() =>
        articles.update({ documentId, locale: 'en', status: 'published', data } as never)
      );
      return asked.filter((sql) => /^(insert|delete).*story_blocks_card_refs/.test(sql)).length;
    };
    const sections = () =>
      app.strapi.db
        .connection('story_blocks_card_refs')
        .where({ document_id: documentId, role: 'section' })
        .pluck('ref_id');
    expect(await save({ title: 'It stays' })).toBe(0);
    expect(await save({ section: room.sections.port })).toBeGreaterThan(0);
    expect(await sections()).toEqual([room.sections.port]);
    expect(await save({ filedAt: '2026-05-01T10:00:00.000Z' })).toBeGreaterThan(0);
  });
});
