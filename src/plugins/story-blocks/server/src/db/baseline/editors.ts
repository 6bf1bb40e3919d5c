import type { SchemaNow } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { TABLES } from '../tables';
import { storyKey } from './keys';

const boardKey = (t: Knex.CreateTableBuilder) => {
  t.string('section_id', 64).notNullable();
  t.string('locale', 35).notNullable().defaultTo('');
};

/** Where a pin or hide leads. */
const targetKey = (t: Knex.CreateTableBuilder) => {
  t.string('target_type', 191).notNullable();
  t.string('target_id', 64).notNullable();
  t.string('kind', 8).notNullable();
  t.integer('position').notNullable();
  t.bigInteger('until');
};

/** What editors and administrators decided: nothing can make it again. */
export async function createEditorsTables(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.holds, (t) => {
    t.string('type', 191).notNullable();
    t.string('document_id', 64).notNullable();
    t.string('state', 16).notNullable();
    t.bigInteger('until');
    t.boolean('then_publish').notNullable();
    t.text('locales').notNullable();
    t.text('note');
    t.bigInteger('set_at').notNullable();
    t.integer('attempts').notNullable().defaultTo(0);
    t.bigInteger('retry_at');
    t.string('copied_from', 64);
    t.text('failure');
    t.bigInteger('failed_at');
    // Asked again whether they may publish when the embargo ends. Null where nobody knows.
    t.text('set_by');
    t.primary(['type', 'document_id']);
    t.index(['state', 'until'], 'story_blocks_holds_until');
    t.index(['failed_at'], 'story_blocks_holds_failed');
  });
  await schema().createTable(TABLES.pins, (t) => {
    storyKey(t);
    targetKey(t);
    t.boolean('everywhere').notNullable().defaultTo(false);
    t.primary(['type', 'document_id', 'locale', 'target_type', 'target_id']);
    t.index(['target_type', 'target_id', 'kind'], 'story_blocks_pins_target');
    t.index(['until'], 'story_blocks_pins_until');
  });
  await schema().createTable(TABLES.wills, (t) => {
    storyKey(t);
    t.bigInteger('version').notNullable();
    t.primary(['type', 'document_id', 'locale']);
  });
  await schema().createTable(TABLES.boards, (t) => {
    boardKey(t);
    t.bigInteger('version').notNullable();
    t.primary(['section_id', 'locale']);
  });
  await schema().createTable(TABLES.boardWishes, (t) => {
    boardKey(t);
    targetKey(t);
    t.primary(['section_id', 'locale', 'target_type', 'target_id']);
    t.index(['target_type', 'target_id', 'kind'], 'story_blocks_board_wishes_target');
    t.index(['until'], 'story_blocks_board_wishes_until');
  });
  await schema().createTable(TABLES.settings, (t) => {
    t.string('name', 16).primary();
    t.bigInteger('version').notNullable();
    t.text('data').notNullable();
    t.bigInteger('saved_at');
    t.text('saved_by');
  });
}
