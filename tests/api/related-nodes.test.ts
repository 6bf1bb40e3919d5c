import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGLISH, type Told } from '../fixtures/related-news';
import { documentsOf } from '../support/admin';
import { writeOldStories } from '../support/archive';
import { cardDifferences, orphans, rowsOf } from '../support/database';
import { paragraphs } from '../support/newsroom';
import { dataOf, idsOf, labelsOf, readLinks, rebuilt, rested, upkeepOf } from '../support/related';
import { type SecondNode, startSecondNode } from '../support/second-node';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const LETTERS = 'bcdfghjklm';
const wordOf = (number: number) => [...String(1_000 + number)].map((digit) => `${LETTERS[Number(digit)]}a`).join('');
/** Two stories on each subject. */
const tell = (index: number): Told => {
  const word = wordOf(Math.floor(index / 2));
  return {
    title: `${word} ${index}`,
    text: `They spoke of ${word}s and of ${word}ing, and ${word}ed on day ${index}.`,
  };
};

describe.runIf(clients.includes('postgres'))('two nodes on one PostgreSQL', () => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  let second: SecondNode | null = null;
  const errors: unknown[] = [];
  const sql = () => app.strapi.db.connection;
  const deadlocks = async () =>
    Number(
      (
        await rowsOf<{ deadlocks: string }>(
          app.strapi,
          'select deadlocks from pg_stat_database where datname = current_database()'
        )
      )[0].deadlocks
    );

  beforeAll(async () => {
    app = await bootStrapi({ client: 'postgres' });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    const log = app.strapi.log.error.bind(app.strapi.log);
    app.strapi.log.error = ((...said: unknown[]) => {
      errors.push(said);
      return log(...(said as [string]));
    }) as typeof app.strapi.log.error;
  });
  afterAll(() => app?.stop());
  beforeEach(async () => {
    second = await startSecondNode();
  });
  let wrote = 0;
  /** Ends the second node. It must have said nothing of an error, and neither must the first. */
  async function end(): Promise<void> {
    const node = second as SecondNode;
    second = null;
    wrote = await node.stop();
    expect(node.output()).not.toMatch(/error|deadlock/i);
    expect(errors).toEqual([]);
    expect(await deadlocks()).toBe(0);
  }
  afterEach(async () => {
    // A test that failed has left it running.
    await second?.stop();
    second = null;
    errors.length = 0;
  });

  async function expectAllLinked(): Promise<void> {
    await rested(app.strapi);
    const { failed, waiting, ranking } = await upkeepOf(app.strapi).health();
    expect({ failed, waiting, ranking }).toEqual({ failed: [], waiting: 0, ranking: null });
    const cards: { document_id: string; title: string }[] = await sql()('story_blocks_cards').select(
      'document_id',
      'title'
    );
    const titles = new Map(cards.map((card) => [card.document_id, card.title]));
    const links: { host: string; target: string }[] = await sql()('story_blocks_links as l')
      .join('story_blocks_index as h', 'h.id', 'l.host_id')
      .join('story_blocks_index as t', 't.id', 'l.target_id')
      .select('h.document_id as host', 't.document_id as target');
    const subject = (id: string) => titles.get(id)?.split(' ')[0];
    const linked = new Set(links.flatMap(({ host, target }) => (subject(host) === subject(target) ? [host] : [])));
    expect(cards.filter(({ document_id }) => !linked.has(document_id))).toEqual([]);
    expect(await cardDifferences(app.strapi)).toEqual([]);
    expect(await orphans(app.strapi)).toEqual([]);
  }

  test('make the links of an archive together, and lose none', async () => {
    await writeOldStories(app.strapi, 600, { prefix: 'nodes', tell });
    await upkeepOf(app.strapi).reconcile();
    await expectAllLinked();
    await end();
    expect(wrote).toBeGreaterThan(0);
  });

  test('take up stories that are written, changed and withdrawn meanwhile, without getting in each other’s way', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 40; at += 1) {
      ids.push(await writer.create('articles', dataOf(tell(1_000 + at), at), 'en', true));
    }
    for (let round = 0; round < 4; round += 1) {
      const answers = await Promise.all(
        ids.map((id, at) => {
          if ((at + round) % 4 === 0)
            return documentsOf(app.strapi, 'articles').unpublish({ documentId: id, locale: 'en' });
          return desk.api.send('PUT', `/api/articles/${id}`, { data: dataOf(tell(1_000 + at), at + round) });
        })
      );
      const statuses = answers.map((answer) => (answer as { status?: number }).status ?? 200);
      expect(statuses.filter((status) => status >= 300)).toEqual([]);
    }
    for (const [at, id] of ids.entries()) await writer.update('articles', id, dataOf(tell(1_000 + at), at), 'en');
    await expectAllLinked();
    await end();
    expect(wrote).toBeGreaterThan(0);
  });

  test('make all links again together', async () => {
    await sql()('story_blocks_links').delete();
    await rebuilt(app.strapi);
    await expectAllLinked();
    await end();
  });

  describe('while another has a story in hand', () => {
    afterEach(() => end());

    /** Holds the row of a story in the index, as a node does that writes its links. */
    async function whileHeld(documentId: string, work: () => Promise<void>): Promise<void> {
      const trx = await sql().transaction();
      await trx('story_blocks_index').where({ document_id: documentId }).forUpdate().select('id');
      try {
        await work();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      } finally {
        await trx.commit();
      }
      await rested(app.strapi);
    }

    test('a new story enters its links afterwards', async () => {
      const host = await writer.create('articles', dataOf(ENGLISH.strike[0], 900), 'en', true);
      await rested(app.strapi);
      let guest = '';
      await whileHeld(host, async () => {
        guest = await writer.create('articles', dataOf(ENGLISH.strike[1], 901), 'en', true);
      });
      expect(idsOf(await readLinks(desk.api, host))).toContain(guest);
      for (const id of [host, guest]) await writer.delete('articles', id, 'en');
    });

    test('a story that has nothing in common with it any more leaves its links afterwards', async () => {
      const host = await writer.create('articles', dataOf(ENGLISH.volcano[0], 910), 'en', true);
      const guest = await writer.create('articles', dataOf(ENGLISH.volcano[1], 911), 'en', true);
      await rested(app.strapi);
      const link = async () => (await readLinks(desk.api, host)).filter(({ documentId }) => documentId === guest);
      expect((await link()).flatMap(labelsOf)).toContain('Hrafnfjall');
      await whileHeld(host, () =>
        writer.update('articles', guest, { title: 'Otherwise', body: paragraphs('Marmots whistle.') }, 'en')
      );
      expect(await link()).toEqual([]);
      for (const id of [host, guest]) await writer.delete('articles', id, 'en');
    });
  });
});
