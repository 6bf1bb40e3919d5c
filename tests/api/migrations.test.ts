import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { agedDatabase, onPostgres, rowsIn, runSql, schemaOf, startOnce, type Where } from '../support/aged-databases';
import type { Json } from '../support/client';
import { rowsOf } from '../support/database';
import { copyOf } from '../support/databases';
import { bootStrapi, type Client, clients, type Running } from '../support/strapi';
import { type Desk, openDesk } from '../support/writers';

/** What nobody can make again. */
const DECIDED =
  /^story_(blocks_(holds|pins|wills|boards|board_wishes|settings|first_publications|former_slugs|runs)|slugs_(history|made|spellings))$/;
const VERSIONS = /^story_(blocks|slugs)_meta$/;

let dir: string;
beforeAll(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'wiredesk-aged-'));
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

describe.each(clients)('a database of commit 62b59f5 on %s', (client) => {
  let where: Where;
  let app: Running;
  let desk: Desk;
  let decided: string[];
  const idOf = async (title: string): Promise<string> => {
    const sql = "select document_id from articles where title like ? and locale = 'en'";
    return (await rowsOf<{ document_id: string }>(app.strapi, sql, [`${title}%`]))[0].document_id;
  };
  const start = async () => {
    app = await bootStrapi({ client, env: where });
    desk = await openDesk(app);
  };

  beforeAll(async () => {
    where = await agedDatabase(inject('databases'), client, dir);
    decided = await rowsIn(where, DECIDED);
    await start();
  });
  afterAll(() => app?.stop());

  test('keeps what editors and administrators decided, and whose a slug is', async () => {
    expect(decided.length).toBeGreaterThan(80);
    expect(await rowsIn(where, DECIDED)).toEqual(decided);
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

  test('is left as it is by the next start', async () => {
    const [schema, versions] = [await schemaOf(where), await rowsIn(where, VERSIONS)];
    await app.stop();
    await start();
    expect(await schemaOf(where)).toEqual(schema);
    expect(await rowsIn(where, DECIDED)).toEqual(decided);
    expect(await rowsIn(where, VERSIONS)).toEqual(versions);
  });
});

const OLDER: [Client, string, number, RegExp][] = [
  [
    'sqlite',
    'story_slugs',
    1,
    /story-slugs: the database has version 1 .* Start the application once at commit 62b59f5/,
  ],
  ['postgres', 'story_blocks', 11, /story-blocks: the database has version 11 .* once at commit 62b59f5/],
];

describe('a database from before the baseline', () => {
  test.each(OLDER.filter(([client]) => clients.includes(client)))(
    'stops the start, and is left as it is: on %s, %s of version %d',
    async (client, prefix, version, sentence) => {
      const where = await agedDatabase(inject('databases'), client, dir);
      await runSql(where, `update ${prefix}_meta set value = ${version} where key = 'schema'`);
      const [schema, decided] = [await schemaOf(where), await rowsIn(where, DECIDED)];
      expect(await startOnce(client, where)).toMatch(sentence);
      expect(await schemaOf(where)).toEqual(schema);
      expect(await rowsIn(where, DECIDED)).toEqual(decided);
    }
  );
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
