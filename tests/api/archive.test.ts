import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAdmin, manager, succeeded } from '../support/admin';
import { type OldStory, writeOldStories } from '../support/archive';
import { type Client, createClient, createToken, settled } from '../support/client';
import { cardDifferences, heldAndPublished, orphans, referenceDifferences } from '../support/database';
import { bootStrapi, busyClient, type Running } from '../support/strapi';

interface Reconciled {
  seen: number;
  repaired: number;
}
interface Progress {
  step: 'cards' | 'links';
  done: number;
  total: number;
}
interface Upkeep {
  check(): Promise<{ published: number; drift: { documentId: string; problem: string }[] }>;
  reconcile(watch?: { progress?(done: Reconciled): void; stopped?(): boolean }): Promise<Reconciled>;
  rebuild(progress: (progress: Progress) => void, options?: { stopped?(): boolean }): Promise<{ repaired: number }>;
  health(): Promise<{ cards: number; published: number; filling: { done: number; total: number } | null }>;
}

const STORIES = 220;
/** Of a short wait each: links of a few hundred stories are made one after the other. */
const ROUNDS = 3_000;

describe.each(busyClient)('an archive that was there before the plugin, on %s', (client) => {
  let app: Running;
  let api: Client;
  let upkeep: Upkeep;
  let stories: OldStory[] = [];
  let section: { id: number; documentId: string };
  let topic: { id: number; documentId: string };
  const table = (name: string) => app.strapi.db.connection(`story_blocks_${name}`);
  const ids = () => stories.map(({ documentId }) => documentId);

  /** All that should hold whatever was done, once the worker has rest. */
  async function expectTrue() {
    await settled(app.strapi, ROUNDS);
    expect(await cardDifferences(app.strapi)).toEqual([]);
    expect(await referenceDifferences(app.strapi)).toEqual([]);
    expect(await heldAndPublished(app.strapi)).toEqual([]);
    expect(await orphans(app.strapi)).toEqual([]);
    expect((await upkeep.check()).drift).toEqual([]);
  }

  /** Cards that say something else than their entries, in one way after the other. */
  async function damage(documentIds: string[]) {
    const parts = [0, 1, 2, 3, 4].map((way) => documentIds.filter((_, index) => index % 5 === way));
    await table('cards').whereIn('document_id', parts[0]).update({ title: 'Damaged' });
    await table('cards').whereIn('document_id', parts[1]).update({ fingerprint: 'damaged' });
    await table('card_refs').whereIn('document_id', parts[2]).delete();
    await table('card_refs').whereIn('document_id', parts[3]).update({ sort_at: 0 });
    await table('cards').whereIn('document_id', parts[4]).delete();
  }

  beforeAll(async () => {
    app = await bootStrapi({ client });
    api = createClient(app, await createToken(app.strapi, 'full-access'));
    upkeep = app.strapi.plugin('story-blocks').service('upkeep') as Upkeep;
    section = await api.write('POST', '/api/sections', { name: 'Piers' });
    topic = await api.write('POST', '/api/topics', { name: 'Ferries' });
    stories = await writeOldStories(app.strapi, STORIES, { prefix: 'old', sectionId: section.id, topicId: topic.id });
  });
  afterAll(() => app?.stop());

  test('fills up newest first, with progress, and goes on after an interruption', async () => {
    expect(await upkeep.health()).toMatchObject({ cards: 0, published: STORIES, filling: null });
    let made = 0;
    await upkeep.reconcile({
      progress: ({ repaired }) => {
        made = repaired;
      },
      stopped: () => made > 0,
    });
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(STORIES);
    const cards: { document_id: string }[] = await table('cards').orderBy('sort_at', 'desc').select('document_id');
    expect(cards.map((card) => card.document_id)).toEqual(ids().slice(0, made));
    expect((await upkeep.health()).filling).toEqual({ done: made, total: STORIES });
    expect((await api.get(`/api/story-blocks/pages/${ids()[0]}`)).status).toBe(200);

    expect(await upkeep.reconcile()).toMatchObject({ seen: expect.any(Number), repaired: STORIES - made });
    expect(await upkeep.health()).toMatchObject({ cards: STORIES, published: STORIES, filling: null });
    await expectTrue();
  });

  test('finds the stories that were added while the plugin was off, and nothing else to do', async () => {
    const more = await writeOldStories(app.strapi, 20, { prefix: 'more', sectionId: section.id });
    expect(await upkeep.reconcile()).toMatchObject({ repaired: more.length });
    expect(await upkeep.reconcile()).toMatchObject({ repaired: 0 });
    const added = more.map(({ documentId }) => documentId);
    await app.strapi.db.connection('articles').whereIn('document_id', added).delete();
    expect(await upkeep.reconcile()).toMatchObject({ repaired: more.length });
    await expectTrue();
  });

  test.each(['reconcile', 'rebuild'] as const)('%s mends whatever was damaged in what is kept', async (pass) => {
    const damaged = ids().filter((_, index) => index % 3 === 0);
    await damage(damaged);
    expect((await upkeep.check()).drift).toHaveLength(damaged.length);
    const { repaired } = pass === 'reconcile' ? await upkeep.reconcile() : await upkeep.rebuild(() => {});
    expect(repaired).toBe(damaged.length);
    await expectTrue();
  });

  test('a rebuild that was interrupted goes on where it was', async () => {
    const first = [...ids()].sort()[0];
    const last = [...ids()].sort()[STORIES - 1];
    await damage(ids());
    let done = 0;
    await upkeep.rebuild(
      (progress) => {
        done = progress.done;
      },
      { stopped: () => done > 0 }
    );
    expect(done).toBeLessThan(STORIES);
    const drift = new Set((await upkeep.check()).drift.map(({ documentId }) => documentId));
    expect([drift.has(first), drift.has(last)]).toEqual([false, true]);

    const reports: Progress[] = [];
    await upkeep.rebuild((progress) => reports.push(progress));
    const cards = reports.filter(({ step }) => step === 'cards');
    expect(cards[0].done).toBeGreaterThan(done);
    expect(cards.at(-1)).toEqual({ step: 'cards', done: STORIES, total: STORIES });
    expect(await table('cursors')).toEqual([]);
    await expectTrue();
  });

  test('a rebuild makes the links of every story again', async () => {
    await settled(app.strapi, ROUNDS);
    await table('links').delete();
    await upkeep.rebuild(() => {});
    await settled(app.strapi, ROUNDS);
    const linked = await table('links').countDistinct({ count: 'host_id' }).first();
    expect(Number(linked?.count)).toBe(STORIES);
  });

  test('stories of a topic that went are all derived again', async () => {
    await api.send('DELETE', `/api/topics/${topic.documentId}`);
    await settled(app.strapi, ROUNDS);
    expect(await table('card_refs').where({ role: 'topic' })).toEqual([]);
    await expectTrue();
  });

  describe('while editors write', () => {
    let admin: Client;
    const bulk = async (action: string, documentIds: string[]) =>
      succeeded(
        await admin.send('POST', manager('articles', `/actions/${action}`), { documentIds, locale: 'en' }),
        action
      );

    beforeEach(async () => {
      admin ??= await createAdmin(app);
    });

    test('whoever publishes, takes down or kills a story wins over every pass', async () => {
      const passes = (async () => {
        for (let round = 0; round < 3; round += 1) {
          await damage(ids());
          await table('cards').whereIn('document_id', ids().slice(0, 200)).update({ stale_at: Date.now() });
          await (round % 2 === 0 ? upkeep.reconcile() : upkeep.rebuild(() => {}));
        }
      })();
      const taken = ids().slice(0, 30);
      const killed = ids().slice(40, 60);
      const editors = [
        (async () => {
          for (let round = 0; round < 3; round += 1) {
            await bulk('bulkUnpublish', taken);
            await bulk('bulkPublish', round % 2 === 0 ? taken : [...taken].reverse());
          }
          await bulk('bulkUnpublish', taken.slice(0, 15));
        })(),
        (async () => {
          for (const id of killed)
            succeeded(await api.send('PUT', `/api/story-blocks/holds/${id}`, { data: { state: 'canceled' } }), 'kill');
        })(),
        (async () => {
          for (const id of ids().slice(70, 100)) await api.write('PUT', `/api/articles/${id}`, { title: `New ${id}` });
        })(),
        (async () => {
          for (let round = 0; round < 5; round += 1) {
            const one = await api.write('POST', '/api/topics', { name: `Topic ${round}` });
            for (const id of ids().slice(120, 130))
              await api.write('PUT', `/api/articles/${id}`, { topics: [one.documentId] });
            await api.send('DELETE', `/api/topics/${one.documentId}`);
          }
        })(),
      ];
      await Promise.all([passes, ...editors]);
      await upkeep.reconcile();
      await expectTrue();
      const live: { document_id: string }[] = await table('cards').select('document_id');
      const shown = new Set(live.map((card) => card.document_id));
      expect([...killed, ...taken.slice(0, 15)].filter((id) => shown.has(id))).toEqual([]);
      expect(taken.slice(15).filter((id) => !shown.has(id))).toEqual([]);
    });
  });
});
