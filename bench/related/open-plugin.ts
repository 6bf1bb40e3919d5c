// What measurements of related links read and write of the plugin, past HTTP and past Strapi's documents.
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { CardKey, FullCard } from 'strapi-plugin-story-blocks/measured';
import { loadMeasured } from '../app/start-app';

/** The database's own names of the tables that related links are kept in. */
export const TABLES = {
  index: 'story_blocks_index',
  postings: 'story_blocks_postings',
  models: 'story_blocks_models',
  links: 'story_blocks_links',
} as const;
const CARDS = 'story_blocks_cards';

const count = async (query: Knex.QueryBuilder): Promise<number> =>
  Number((await query.count({ count: '*' }).first()).count);

/** @param strapi - Without its worker. */
export function openPlugin(strapi: Core.Strapi) {
  const { steps, breathMs, store, findCard, readLinks } = loadMeasured().openMeasured(strapi);
  const knex = strapi.db.connection;
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const indexed = () => knex(TABLES.index).whereNotNull('features');

  return {
    steps,
    breathMs,
    isPostgres,
    knex,
    store,
    findCard,
    readLinks: (card: FullCard) => readLinks(card.locale, [card]),
    countCards: () => count(knex(CARDS)),
    countIndexed: () => count(indexed()),
    countLinks: () => count(knex(TABLES.links)),
    /** Stories of the index that link to none. */
    countWithout: () =>
      count(
        indexed().whereNotExists(
          knex(TABLES.links)
            .select('host_id')
            .whereRaw('?? = ??', [`${TABLES.links}.host_id`, `${TABLES.index}.id`])
        )
      ),
    /** Stories whose links could not be made. */
    countFailed: () => count(knex(CARDS).whereNotNull('error')),
    /** What PostgreSQL does by itself within minutes, which an archive takes longer than. */
    async analyzeCards(): Promise<void> {
      if (isPostgres) await knex.raw('analyze ??', [CARDS]);
    },
    /** As a rebuild leaves the cards. */
    queueAll: async () => knex(CARDS).update({ retry_at: 0, attempts: 0, error: null }),
    /** Keys of some stories: document ids are drawn by lot. */
    someKeys: (wanted: number): Promise<CardKey[]> =>
      knex(CARDS).select('type', 'document_id as documentId', 'locale').orderBy('document_id').limit(wanted),
  };
}
export type MeasuredPlugin = ReturnType<typeof openPlugin>;
