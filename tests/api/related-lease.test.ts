import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Told } from '../fixtures/related-news';
import { writeOldStories } from '../support/archive';
import { type Upkeep, upkeepOf } from '../support/related';
import { bootStrapi, clients, type Running } from '../support/strapi';

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
const STORIES = 150;
const LEASE_MS = 1_500;

describe.each(clients)('stories that another node has in hand, on %s', (client) => {
  let app: Running;
  let upkeep: Upkeep;
  const table = (name: string) => app.strapi.db.connection(`story_blocks_${name}`);
  beforeAll(async () => {
    app = await bootStrapi({ client, env: { STORY_BLOCKS_WORKER: 'off' } });
    upkeep = upkeepOf(app.strapi);
    await writeOldStories(app.strapi, STORIES, { prefix: 'lease', tell });
    await upkeep.reconcile();
  });
  afterAll(() => app?.stop());

  test('are in the model before it is taken into use, so that none is left out of the others’ links', async () => {
    await upkeep.relateNext();
    expect(await upkeep.health()).toMatchObject({ waiting: 0 });
    // A node that is at it, or died at it: its lease ends by itself.
    const ids: { id: number }[] = await table('index').orderBy('id').limit(40).select('id');
    const held = ids.map(({ id }) => id);
    await table('index')
      .whereIn('id', held)
      .update({ busy_until: Date.now() + LEASE_MS });
    const end = Date.now() + LEASE_MS + 15_000;
    const linked = async () => {
      const titles = new Map<string, string>(
        (await table('cards').select('document_id', 'title')).map((row) => [row.document_id, row.title])
      );
      const links: { host: string; target: string }[] = await table('links as l')
        .join('story_blocks_index as h', 'h.id', 'l.host_id')
        .join('story_blocks_index as t', 't.id', 'l.target_id')
        .select('h.document_id as host', 't.document_id as target');
      const subject = (id: string) => titles.get(id)?.split(' ')[0];
      return new Set(links.flatMap(({ host, target }) => (subject(host) === subject(target) ? [host] : []))).size;
    };
    while (Date.now() < end && (await linked()) < STORIES) {
      if ((await upkeep.relateNext()) === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await linked()).toBe(STORIES);
  });
});
