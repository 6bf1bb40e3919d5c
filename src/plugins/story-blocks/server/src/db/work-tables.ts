import type { Knex } from 'knex';
import { TABLES } from './tables';

/**
 * Tables that passes of upkeep keep their place in. Nothing in them has to outlast a version of the plugin: a pass that
 * finds them empty begins anew. Run under the lock of the migrations.
 */
export async function createWorkTables(schema: () => Knex.SchemaBuilder): Promise<void> {
  if (!(await schema().hasTable(TABLES.filling))) {
    await schema().createTable(TABLES.filling, (t) => {
      t.string('type', 191).notNullable();
      t.string('document_id', 64).notNullable();
      t.bigInteger('sort_at').notNullable();
      t.primary(['type', 'document_id']);
      t.index(['sort_at', 'document_id'], 'story_blocks_filling_newest');
    });
  }
  if (!(await schema().hasTable(TABLES.cursors))) {
    await schema().createTable(TABLES.cursors, (t) => {
      t.string('pass', 16).primary();
      t.string('type', 191).notNullable();
      t.string('document_id', 64).notNullable();
      t.bigInteger('done').notNullable();
    });
  }
}
