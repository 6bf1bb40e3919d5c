import knex from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from './migrations';
import { TABLES } from './tables';

describe('migrations on SQLite', () => {
  const database = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  const run = (version: number) =>
    migrations[version](
      () => database.schema,
      (name) => database(name),
      { isPostgres: false, name: (table) => `"${table}"` }
    );
  const link = { host_id: 70_000, target_id: 3, score: 0.25, reasons: '[{"type":"names","labels":["Łódź"]}]' };

  beforeAll(async () => {
    for (let version = 0; version < 3; version += 1) await run(version);
    await database(TABLES.links).insert(link);
    for (let version = 3; version < migrations.length; version += 1) await run(version);
  });
  afterAll(() => database.destroy());

  it('keep the links that there are', async () => {
    expect(await database(TABLES.links).select()).toEqual([link]);
  });

  it('keep each link once', async () => {
    await expect(database(TABLES.links).insert({ ...link, score: 0.5 })).rejects.toThrow(/UNIQUE/);
  });

  it('find who links to a story by groups of hosts', async () => {
    const plan = await database.raw(
      `explain query plan select host_id from ${TABLES.links} where (host_id >> 14) in (0, 4) and target_id = 3`
    );
    expect(JSON.stringify(plan)).toMatch(/story_blocks_links_by_target/);
  });
});
