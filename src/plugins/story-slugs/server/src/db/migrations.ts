import type { Migration } from '@wiredesk/strapi-kit/server';
import { TABLES } from './tables';

/** As long as Strapi's own columns for strings. */
export const LONGEST_KEPT = 255;

/** The plugin's tables, version by version; a version that has been released is never changed, a new one is added. */
export const migrations: Migration[] = [
  async (schema) => {
    // Whose a slug is: its key lets no two entries have been published under one. `locale` is '' where all languages
    // share the slug: a null would let doubles into the key.
    await schema().createTable(TABLES.history, (t) => {
      t.string('type', 191).notNullable();
      t.string('locale', 35).notNullable().defaultTo('');
      t.string('slug', LONGEST_KEPT).notNullable();
      t.string('document_id', 64).notNullable();
      t.bigInteger('published_at').notNullable();
      t.primary(['type', 'locale', 'slug']);
      t.index(['type', 'document_id', 'locale'], 'story_slugs_history_document');
    });
    await schema().createTable(TABLES.made, (t) => {
      t.string('type', 191).notNullable();
      t.string('document_id', 64).notNullable();
      t.string('locale', 35).notNullable().defaultTo('');
      t.string('slug', LONGEST_KEPT).notNullable();
      t.primary(['type', 'document_id', 'locale']);
    });
  },
  async (schema) => {
    await schema().createTable(TABLES.spellings, (t) => {
      t.string('slug', LONGEST_KEPT).primary();
      t.string('folded', LONGEST_KEPT).notNullable();
      t.index(['folded'], 'story_slugs_spellings_folded');
    });
  },
];
