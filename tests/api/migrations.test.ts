import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { agedDatabase, onPostgres, rowsIn, runSql, schemaOf, startOnce, type Where } from '../support/aged-databases';
import type { Json } from '../support/client';
import { rowsOf } from '../support/database';
import { copyOf } from '../support/databases';
import { rested, upkeepOf } from '../support/related';
import { bootStrapi, clients, type Running } from '../support/strapi';
import { type Desk, openDesk } from '../support/writers';

/** What nobody can make again, in tables that are there since version 7. */
const DECIDED = /^story_(blocks_(holds|pins|wills|boards|board_wishes|settings|runs)|slugs_(history|made))$/;
/** The same, in tables that came later. */
const DERIVED = /^story_(blocks_(first_publications|former_slugs)|slugs_spellings)$/;
const VERSIONS = /^story_(blocks|slugs)_meta$/;

let dir: string;
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-aged-'));
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** Columns of holds that came after version 7, and what they have where nobody set them. */
const LATER = /(, "?(copied_from|failure|failed_at|set_by)"?){4}(?=\) values)|(, null){4}(?=\);$)/gi;
const asOfVersion7 = (row: string) => (/^insert into "?story_blocks_holds\b/.test(row) ? row.replace(LATER, '') : row);

const AGED = (['62b59f5', 'b3673ad'] as const).flatMap((commit) => clients.map((client) => [commit, client] as const));

describe.each(AGED)('a database of commit %s on %s', (commit, client) => {
  const isOlder = commit === 'b3673ad';
  let where: Where;
  let app: Running;
  let desk: Desk;
  let decided: string[];
  let derived: string[];
  const idOf = async (title: string): Promise<string> => {
    const sql = "select document_id from articles where title like ? and locale = 'en'";
    return (await rowsOf<{ document_id: string }>(app.strapi, sql, [`${title}%`]))[0].document_id;
  };
  const start = async () => {
    app = await bootStrapi({ client, env: where });
    desk = await openDesk(app);
  };

  beforeAll(async () => {
    where = await agedDatabase(inject('databases'), commit, client, dir);
    decided = await rowsIn(where, DECIDED);
    derived = await rowsIn(where, DERIVED);
    await start();
  });
  afterAll(() => app?.stop());

  test('keeps what editors and administrators decided, and whose a slug is', async () => {
    expect(decided.length).toBeGreaterThan(60);
    const rows = await rowsIn(where, DECIDED);
    expect(isOlder ? rows.map(asOfVersion7) : rows).toEqual(decided);
  });

  test('has the tables of a new database', async () => {
    expect(await schemaOf(where)).toEqual(await schemaOf(await copyOf(inject('databases'), client, dir)));
  });

  test('answers a page with its pins first, and without what is hidden', async () => {
    const host = await idOf('Ice closes the northern strait');
    const pins = [await idOf('Rowers train'), await idOf('A new quay')];
    const page = await desk.api.get(`/api/story-blocks/pages/${host}`);
    expect(page.status, page.text).toBe(200);
    const { links } = page.body.data.blocks.find(({ type }: Json) => type === 'related-links');
    expect(links.slice(0, 2).map(({ documentId }: Json) => documentId)).toEqual(pins);
    expect(links.map(({ documentId }: Json) => documentId)).not.toContain(await idOf('Trawlers stay'));
  });

  test('answers the settings and the front that were saved', async () => {
    const settings = await desk.admin.get('/story-blocks/settings');
    expect(settings.body.data).toMatchObject({ version: 1, saved: { blocks: { relatedLimit: 7 } } });
    const [section] = await rowsOf<{ section_id: string }>(app.strapi, 'select section_id from story_blocks_boards');
    const board = await desk.admin.get(`/story-blocks/desk/board/${section.section_id}?locale=en`);
    expect(board.body.data.pins).toMatchObject([{ documentId: await idOf('Ferries wait') }]);
  });

  test('still withholds what was withheld', async () => {
    const held = await idOf('Trawlers stay');
    expect((await desk.api.get(`/api/story-blocks/pages/${held}`)).status).toBe(404);
    expect((await desk.api.send('PUT', `/api/articles/${held}`, { data: {} })).status).toBe(409);
    expect((await desk.api.get(`/api/story-blocks/holds/${held}`)).body.data).toMatchObject({ note: 'Until Monday' });
  });

  test.each(['ferries-wait-for-an-icebreaker-headline-of-tide', 'ferries-are-free-again'])(
    'leads from %s to the address that the story has',
    async (slug) => {
      const { status, body } = await desk.api.get(`/api/story-blocks/pages?slug=${slug}&locale=en`);
      expect(status).toBe(404);
      expect(body.error.details).toMatchObject({ code: 'MOVED', slug: 'Ferries-Are-Free-Again' });
    }
  );

  test('keeps first publications and spellings, or finds them', async () => {
    await rested(app.strapi);
    expect(derived.length > 0).toBe(!isOlder);
    expect(await rowsIn(where, DERIVED)).toEqual(expect.arrayContaining(derived));
    const rows = <Row>(sql: string) => rowsOf<Row>(app.strapi, sql);
    const onceLive = await rows('select document_id, locale from story_blocks_index order by 1, 2');
    expect(onceLive).toHaveLength(16);
    const known = 'select document_id, locale from story_blocks_first_publications order by 1, 2';
    expect(await rows(known)).toEqual(onceLive);
    const spelled = [{ slug: 'Ferries-Are-Free-Again', folded: 'ferries-are-free-again' }];
    expect(await rows('select slug, folded from story_slugs_spellings')).toEqual(spelled);
    // The story was published again under its second slug. It is as old as the first.
    const first = "select published_at from story_slugs_history where locale = 'en' and slug like 'ferries-wait%'";
    const [{ published_at: at }] = await rows<{ published_at: number | string }>(first);
    const { body } = await desk.api.get(`/api/story-blocks/pages/${await idOf('Ferries wait')}`);
    expect(Math.abs(Date.parse(body.data.story.firstPublishedAt) - Number(at))).toBeLessThan(200);
  });

  test('has every live story as its card and the index should have it', async () => {
    await rested(app.strapi);
    expect(await upkeepOf(app.strapi).check()).toMatchObject({ drift: [], embargoes: [] });
    const [{ todo, done }] = await rowsOf<{ todo: number | string; done: number | string }>(
      app.strapi,
      `select sum(case when model < -1 then 1 else 0 end) as todo, sum(case when model >= -1 then 1 else 0 end) as done
       from story_blocks_index where model is not null`
    );
    expect([Number(todo), Number(done)]).toEqual([0, 12]);
  });

  test('is left as it is by the next start', async () => {
    const read = () =>
      Promise.all([schemaOf(where), rowsIn(where, DECIDED), rowsIn(where, DERIVED), rowsIn(where, VERSIONS)]);
    const left = await read();
    await app.stop();
    await start();
    await rested(app.strapi);
    expect(await read()).toEqual(left);
  });
});

describe.each(clients)('a database from before the baseline, on %s', (client) => {
  test('is upgraded from between the versions', async () => {
    const where = await agedDatabase(inject('databases'), '62b59f5', client, dir);
    const schema = await schemaOf(where);
    await runSql(
      where,
      `alter table story_blocks_holds drop column set_by; drop table story_slugs_spellings;
       update story_blocks_meta set value = 11 where key = 'schema'; update story_slugs_meta set value = 1 where key = 'schema'`
    );
    expect(await startOnce(client, where)).toBeNull();
    expect(await schemaOf(where)).toEqual(schema);
  });

  test('stops the start where it is too old, and is left as it is', async () => {
    const where = await agedDatabase(inject('databases'), 'b3673ad', client, dir);
    await runSql(where, "update story_blocks_meta set value = 6 where key = 'schema'");
    const ours = /^story_blocks_/;
    const [schema, rows] = [await schemaOf(where, ours), await rowsIn(where, ours)];
    expect(await startOnce(client, where)).toMatch(
      /story-blocks: the database has version 6 .* upgrades version 7 or later\. Start the application once at commit 62b59f5/
    );
    expect(await schemaOf(where, ours)).toEqual(schema);
    expect(await rowsIn(where, ours)).toEqual(rows);
  });
});

describe.runIf(clients.includes('postgres'))('two nodes that start at once', () => {
  const LOCK = 7_305_001;

  test('make the baseline once', async () => {
    const where = await copyOf(inject('databases'), 'postgres', dir);
    const made = await schemaOf(where);
    await onPostgres(where.DATABASE_URL, async (client) => {
      const tables = "select tablename from pg_tables where tablename like 'story\\_blocks\\_%'";
      for (const { tablename } of (await client.query(tables)).rows) await client.query(`drop table ${tablename}`);
      await client.query('select pg_advisory_lock($1)', [LOCK]);
      const nodes = [startOnce('postgres', where), startOnce('postgres', where)];
      const waiting = `select count(*)::int as nodes from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      await expect.poll(async () => (await client.query(waiting)).rows[0].nodes, { timeout: 90_000 }).toBe(2);
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
      expect(await Promise.all(nodes)).toEqual([null, null]);
    });
    expect(await schemaOf(where)).toEqual(made);
  });
});
