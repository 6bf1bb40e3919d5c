import type { Migration, SchemaNow } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../tables';
import { storyKey } from './keys';

type Options = Parameters<Migration>[2];

/** Related links, and what they are made from. */
export async function createRelatedTables(schema: SchemaNow, options: Options): Promise<void> {
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
  await createLinks(schema, options);
}

async function createLinks(schema: SchemaNow, { isPostgres, name }: Options): Promise<void> {
  const links = name(TABLES.links);
  const columns = 'host_id integer not null, target_id integer not null, score float not null, reasons text not null';
  // SQLite keeps a story's links together, and their keys once, only in a table without rowids. Knex can't make one.
  const storage = isPostgres ? '' : ' without rowid';
  await schema().raw(`create table ${links} (${columns}, primary key (host_id, target_id))${storage}`);
  // Who links to a story is found by groups of hosts: links that are made together are written together.
  await schema().raw(`create index story_blocks_links_by_target on ${links} ((host_id >> 14), target_id)`);
}
