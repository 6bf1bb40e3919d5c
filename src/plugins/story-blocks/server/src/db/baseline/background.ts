import type { SchemaNow } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../tables';

/** What passes of upkeep keep: how far they are, and what fails. */
export async function createBackgroundTables(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.runs, (t) => {
    t.increments('id');
    t.string('pass', 16).notNullable();
    // Its pass while the run is open: each pass has one open run at most.
    t.string('open', 16).unique({ indexName: 'story_blocks_runs_open' });
    t.string('state', 16).notNullable();
    t.text('asked_by');
    t.bigInteger('asked_at').notNullable();
    t.bigInteger('started_at');
    t.bigInteger('ended_at');
    t.string('node', 36);
    t.bigInteger('beat_at').notNullable();
    t.boolean('stopping').notNullable().defaultTo(false);
    t.text('progress');
    t.text('result');
    t.text('error');
    t.index(['pass', 'id'], 'story_blocks_runs_last');
  });
  // A pass that finds these two empty begins anew.
  await schema().createTable(TABLES.filling, (t) => {
    t.string('type', 191).notNullable();
    t.string('document_id', 64).notNullable();
    t.bigInteger('sort_at').notNullable();
    t.primary(['type', 'document_id']);
    t.index(['sort_at', 'document_id'], 'story_blocks_filling_newest');
  });
  await schema().createTable(TABLES.cursors, (t) => {
    t.string('pass', 16).primary();
    t.string('type', 191).notNullable();
    t.string('document_id', 64).notNullable();
    t.bigInteger('done').notNullable();
  });
  await createTroublesTable(schema);
}

/** What fails in the background. */
export async function createTroublesTable(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.troubles, (t) => {
    t.string('task', 16).notNullable();
    // A task as a whole leaves these empty. A model has a language alone.
    t.string('type', 191).notNullable().defaultTo('');
    t.string('document_id', 64).notNullable().defaultTo('');
    t.string('locale', 35).notNullable().defaultTo('');
    t.text('error').notNullable();
    t.bigInteger('since').notNullable();
    t.bigInteger('at').notNullable();
    t.integer('attempts').notNullable();
    t.bigInteger('retry_at');
    t.primary(['task', 'type', 'document_id', 'locale']);
  });
}
