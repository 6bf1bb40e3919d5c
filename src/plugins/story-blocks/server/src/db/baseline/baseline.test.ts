import knex from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLES } from '../tables';
import { createBaseline } from '.';

describe('the baseline on SQLite', () => {
  const database = knex({ client: 'better-sqlite3', connection: { filename: ':memory:' }, useNullAsDefault: true });
  const link = { host_id: 70_000, target_id: 3, score: 0.25, reasons: '[{"type":"names","labels":["Łódź"]}]' };

  beforeAll(async () => {
    const options = { isPostgres: false, name: (table: string) => `"${table}"` };
    await createBaseline(
      () => database.schema,
      (name) => database(name),
      options
    );
    await database(TABLES.links).insert(link);
  });
  afterAll(() => database.destroy());

  it('makes every table but that of the version', async () => {
    const made: { name: string }[] = await database('sqlite_master').where({ type: 'table' }).select('name');
    const names = made.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
    const { meta, ...tables } = TABLES;
    expect(names.sort()).toEqual(Object.values(tables).sort());
  });

  it('keeps each link once', async () => {
    await expect(database(TABLES.links).insert({ ...link, score: 0.5 })).rejects.toThrow(/UNIQUE/);
  });

  it('finds who links to a story by groups of hosts', async () => {
    const plan = await database.raw(
      `explain query plan select host_id from ${TABLES.links} where (host_id >> 14) in (0, 4) and target_id = 3`
    );
    expect(JSON.stringify(plan)).toMatch(/story_blocks_links_by_target/);
  });
});
