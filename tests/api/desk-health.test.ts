import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthReportSchema, runSchema } from '../../src/plugins/story-blocks/shared/src';
import { logInWith } from '../support/access/callers';
import { writeOldStories } from '../support/archive';
import { type Client, createClient, type Json, settled } from '../support/client';
import { rested, upkeepOf } from '../support/related';
import { type SecondNode, startSecondNode } from '../support/second-node';
import { anyClient, bootStrapi, type Running } from '../support/strapi';
import { contentApi, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const READ = 'plugin::story-blocks.upkeep.read';
const REBUILD = 'plugin::story-blocks.upkeep.rebuild';
const STORIES = 300;

describe.each(anyClient)('the health page on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;
  const sql = () => app.strapi.db.connection;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    await writeOldStories(app.strapi, STORIES, { prefix: 'health' });
    await upkeepOf(app.strapi).reconcile();
    await rested(app.strapi);
  });
  let second: SecondNode | null = null;
  afterAll(async () => {
    await second?.stop();
    await app?.stop();
  });

  const report = async (admin: Client = desk.admin): Promise<Json> => {
    const answer = await admin.get('/story-blocks/health');
    expect(answer.status, answer.text).toBe(200);
    return healthReportSchema.strict().parse(answer.body.data);
  };
  const retry = (data: Json, admin: Client = desk.admin) => admin.send('POST', '/story-blocks/health/retry', { data });
  const start = (pass: string, admin: Client = desk.admin) =>
    admin.send('POST', '/story-blocks/health/runs', { data: { pass } });
  const stop = (pass: string) => desk.admin.send('DELETE', `/story-blocks/health/runs/${pass}`);
  const runOf = async (pass: 'rebuild' | 'reconcile') => (await report()).runs[pass];
  const ended = async (pass: 'rebuild' | 'reconcile') => {
    await expect.poll(async () => (await runOf(pass)).endedAt, { timeout: 60_000, interval: 100 }).not.toBeNull();
    return runOf(pass);
  };

  test('counts what is published and what is kept of it, and says what links are made by', async () => {
    const { published, cards, filling, waiting, failed, models, deadPins, generation } = await report();
    expect({ published, cards, filling, waiting, failed }).toEqual({
      published: STORIES,
      cards: STORIES,
      filling: null,
      waiting: 0,
      failed: [],
    });
    expect(generation).toBeGreaterThan(0);
    expect(deadPins).toEqual({ total: 0, named: [] });
    expect(models).toEqual([
      expect.objectContaining({
        locale: 'en',
        stories: STORIES,
        state: 'ready',
        links: { done: STORIES, total: STORIES },
      }),
    ]);
    expect(models[0].trainedOn).toBeGreaterThan(0);
  });

  describe('stories that failed', () => {
    /** As a story that failed is kept until its next turn. */
    const fail = async (...documentIds: string[]) => {
      const failed = { error: 'a word of 3,000 letters', attempts: 4, retry_at: Date.now() + 3_600_000 };
      await sql()('story_blocks_cards').whereIn('document_id', documentIds).update(failed);
    };
    const keyOf = (documentId: string) => ({ type: ARTICLE, documentId, locale: 'en' });

    test('are named with their errors, and tried again one by one or all', async () => {
      const ids: string[] = [];
      for (const at of [1, 2, 3]) ids.push(await writer.create('articles', { title: `Failing ${at}` }, 'en', true));
      await settled(app.strapi);
      await fail(...ids);
      const { failed, waiting } = await report();
      expect(waiting).toBe(3);
      expect(failed.map(({ documentId }: Json) => documentId).sort()).toEqual([...ids].sort());
      expect(failed.find(({ documentId }: Json) => documentId === ids[0])).toMatchObject({
        title: 'Failing 1',
        locale: 'en',
        error: 'a word of 3,000 letters',
        attempts: 4,
      });

      const one = await retry(keyOf(ids[0]));
      expect([one.status, one.body.data]).toEqual([200, { retried: 1 }]);
      await expect.poll(async () => (await report()).failed.length, { timeout: 20_000 }).toBe(2);
      expect((await retry(keyOf(ids[0]))).status).toBe(404);
      expect((await retry({ all: true })).body.data).toEqual({ retried: 2 });
      await settled(app.strapi);
      expect((await report()).failed).toEqual([]);
      expect((await retry({ all: true })).body.data).toEqual({ retried: 0 });
      for (const id of ids) await writer.delete('articles', id, 'en');
    });

    test('are named to those alone who may read them', async () => {
      const id = await writer.create('articles', { title: 'Secret failure' }, 'en', true);
      await settled(app.strapi);
      await fail(id);
      const stranger = createClient(app, await logInWith(app, [READ]));
      const { failed } = await report(stranger);
      expect(failed).toEqual([expect.objectContaining({ documentId: id, title: null })]);
      await retry({ all: true });
      await settled(app.strapi);
      await writer.delete('articles', id, 'en');
    });

    test.each([[{}], [{ all: false }], [{ documentId: 'x' }], [{ all: true, documentId: 'x' }]])(
      'a retry of %j is refused',
      async (data) => {
        expect((await retry(data)).status).toBe(400);
      }
    );
  });

  test('names pins whose target was deleted for good, and no others', async () => {
    const make = (title: string) => writer.create('articles', { title }, 'en', true);
    const [host, gone, waiting] = [await make('With pins'), await make('Deleted'), await make('Taken down')];
    const address = `/story-blocks/pins/${host}?locale=en`;
    const pins = [gone, waiting].map((documentId) => ({ documentId }));
    expect((await desk.admin.send('PUT', address, { data: { pins, hides: [] } })).status).toBe(200);
    await writer.delete('articles', gone, 'en');
    await desk.admin.send(
      'POST',
      `/content-manager/collection-types/${ARTICLE}/${waiting}/actions/unpublish?locale=en`,
      {}
    );
    expect((await report()).deadPins).toEqual({
      total: 1,
      named: [{ type: ARTICLE, documentId: host, locale: 'en', title: 'With pins', targetId: gone }],
    });
    expect((await desk.admin.send('PUT', address, { data: { pins: [], hides: [] } })).status).toBe(200);
    expect((await report()).deadPins.total).toBe(0);
    for (const id of [host, waiting]) await writer.delete('articles', id, 'en');
  });

  describe('a rebuild', () => {
    test('is started, tells how far it is, and is kept with who started it and how long it took', async () => {
      const asked = await start('rebuild');
      expect(asked.status, asked.text).toBe(202);
      expect(runSchema.strict().parse(asked.body.data)).toMatchObject({
        pass: 'rebuild',
        by: 'Test strapi-super-admin',
        endedAt: null,
      });
      const again = await start('rebuild');
      expect([again.status, again.body.error.details.code]).toEqual([409, 'BUSY']);
      const seen: Json[] = [];
      await expect
        .poll(
          async () => {
            const run = await runOf('rebuild');
            if (run.progress) seen.push(run.progress);
            return run.state;
          },
          { timeout: 60_000, interval: 50 }
        )
        .toBe('done');
      const run = await runOf('rebuild');
      expect(run).toMatchObject({ state: 'done', error: null, result: { repaired: 0, waiting: 0 } });
      expect(run.result.related).toBe(STORIES);
      expect(Date.parse(run.endedAt)).toBeGreaterThan(Date.parse(run.startedAt));
      expect(seen.at(-1)).toMatchObject({ step: 'links' });
      await rested(app.strapi);
    });

    test('can be stopped, and the next one goes on from there', async () => {
      await start('rebuild');
      const stopping = await stop('rebuild');
      expect([stopping.status, stopping.body.data.isStopping]).toEqual([200, true]);
      expect((await ended('rebuild')).state).toBe('stopped');
      expect((await stop('rebuild')).status).toBe(404);
      expect((await start('rebuild')).status).toBe(202);
      expect((await ended('rebuild')).state).toBe('done');
      await rested(app.strapi);
    });

    test('that a node left behind is finished by whoever looks next', async () => {
      const lost = { pass: 'rebuild', open: 'rebuild', state: 'running', asked_by: 'Nobody', node: 'gone' };
      await sql()('story_blocks_runs').insert({ ...lost, asked_at: 1, started_at: 1, beat_at: Date.now() - 60_000 });
      const run = await ended('rebuild');
      expect(run).toMatchObject({ state: 'done', by: 'Nobody' });
      await rested(app.strapi);
    });

    test('by the command is kept too, and refused while another node is at one', async () => {
      await upkeepOf(app.strapi).rebuild(() => {});
      expect(await runOf('rebuild')).toMatchObject({ state: 'done', by: null });

      const runs = () => sql()('story_blocks_runs').where({ open: 'rebuild' });
      const others = {
        pass: 'rebuild',
        open: 'rebuild',
        state: 'running',
        node: 'another',
        asked_at: 1,
        started_at: 1,
      };
      await sql()('story_blocks_runs').insert({ ...others, beat_at: Date.now() });
      const beating = setInterval(
        () =>
          void runs()
            .update({ beat_at: Date.now() })
            .catch(() => {}),
        200
      );
      await expect(upkeepOf(app.strapi).rebuild(() => {})).rejects.toThrow(/under way/);
      clearInterval(beating);
      await runs().update({ open: null, state: 'done' });
      await upkeepOf(app.strapi).rebuild(() => {});
      await rested(app.strapi);
    });

    test.each([[{}], [{ pass: 'everything' }]])('of %j is refused', async (data) => {
      expect((await desk.admin.send('POST', '/story-blocks/health/runs', { data })).status).toBe(400);
    });
  });

  test('a comparison mends what differs, and says how much', async () => {
    await sql()('story_blocks_cards').where('document_id', 'like', 'health%5').limit(1).update({ title: 'Damaged' });
    const damaged = await sql()('story_blocks_cards').where({ title: 'Damaged' }).count({ count: '*' }).first();
    expect((await start('reconcile')).status).toBe(202);
    const run = await ended('reconcile');
    expect(run).toMatchObject({ state: 'done', result: { repaired: Number(damaged?.count) } });
    expect(Number(damaged?.count)).toBeGreaterThan(0);
    await settled(app.strapi);
  });

  test('who may read the report and not rebuild starts nothing', async () => {
    const reader = createClient(app, await logInWith(app, [READ]));
    await report(reader);
    for (const answer of [await retry({ all: true }, reader), await start('rebuild', reader)]) {
      expect(answer.status).toBe(403);
    }
    const rebuilder = createClient(app, await logInWith(app, [REBUILD]));
    expect((await rebuilder.get('/story-blocks/health')).status).toBe(403);
    expect((await retry({ all: true }, rebuilder)).status).toBe(200);
  });

  describe.runIf(client === 'postgres')('with a second node', () => {
    test('one rebuild runs at a time, whichever node was asked', async () => {
      second = await startSecondNode();
      const other = createClient({ url: second.url }, await logInWith(app, [READ, REBUILD]));
      const answers = await Promise.all([start('rebuild'), start('rebuild', other)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([202, 409]);
      expect((await report(other)).runs.rebuild.id).toBe((await runOf('rebuild')).id);
      expect((await ended('rebuild')).state).toBe('done');
      await rested(app.strapi);
      expect(await sql()('story_blocks_runs').whereNotNull('open')).toEqual([]);
      expect(second.output()).not.toMatch(/error|deadlock/i);
    });
  });
});
