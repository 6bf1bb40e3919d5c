import type { Migration, SchemaNow } from '@wiredesk/strapi-kit/server';
import { LONGEST_KEPT, TABLES } from './tables';

/** Makes all tables of version 2. */
export const createBaseline: Migration = async (schema) => {
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
  await createSpellingsTable(schema);
};

/** How slugs are spelled that are compared otherwise. */
export async function createSpellingsTable(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.spellings, (t) => {
    t.string('slug', LONGEST_KEPT).primary();
    t.string('folded', LONGEST_KEPT).notNullable();
    t.index(['folded'], 'story_slugs_spellings_folded');
  });
}
