import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import type { CardListener } from '../cards';
import { eachType, TABLES, whereIn } from '../db';
import { relatedTag } from '../delivery/tags';
import { linksByTarget } from './links-by-target';
import { forgetLinks } from './store-links';

/**
 * Takes stories out of the index, with the links that they have. Their numbers stay, so that links of others to them,
 * which show nothing now, return with them.
 *
 * The stories' rows first: who makes links locks them before it writes any.
 */
async function emptyIndex(
  strapi: Core.Strapi,
  sql: Sql,
  which: (rows: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<void> {
  const rows = () => which(table(strapi, sql, TABLES.index));
  await rows().update({
    version: sql.raw('?? + 1', ['version']),
    model: null,
    ranked: null,
    refs: null,
    features: null,
    surfaces: null,
  });
  await table(strapi, sql, TABLES.links).whereIn('host_id', rows().select('id')).delete();
}

/** The index has the stories that are live; what links to others stands until these return. */
export const relatedFollowsCards: CardListener = {
  gone: (strapi, sql, where, documentIds) =>
    emptyIndex(strapi, sql, (rows) => rows.where(where).whereIn('document_id', documentIds)),
  async localeDeleted(strapi, sql, where) {
    await emptyIndex(strapi, sql, (rows) => rows.where(where));
    if (where.type !== undefined) return;
    for (const name of [TABLES.models, TABLES.postings]) await table(strapi, sql, name).where(where).delete();
  },
  waiting: {
    rows: (strapi, sql, where, documentIds) => [
      whereIn(strapi, table(strapi, sql, TABLES.index).where(where), 'document_id', documentIds).select(
        sql.raw('cast(null as varchar) as document_id'),
        sql.raw('cast(null as varchar) as locale'),
        'id as number'
      ),
    ],
    async tags(strapi, sql, rows) {
      const numbers = rows.flatMap(({ number }) => number ?? []);
      const hosts = linksByTarget(strapi, sql).whereIn('target_id', numbers).select('host_id');
      const linking: string[] = await table(strapi, sql, TABLES.index).whereIn('id', hosts).pluck('document_id');
      return linking.map(relatedTag);
    },
  },
};

/** Drops what the index has of content types that are stories no longer. */
export const dropUnmappedIndex = (strapi: Core.Strapi, isStory: (type: string) => boolean): Promise<void> =>
  eachType(strapi, TABLES.index, async (sql, type) => {
    if (isStory(type)) return;
    const rows = () => table(strapi, sql, TABLES.index).where({ type });
    await forgetLinks(strapi, sql, rows().select('id'));
    await rows().delete();
  });
