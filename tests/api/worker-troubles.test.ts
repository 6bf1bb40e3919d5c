import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthReportSchema, type Task, type TroubleReport } from '../../src/plugins/story-blocks/shared/src';
import { logInWith } from '../support/access/callers';
import { documentsOf } from '../support/admin';
import { createClient, type Json, settled } from '../support/client';
import { cardDifferences } from '../support/database';
import { refuseRows } from '../support/faulty-tables';
import { upkeepOf } from '../support/related';
import { bootStrapi, busyClient, type Running } from '../support/strapi';
import { contentApi, type Data, type Desk, openDesk, type Writer } from '../support/writers';

const ARTICLE = 'api::article.article';
const READ = 'plugin::story-blocks.upkeep.read';
const PATIENCE = { timeout: 90_000, interval: 200 };

describe.each(busyClient)('what the background work cannot do, on %s', (client) => {
  let app: Running;
  let desk: Desk;
  let writer: Writer;

  beforeAll(async () => {
    app = await bootStrapi({ client });
    app.strapi.log.level = 'none';
    desk = await openDesk(app);
    writer = contentApi(desk.api);
    await settled(app.strapi);
  });
  afterAll(() => app?.stop());

  const sql = () => app.strapi.db.connection;
  const rows = () => sql()('story_blocks_troubles');
  const upkeep = () => upkeepOf(app.strapi);
  const report = async (admin = desk.admin): Promise<Json> => {
    const answer = await admin.get('/story-blocks/health');
    expect(answer.status, answer.text).toBe(200);
    return healthReportSchema.strict().parse(answer.body.data);
  };
  const named = async (task: Task): Promise<TroubleReport[]> =>
    (await report()).troubles.named.filter((trouble: TroubleReport) => trouble.task === task);
  const first = async (task: Task, about = (_one: TroubleReport) => true) => (await named(task)).find(about) ?? null;
  const appears = async (task: Task, about?: (one: TroubleReport) => boolean) => {
    await expect.poll(() => first(task, about), PATIENCE).not.toBeNull();
    return (await first(task, about)) as TroubleReport;
  };
  const goes = (task: Task) => expect.poll(() => named(task), PATIENCE).toEqual([]);
  /** Has what failed with single entries tried again at once, as an administrator does. */
  const hurry = () => desk.admin.send('POST', '/story-blocks/health/retry', { data: { all: true } });
  const make = (title: string, more: Data = {}) => writer.create('articles', { title, ...more }, 'en', true);
  /** As if a write had come past the plugin. */
  const spoil = (id: string) =>
    sql()('story_blocks_cards').where({ document_id: id }).update({ title: 'Spoilt', fingerprint: 'x' });

  test('is nothing where all goes well', async () => {
    expect((await report()).troubles).toEqual({ total: 0, named: [] });
    expect((await upkeep().check()).troubles).toEqual({ total: 0, named: [] });
  });

  describe('with a story', () => {
    /** The ways on which a story is derived in the background. */
    const WAYS: [string, (id: string) => Promise<unknown>][] = [
      ['the comparison of everything', async (id) => spoil(id).then(() => upkeep().reconcile())],
      [
        'an archive that is taken in',
        async (id) =>
          sql()('story_blocks_cards')
            .where({ document_id: id })
            .delete()
            .then(() => upkeep().reconcile()),
      ],
      [
        'a story that points at what went',
        async (id) =>
          spoil(id).then(() => sql()('story_blocks_cards').where({ document_id: id }).update({ stale_at: 0 })),
      ],
      [
        'a comparison that an administrator started',
        async (id) =>
          spoil(id).then(() => desk.admin.send('POST', '/story-blocks/health/runs', { data: { pass: 'reconcile' } })),
      ],
      ['a rebuild', async (id) => spoil(id).then(() => upkeep().rebuild(() => {}))],
    ];

    test.each(WAYS)('is named with its reason, by %s, and tried again until it is done', async (name, derive) => {
      const title = `Not derived by ${name}`;
      const id = await make(title);
      const other = await make('Another story');
      await settled(app.strapi);
      const isOurs = `new.document_id = '${id}'`;
      const mends = [
        await refuseRows(app.strapi, 'story_blocks_cards', { on: 'insert', when: isOurs }),
        await refuseRows(app.strapi, 'story_blocks_cards', {
          on: 'update',
          when: `${isOurs} and new.title <> 'Spoilt'`,
        }),
      ];
      await spoil(other);
      await derive(id);
      const trouble = await appears('stories', ({ documentId }) => documentId === id);
      expect(trouble).toMatchObject({ type: ARTICLE, title });
      expect(trouble.error).toContain('the disk is full');
      expect(trouble.error).not.toMatch(/insert|update|select|`/i);
      expect(Date.parse(trouble.nextTry ?? '')).toBeGreaterThan(Date.parse(trouble.since));
      expect(await named('stories')).toHaveLength(1);
      for (const mend of mends) await mend();
      expect((await hurry()).body.data.retried).toBeGreaterThan(0);
      await goes('stories');
      await settled(app.strapi);
      await upkeep().reconcile();
      expect(await cardDifferences(app.strapi)).toEqual([]);
      await writer.delete('articles', id, '*');
      await writer.delete('articles', other, '*');
    });

    test('counts how often, keeps since when, and waits longer each time', async () => {
      const id = await make('Failing again and again');
      await settled(app.strapi);
      const mend = await refuseRows(app.strapi, 'story_blocks_cards', {
        on: 'update',
        when: `new.document_id = '${id}' and new.title <> 'Spoilt'`,
      });
      await spoil(id);
      await upkeep().reconcile();
      const before = await appears('stories');
      await hurry();
      await expect.poll(async () => (await first('stories'))?.attempts, PATIENCE).toBeGreaterThan(before.attempts);
      const after = (await first('stories')) as TroubleReport;
      expect(after.since).toBe(before.since);
      const wait = ({ nextTry, at }: TroubleReport) => Date.parse(nextTry ?? '') - Date.parse(at);
      expect(wait(after)).toBeGreaterThan(wait(before));
      await mend();
      await hurry();
      await goes('stories');
      await writer.delete('articles', id, '*');
    });

    test('is resolved when the story is deleted', async () => {
      const id = await make('Deleted in trouble');
      await rows().insert({
        task: 'stories',
        type: ARTICLE,
        document_id: id,
        locale: '',
        error: 'x',
        since: 1,
        at: 1,
        attempts: 1,
        retry_at: Date.now() + 3_600_000,
      });
      await appears('stories');
      await writer.delete('articles', id, '*');
      await hurry();
      await goes('stories');
    });

    test('is resolved where its type is mapped no more', async () => {
      await rows().insert({
        task: 'stories',
        type: 'api::gone.gone',
        document_id: 'x',
        locale: '',
        error: 'x',
        since: 1,
        at: 1,
        attempts: 1,
        retry_at: 0,
      });
      await goes('stories');
    });

    test('is named to those alone who may read it', async () => {
      const id = await make('A secret story');
      await rows().insert({
        task: 'stories',
        type: ARTICLE,
        document_id: id,
        locale: '',
        error: 'x',
        since: 1,
        at: 1,
        attempts: 1,
        retry_at: Date.now() + 3_600_000,
      });
      expect((await appears('stories')).title).toBe('A secret story');
      const stranger = createClient(app, await logInWith(app, [READ]));
      const { troubles } = await report(stranger);
      expect(troubles.named).toEqual([expect.objectContaining({ documentId: id, title: null })]);
      await rows().delete();
      await writer.delete('articles', id, '*');
    });
  });

  test('a section that cannot be derived keeps nothing else from being compared', async () => {
    const section = await writer.create('sections', { name: 'Stuck section' }, 'en');
    const story = await make('Behind a stuck section');
    await settled(app.strapi);
    await sql()('story_blocks_concepts').where({ document_id: section }).update({ name: 'Spoilt' });
    await spoil(story);
    const mend = await refuseRows(app.strapi, 'story_blocks_concepts', {
      on: 'update',
      when: `new.document_id = '${section}'`,
    });
    await upkeep().reconcile();
    expect(await appears('concepts')).toMatchObject({ type: 'api::section.section', documentId: section, title: null });
    expect(await cardDifferences(app.strapi)).toEqual([]);
    await mend();
    await hurry();
    await goes('concepts');
    const kept = await sql()('story_blocks_concepts').where({ document_id: section }).first();
    expect(kept.name).toBe('Stuck section');
    await writer.delete('articles', story, '*');
  });

  test('a held story that cannot be unpublished is named, and keeps no other from it', async () => {
    const ids = [await make('Held and stuck'), await make('Held and free')];
    for (const id of ids) {
      // As a hold that was set while an import published past the plugin.
      await sql()('story_blocks_holds').insert({
        type: ARTICLE,
        document_id: id,
        state: 'withheld',
        then_publish: false,
        locales: '[]',
        set_at: 1,
      });
    }
    const mend = await refuseRows(app.strapi, 'articles', { on: 'delete', when: `old.document_id = '${ids[0]}'` });
    const { holds } = app.strapi.plugin('story-blocks').services as unknown as { holds: { enforce(): Promise<void> } };
    await expect(holds.enforce()).rejects.toThrow(ids[0]);
    expect(await appears('holds')).toMatchObject({ type: ARTICLE, documentId: ids[0], title: 'Held and stuck' });
    const live = await sql()('articles').whereIn('document_id', ids).whereNotNull('published_at');
    expect(live.map(({ document_id }: Json) => document_id)).toEqual([ids[0]]);
    await mend();
    await hurry();
    await goes('holds');
    expect(await sql()('articles').whereIn('document_id', ids).whereNotNull('published_at')).toEqual([]);
    for (const id of ids) await documentsOf(app.strapi, 'articles').delete({ documentId: id, locale: '*' });
  });

  test('a story whose links cannot be made says since when, and no statement of the database', async () => {
    const id = await make('Without links');
    await settled(app.strapi);
    const mend = await refuseRows(app.strapi, 'story_blocks_index', {
      on: 'update',
      when: `new.document_id = '${id}'`,
    });
    await writer.update('articles', id, { title: 'Without links, again' }, 'en');
    const failed = async () => (await report()).failed.find((one: Json) => one.documentId === id);
    await expect.poll(failed, PATIENCE).toBeDefined();
    const { error, since } = await failed();
    expect(error).toContain('the disk is full');
    expect(error).not.toMatch(/update|`/i);
    await expect.poll(async () => (await failed()).attempts, PATIENCE).toBeGreaterThan(1);
    expect((await failed()).since).toBe(since);
    await mend();
    await hurry();
    await settled(app.strapi);
    expect(await failed()).toBeUndefined();
    await writer.delete('articles', id, '*');
  });

  describe('with a task as a whole', () => {
    test('a subscriber that does not take what caches are to let go of', async () => {
      const listen = () => {
        throw new Error('The purge relay is down');
      };
      app.strapi.eventHub.on('story-blocks.changed', listen);
      const id = await make('Not told');
      expect(await appears('caches')).toMatchObject({
        error: 'The purge relay is down',
        documentId: null,
        nextTry: null,
      });
      app.strapi.eventHub.off('story-blocks.changed', listen);
      await goes('caches');
      await writer.delete('articles', id, '*');
    });

    test('saved settings that this version does not understand', async () => {
      const settings = () => sql()('story_blocks_settings').where({ name: 'settings' });
      await sql()('story_blocks_settings')
        .insert({ name: 'settings', version: 7, data: '{"desk":{"blockPublishing":"perhaps"}}' })
        .onConflict('name')
        .merge();
      expect((await appears('settings')).error).toContain('desk.blockPublishing');
      await settings().update({ version: 8, data: '{}' });
      await goes('settings');
    });

    /** Takes a table away until the task that needs it is noted: the report itself needs it too. */
    async function without(table: string, task: Task): Promise<Json> {
      let noted: Json;
      await sql().schema.renameTable(table, 'table_away');
      await expect
        .poll(async () => {
          noted = await rows().where({ task }).first();
          return noted;
        }, PATIENCE)
        .toBeDefined()
        .finally(() => sql().schema.renameTable('table_away', table));
      return noted;
    }

    test.each<[string, string, Task]>([
      ['embargoes that cannot be looked at', 'story_blocks_holds', 'embargoes'],
      ['a run that nobody can take on', 'story_blocks_runs', 'runs'],
    ])('%s', async (_name, table, task) => {
      const noted = await without(table, task);
      expect(noted).toMatchObject({ type: '', error: expect.stringContaining(table) });
      expect(noted.error).not.toMatch(/select|update/i);
      await goes(task);
    });

    test('a model that cannot be trained, by language', async () => {
      const mend = await refuseRows(app.strapi, 'story_blocks_models', {
        on: 'update',
        when: `new.state = 'building'`,
      });
      const ids = [await make('Ferries wait for ice'), await make('Ice on the strait'), await make('Boats in the ice')];
      await upkeep().rebuild(() => {});
      expect(await appears('models')).toMatchObject({ locale: 'en', type: null });
      await mend();
      await sql()('story_blocks_models').where({ state: 'training' }).update({ changed_at: 0 });
      await upkeep().rebuild(() => {});
      await goes('models');
      for (const id of ids) await writer.delete('articles', id, '*');
    });

    test('what another node noted goes once it is done here', async () => {
      const note = (task: Task) =>
        rows().insert({ task, error: 'Noted by a node that has died', since: 1, at: 1, attempts: 3 });
      for (const task of ['changes', 'comparison', 'links', 'stories'] as const) await note(task);
      for (const task of ['changes', 'links', 'stories'] as const) await goes(task);
      // It is done every hour; the report names it until then.
      expect((await first('comparison'))?.since).toBe(new Date(1).toISOString());
      await rows().delete();
    });
  });

  test('is bounded: of one task two hundred are kept', async () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      task: 'stories',
      type: ARTICLE,
      document_id: `lost${at}`,
      locale: '',
      error: 'x',
      since: 1,
      at: 1,
      attempts: 1,
      retry_at: Date.now() + 3_600_000,
    }));
    for (let at = 0; at < many.length; at += 50) await rows().insert(many.slice(at, at + 50));
    const id = await make('One too many');
    await settled(app.strapi);
    const mend = await refuseRows(app.strapi, 'story_blocks_cards', {
      on: 'update',
      when: `new.document_id = '${id}' and new.title <> 'Spoilt'`,
    });
    await spoil(id);
    await upkeep().reconcile();
    const { troubles } = await report();
    expect([troubles.total, troubles.named.length]).toEqual([200, 100]);
    await mend();
    await upkeep().reconcile();
    await hurry();
    await goes('stories');
    await writer.delete('articles', id, '*');
  });
});
