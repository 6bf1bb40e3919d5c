import type { Migration } from '@wiredesk/strapi-kit/server';
import { createTroublesTable } from './baseline/background';
import { createFirstPublicationsTable, createFormerSlugsTable } from './baseline/readers';
import { TABLES } from './tables';

/** Where story-slugs notes which slugs were published, and when. It may not be installed. */
const SLUG_HISTORY = 'story_slugs_history';

/**
 * Databases that were made before the baseline: these steps take them from version 7 to 12. Databases of version 12 have
 * been through them, and new ones get the baseline instead.
 *
 * A table that a step makes is the baseline's, by the baseline's own code. A column that a step adds comes last in its
 * table, as it does in the baseline's.
 */
export const olderSteps: readonly Migration[] = [
  // Upkeep finds the first publications of stories that are live. Of others it asks nobody: a story that was live and is
  // withheld now would count as first published when it returns.
  async (schema, _rows, { name }) => {
    await createFirstPublicationsTable(schema);
    if (!(await schema().hasTable(SLUG_HISTORY))) return;
    await schema().raw(
      `insert into ${name(TABLES.firstPublications)} (type, document_id, locale, at)
       select story.type, story.document_id, story.locale, min(history.published_at)
       from ${name(TABLES.index)} as story join ${name(SLUG_HISTORY)} as history
         on history.type = story.type and history.document_id = story.document_id and history.locale = story.locale
       where story.model is null group by story.type, story.document_id, story.locale`
    );
  },
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
