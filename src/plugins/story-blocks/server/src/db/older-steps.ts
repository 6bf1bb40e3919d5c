import type { Migration } from '@wiredesk/strapi-kit/server';
import { createTroublesTable } from './baseline/background';
import { createFirstPublicationsTable, createFormerSlugsTable } from './baseline/readers';
import { TABLES } from './tables';

/**
 * Databases that were made before the baseline: these steps take them from version 7 to 12. Databases of version 12 have
 * been through them, and new ones get the baseline instead.
 *
 * A table that a step makes is the baseline's, by the baseline's own code. A column that a step adds comes last in its
 * table, as it does in the baseline's.
 */
export const olderSteps: readonly Migration[] = [
  createFirstPublicationsTable,
  async (schema) => {
    await schema().alterTable(TABLES.holds, (t) => {
      t.string('copied_from', 64);
      t.text('failure');
      t.bigInteger('failed_at');
      t.index(['failed_at'], 'story_blocks_holds_failed');
    });
    await schema().alterTable(TABLES.cards, (t) => {
      t.bigInteger('failed_at');
    });
    await createTroublesTable(schema);
  },
  createFormerSlugsTable,
  // Words are analysed otherwise since. The worker reads stories of the index anew, and makes their links again.
  async (_schema, rows) => {
    await rows(TABLES.index).whereNotNull('model').update({ model: -2 });
  },
  // Nobody knows who set the holds that are there.
  async (schema) => {
    await schema().alterTable(TABLES.holds, (t) => {
      t.text('set_by');
    });
  },
];
