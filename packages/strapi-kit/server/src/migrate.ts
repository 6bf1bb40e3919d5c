import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres, table } from './connection';
import { pendingMigrations, type Versions, versionsKnown } from './versions';

/** The tables that a plugin keeps itself. Strapi's schema sync does not know them, and so never drops them. */
export interface OwnTables extends Versions {
  /** Name of the table that holds their version. */
  meta: string;
  /** Any number that is this plugin's alone: nodes that start at once on one PostgreSQL wait for each other on it. */
  lock: number;
}

/** Runs `work` in a transaction that one node at a time has while it starts. */
export async function whileStarting(
  strapi: Core.Strapi,
  { lock }: Pick<OwnTables, 'lock'>,
  work: (trx: Knex.Transaction) => Promise<void>
): Promise<void> {
  await strapi.db.connection.transaction(async (trx: Knex.Transaction) => {
    if (isPostgres(strapi)) await trx.raw('select pg_advisory_xact_lock(?)', [lock]);
    await work(trx);
  });
}

/**
 * Makes a plugin's own tables, or brings them to the present version, in one transaction and under a lock.
 *
 * @throws {Error} where the database is too old to be upgraded, or was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi, tables: OwnTables): Promise<void> {
  await whileStarting(strapi, tables, async (trx) => {
    const schemaName = strapi.db.getSchemaName();
    const schema = () => (schemaName ? trx.schema.withSchema(schemaName) : trx.schema);
    const rows = (name: string) => table(strapi, trx, name);
    const meta = () => rows(tables.meta);
    if (!(await schema().hasTable(tables.meta))) {
      await schema().createTable(tables.meta, (t) => {
        t.string('key', 64).primary();
        t.bigInteger('value').notNullable();
      });
      await meta().insert({ key: 'schema', value: 0 });
    }
    const row: { value: number | string } | undefined = await meta().where({ key: 'schema' }).first('value');
    const pending = pendingMigrations(tables, Number(row?.value ?? 0));
    for (const run of pending) {
      await run(schema, rows, {
        isPostgres: isPostgres(strapi),
        name: (name) => (schemaName ? `"${schemaName}"."${name}"` : `"${name}"`),
      });
    }
    if (pending.length > 0)
      await meta()
        .where({ key: 'schema' })
        .update({ value: versionsKnown(tables) });
  });
}
