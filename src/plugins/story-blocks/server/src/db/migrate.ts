import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres, TABLES } from './connection';
import { migrations } from './migrations';
import { createWorkTables } from './work-tables';

/** Any constant of this plugin: nodes that start at once on one PostgreSQL wait for each other here. */
const MIGRATION_LOCK = 7_305_001;

/**
 * Brings the plugin's own tables to the present version, in one transaction and under a lock.
 *
 * @throws {Error} where the database was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  if (!isPostgres(strapi)) await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
  await strapi.db.connection.transaction(async (trx: Knex.Transaction) => {
    if (isPostgres(strapi)) await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    const schemaName = strapi.db.getSchemaName();
    const schema = () => (schemaName ? trx.schema.withSchema(schemaName) : trx.schema);
    const rows = (name: string) => (schemaName ? trx(name).withSchema(schemaName) : trx(name));
    const meta = () => rows(TABLES.meta);
    if (!(await schema().hasTable(TABLES.meta))) {
      await schema().createTable(TABLES.meta, (t) => {
        t.string('key', 64).primary();
        t.bigInteger('value').notNullable();
      });
      await meta().insert({ key: 'schema', value: 0 });
    }
    const row = await meta().where({ key: 'schema' }).first();
    const from = Number(row?.value ?? 0);
    if (from > migrations.length) {
      throw new Error(
        `story-blocks: the database has version ${from} of the plugin's tables, this plugin knows ${migrations.length}; install the newer plugin.`
      );
    }
    for (let version = from; version < migrations.length; version += 1) {
      await migrations[version](schema, rows, {
        isPostgres: isPostgres(strapi),
        name: (table) => (schemaName ? `"${schemaName}"."${table}"` : `"${table}"`),
      });
    }
    await createWorkTables(schema);
    if (from < migrations.length) await meta().where({ key: 'schema' }).update({ value: migrations.length });
  });
}
