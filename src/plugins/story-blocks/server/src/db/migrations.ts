import type { Migration } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { TABLES } from './tables';

/** The story that a row belongs to. `locale` is '' where the type is not localized: a null would let doubles into a key. */
const storyKey = (t: Knex.CreateTableBuilder) => {
  t.string('type', 191).notNullable();
  t.string('document_id', 64).notNullable();
  t.string('locale', 35).notNullable().defaultTo('');
};

/**
 * The plugin's tables, version by version; a version that has been released is never changed, a new one is added.
 */
export const migrations: Migration[] = [
  async (schema) => {
    await schema().createTable(TABLES.generation, (t) => {
      t.increments('id');
      t.bigInteger('value').notNullable();
    });
    await schema().createTable(TABLES.cards, (t) => {
      storyKey(t);
      t.text('slug');
      t.text('title').notNullable();
      t.string('section_id', 64);
      t.bigInteger('sort_at').notNullable();
      t.text('data').notNullable();
      t.text('lead').notNullable();
      t.text('body').notNullable();
      t.string('fingerprint', 64).notNullable();
      t.integer('attempts').notNullable().defaultTo(0);
      t.bigInteger('retry_at');
      t.bigInteger('stale_at');
      t.text('error');
      t.primary(['type', 'document_id', 'locale']);
      t.index(['locale', 'section_id', 'sort_at', 'document_id'], 'story_blocks_cards_section');
      t.index(['locale', 'sort_at', 'document_id'], 'story_blocks_cards_newest');
      t.index(['type', 'locale', 'slug'], 'story_blocks_cards_slug');
      t.index(['retry_at', 'sort_at'], 'story_blocks_cards_retry');
      t.index(['stale_at'], 'story_blocks_cards_stale');
    });
    await schema().createTable(TABLES.cardRefs, (t) => {
      storyKey(t);
      t.string('role', 16).notNullable();
      t.string('ref_id', 64).notNullable();
      t.bigInteger('sort_at').notNullable();
      t.primary(['type', 'document_id', 'locale', 'role', 'ref_id']);
      t.index(['role', 'ref_id', 'locale', 'sort_at', 'document_id'], 'story_blocks_card_refs_target');
    });
    await schema().createTable(TABLES.concepts, (t) => {
      t.string('kind', 16).notNullable();
      t.string('document_id', 64).notNullable();
      t.string('locale', 35).notNullable().defaultTo('');
      t.text('name').notNullable();
      t.text('slug');
      t.integer('position');
      t.text('data').notNullable();
      t.primary(['kind', 'document_id', 'locale']);
      t.index(['kind', 'slug'], 'story_blocks_concepts_slug');
      t.index(['kind', 'name'], 'story_blocks_concepts_name');
    });
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
      t.primary(['type', 'document_id']);
      t.index(['state', 'until'], 'story_blocks_holds_until');
    });
    await schema().createTable(TABLES.links, (t) => {
      storyKey(t);
      t.string('target_type', 191).notNullable();
      t.string('target_id', 64).notNullable();
      t.double('score').notNullable();
      t.text('reasons').notNullable();
      t.primary(['type', 'document_id', 'locale', 'target_type', 'target_id']);
      t.index(['type', 'document_id', 'locale', 'score'], 'story_blocks_links_score');
      t.index(['target_type', 'target_id', 'locale'], 'story_blocks_links_target');
    });
    await schema().createTable('story_blocks_terms', (t) => {
      storyKey(t);
      t.string('term', 64).notNullable();
      t.string('surface', 100).notNullable();
      t.boolean('is_name').notNullable();
      t.double('weight').notNullable();
      t.bigInteger('sort_at').notNullable();
      t.primary(['type', 'document_id', 'locale', 'term']);
      t.index(['locale', 'term', 'sort_at'], 'story_blocks_terms_postings');
    });
    await schema().createTable(TABLES.pins, (t) => {
      storyKey(t);
      t.string('target_type', 191).notNullable();
      t.string('target_id', 64).notNullable();
      t.string('kind', 8).notNullable();
      t.integer('position').notNullable();
      t.primary(['type', 'document_id', 'locale', 'target_type', 'target_id']);
    });
  },
  async (schema) => {
    await schema().alterTable(TABLES.pins, (t) => {
      t.bigInteger('until');
      t.boolean('everywhere').notNullable().defaultTo(false);
      t.index(['target_type', 'target_id', 'kind'], 'story_blocks_pins_target');
      t.index(['until'], 'story_blocks_pins_until');
    });
    await schema().createTable(TABLES.wills, (t) => {
      storyKey(t);
      t.bigInteger('version').notNullable();
      t.primary(['type', 'document_id', 'locale']);
    });
  },
  // Links by numbers instead of keys, and the index that they are made from: both are made again from the cards.
  async (schema, rows) => {
    await schema().dropTable('story_blocks_terms');
    await schema().dropTable(TABLES.links);
    await schema().createTable(TABLES.index, (t) => {
      t.increments('id');
      storyKey(t);
      t.bigInteger('sort_at').notNullable();
      t.integer('version').notNullable();
      // Of a story that is not live these are empty: its number stays, so that links to it return with it.
      t.integer('model');
      t.integer('ranked');
      t.text('refs');
      t.binary('features');
      t.text('surfaces');
      t.unique(['type', 'document_id', 'locale'], { indexName: 'story_blocks_index_key' });
      t.index(['locale', 'model', 'sort_at'], 'story_blocks_index_model');
      t.index(['locale', 'ranked', 'sort_at'], 'story_blocks_index_ranked');
      t.index(['locale', 'id'], 'story_blocks_index_number');
    });
    await schema().createTable(TABLES.postings, (t) => {
      t.string('locale', 35).notNullable();
      t.integer('model').notNullable();
      t.integer('word').notNullable();
      t.binary('stories').notNullable();
      t.primary(['locale', 'model', 'word']);
    });
    await schema().createTable(TABLES.models, (t) => {
      t.string('locale', 35).notNullable();
      t.integer('version').notNullable();
      t.string('state', 16).notNullable();
      t.integer('archive').notNullable();
      t.bigInteger('stamp').notNullable();
      t.integer('ranking').notNullable();
      t.string('settings', 64).notNullable();
      t.bigInteger('changed_at').notNullable();
      t.binary('data');
      t.primary(['locale', 'version']);
    });
    await schema().createTable(TABLES.links, (t) => {
      t.integer('host_id').notNullable();
      t.integer('target_id').notNullable();
      t.double('score').notNullable();
      t.text('reasons').notNullable();
      t.primary(['host_id', 'target_id']);
      t.index(['target_id'], 'story_blocks_links_target');
    });
    await rows(TABLES.cards).update({ retry_at: 0, attempts: 0, error: null });
  },
  // SQLite kept links in the order in which they came, and their keys once more: now a story's stand together, and once.
  // Who links to a story is found group by group of hosts, so that links that are made together are written together.
  async (schema, _rows, { isPostgres, name }) => {
    const byTarget = `create index story_blocks_links_by_target on ${name(TABLES.links)} ((host_id >> 14), target_id)`;
    if (isPostgres) {
      await schema().alterTable(TABLES.links, (t) => {
        t.dropIndex([], 'story_blocks_links_target');
      });
      await schema().raw(byTarget);
      return;
    }
    const kept = 'host_id integer not null, target_id integer not null, score float not null, reasons text not null';
    await schema().raw(`create table links_together (${kept}, primary key (host_id, target_id)) without rowid`);
    await schema().raw(`insert into links_together select host_id, target_id, score, reasons from ${TABLES.links}`);
    await schema().dropTable(TABLES.links);
    await schema().renameTable('links_together', TABLES.links);
    await schema().raw(byTarget);
  },
  // What editors want of sections' fronts.
  async (schema) => {
    const boardKey = (t: Knex.CreateTableBuilder) => {
      t.string('section_id', 64).notNullable();
      t.string('locale', 35).notNullable().defaultTo('');
    };
    await schema().createTable('story_blocks_boards', (t) => {
      boardKey(t);
      t.bigInteger('version').notNullable();
      t.primary(['section_id', 'locale']);
    });
    await schema().createTable('story_blocks_board_wishes', (t) => {
      boardKey(t);
      t.string('target_type', 191).notNullable();
      t.string('target_id', 64).notNullable();
      t.string('kind', 8).notNullable();
      t.integer('position').notNullable();
      t.bigInteger('until');
      t.primary(['section_id', 'locale', 'target_type', 'target_id']);
      t.index(['target_type', 'target_id', 'kind'], 'story_blocks_board_wishes_target');
      t.index(['until'], 'story_blocks_board_wishes_until');
    });
  },
  // What administrators set, and the runs of upkeep that they start. Of the runs of a pass one is open at most.
  async (schema) => {
    await schema().createTable(TABLES.settings, (t) => {
      t.string('name', 16).primary();
      t.bigInteger('version').notNullable();
      t.text('data').notNullable();
      t.bigInteger('saved_at');
      t.text('saved_by');
    });
    await schema().createTable(TABLES.runs, (t) => {
      t.increments('id');
      t.string('pass', 16).notNullable();
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
  },
  // Which answers in caches a write changed, and whether that is told; and whether it changed more than stories.
  async (schema) => {
    await schema().alterTable(TABLES.generation, (t) => {
      t.bigInteger('concepts').notNullable().defaultTo(0);
      t.text('tags');
      t.boolean('told').notNullable().defaultTo(true);
      // Each answer sums them; by it, past the tags, which may be long.
      t.index(['value', 'concepts'], 'story_blocks_generation_sums');
    });
  },
  // When stories were first published, a language each: written once, and kept while they are not live.
  async (schema) => {
    await schema().createTable(TABLES.firstPublications, (t) => {
      storyKey(t);
      t.bigInteger('at').notNullable();
      t.primary(['type', 'document_id', 'locale']);
    });
  },
  // Where a hold was copied from; why an embargo could not be ended, and since when; what else failed in the background.
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
    await schema().createTable(TABLES.troubles, (t) => {
      t.string('task', 16).notNullable();
      // Of a task as a whole these are empty; of a model the language alone is there.
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
  },
  // Under which slugs stories were live that have others now, or are live no longer: what their addresses still lead to.
  async (schema) => {
    await schema().createTable(TABLES.formerSlugs, (t) => {
      t.string('slug_key', 64).notNullable();
      storyKey(t);
      t.text('slug').notNullable();
      t.primary(['slug_key', 'type', 'locale']);
      t.index(['document_id', 'type'], 'story_blocks_former_slugs_story');
    });
  },
  // Words are analysed otherwise: stories of the index are read anew, and their links made again, in the background.
  async (_schema, rows) => {
    await rows(TABLES.index).whereNotNull('model').update({ model: -2 });
  },
  // Who set a hold: asked again whether they may publish when its embargo ends. Of holds that were there before, nobody knows.
  async (schema) => {
    await schema().alterTable(TABLES.holds, (t) => {
      t.text('set_by');
    });
  },
];
