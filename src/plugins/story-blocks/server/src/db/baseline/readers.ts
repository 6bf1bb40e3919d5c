import type { SchemaNow } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../tables';
import { storyKey } from './keys';

/** What is published, as readers get it. */
export async function createReadersTables(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.generation, (t) => {
    t.increments('id');
    t.bigInteger('value').notNullable();
    t.bigInteger('concepts').notNullable().defaultTo(0);
    t.text('tags');
    t.boolean('told').notNullable().defaultTo(true);
    // Each answer sums these two. Tags may be long, and the index spares reading them.
    t.index(['value', 'concepts'], 'story_blocks_generation_sums');
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
    t.bigInteger('failed_at');
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
  await createFirstPublicationsTable(schema);
  await createFormerSlugsTable(schema);
}

/** When stories were first published, a language each. Written once, and kept while the story is not live. */
export async function createFirstPublicationsTable(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.firstPublications, (t) => {
    storyKey(t);
    t.bigInteger('at').notNullable();
    t.primary(['type', 'document_id', 'locale']);
  });
}

/** Slugs under which stories were live before: their addresses still lead somewhere. */
export async function createFormerSlugsTable(schema: SchemaNow): Promise<void> {
  await schema().createTable(TABLES.formerSlugs, (t) => {
    t.string('slug_key', 64).notNullable();
    storyKey(t);
    t.text('slug').notNullable();
    t.primary(['slug_key', 'type', 'locale']);
    t.index(['document_id', 'type'], 'story_blocks_former_slugs_story');
  });
}
