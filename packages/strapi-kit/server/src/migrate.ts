import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres, table } from './connection';

/** Gives a new builder each time: one that was awaited would run its statements again. */
type SchemaNow = () => Knex.SchemaBuilder;

/** Takes a plugin's tables from one version to the next. */
export type Migration = (
  schema: SchemaNow,
  rows: (name: string) => Knex.QueryBuilder,
  /** `name` gives a table's name for a statement in words. */
  options: { isPostgres: boolean; name(table: string): string }
) => Promise<void>;

/** The tables that a plugin keeps itself. Strapi's schema sync does not know them, and so never drops them. */
export interface OwnTables {
  /** Named in messages. */
  plugin: string;
  /** Name of the table that holds their version. */
  meta: string;
  /** Any number that is this plugin's alone: nodes that start at once on one PostgreSQL wait for each other on it. */
  lock: number;
  /** A version that has been released is never changed: a new one is added at the end. */
  migrations: readonly Migration[];
  /** Makes tables that have no versions, at each start and under the same lock. */
  alsoCreate?(schema: SchemaNow): Promise<void>;
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
 * Brings a plugin's own tables to the present version, in one transaction and under a lock.
 *
 * @throws {Error} where the database was written by a newer version of the plugin.
 */
export async function migrate(strapi: Core.Strapi, tables: OwnTables): Promise<void> {
  const { plugin, migrations } = tables;
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
    const row = await meta().where({ key: 'schema' }).first();
    const from = Number(row?.value ?? 0);
    if (from > migrations.length) {
      throw new Error(
        `${plugin}: the database has version ${from} of the plugin's tables, this plugin knows ${migrations.length}; install the newer plugin.`
      );
    }
    for (const run of migrations.slice(from)) {
      await run(schema, rows, {
        isPostgres: isPostgres(strapi),
        name: (name) => (schemaName ? `"${schemaName}"."${name}"` : `"${name}"`),
      });
    }
    await tables.alsoCreate?.(schema);
    if (from < migrations.length) await meta().where({ key: 'schema' }).update({ value: migrations.length });
  });
}
