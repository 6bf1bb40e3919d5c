import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres, TABLES, table } from './connection';
import { migrations } from './migrations';

/** Any constant of this plugin: nodes that start at once on one PostgreSQL wait for each other here. */
const MIGRATION_LOCK = 7_305_101;

/** Runs `work` in a transaction that one node at a time has while it starts. */
export async function whileStarting(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<void>
): Promise<void> {
  await strapi.db.connection.transaction(async (trx: Knex.Transaction) => {
    if (isPostgres(strapi)) await trx.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await work(trx);
  });
}

/**
 * Brings the plugin's own tables to the present version, in one transaction and under a lock.
 *
 * @throws {Error} where the database was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi): Promise<void> {
  await whileStarting(strapi, async (trx) => {
    const schemaName = strapi.db.getSchemaName();
    const schema = () => (schemaName ? trx.schema.withSchema(schemaName) : trx.schema);
    const meta = () => table(strapi, trx, TABLES.meta);
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
        `story-slugs: the database has version ${from} of the plugin's tables, this plugin knows ${migrations.length}; install the newer plugin.`
      );
    }
    for (const run of migrations.slice(from)) await run(schema);
    if (from < migrations.length) await meta().where({ key: 'schema' }).update({ value: migrations.length });
  });
}
