// The plugin's own code, called past HTTP and past Strapi's documents.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const server = path.resolve(import.meta.dirname, '../../../src/plugins/story-blocks/server/src');
const source = (file) => require(path.join(server, file));

/** @param {import('@strapi/strapi').Core.Strapi} strapi - Without its worker. */
export function openPlugin(strapi) {
  const { assemblyOf } = source('assemble.ts');
  const { storeCards } = source('cards/store-cards.ts');
  const { findCard } = source('cards/find-cards.ts');
  const { inTransaction, table } = require('@wiredesk/strapi-kit/server');
  const { TABLES } = source('db/index.ts');
  const { readStoryLinks } = source('related/index.ts');
  const { BREATH_MS } = source('upkeep/compared.ts');
  const { newsroom, related } = assemblyOf(strapi);
  const rows = (name) => table(strapi, strapi.db.connection, TABLES[name]);
  const count = async (query) => Number((await query.count({ count: '*' }).first()).count);

  return {
    related,
    breathMs: BREATH_MS,
    storyType: newsroom.config.types.story[0].uid,
    isPostgres: strapi.db.dialect.client === 'postgres',
    knex: strapi.db.connection,
    /** The database's own names of the tables that related links are kept in. */
    tables: { index: TABLES.index, postings: TABLES.postings, models: TABLES.models, links: TABLES.links },
    store: (cards) => inTransaction(strapi, (sql) => storeCards(strapi, sql, cards, [])),
    findCard: (key) => findCard(strapi, key),
    countCards: async () => count(rows('cards')),
    countIndexed: async () => count(rows('index').whereNotNull('features')),
    countLinks: async () => count(rows('links')),
    /** Stories of the index that link to none. */
    countWithout: async () =>
      count(
        rows('index')
          .whereNotNull('features')
          .whereNotExists(
            rows('links')
              .select('host_id')
              .whereRaw('?? = ??', [`${TABLES.links}.host_id`, `${TABLES.index}.id`])
          )
      ),
    /** Stories whose links could not be made. */
    countFailed: async () => count(rows('cards').whereNotNull('error')),
    /** What PostgreSQL does by itself within minutes, which an archive takes longer than. */
    async analyzeCards() {
      if (strapi.db.dialect.client === 'postgres') await strapi.db.connection.raw('analyze ??', [TABLES.cards]);
    },
    /** As a rebuild leaves the cards. */
    queueAll: async () => rows('cards').update({ retry_at: 0, attempts: 0, error: null }),
    /** Keys of some stories: document ids are drawn by lot. */
    async someKeys(wanted) {
      const some = await rows('cards').select('type', 'document_id', 'locale').orderBy('document_id').limit(wanted);
      return some.map((row) => ({ type: row.type, documentId: row.document_id, locale: row.locale }));
    },
    readLinks: (card) => readStoryLinks(strapi, { desk, locale: card.locale, now: new Date() }, [card]),
  };
}
