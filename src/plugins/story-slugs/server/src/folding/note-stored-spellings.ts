import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { TABLES, whileStarting } from '../db';
import type { SlugType } from '../slug-types';
import { createSpellings } from './spellings';

/** Slugs that are read at once. */
const PAGE = 2_000;

/**
 * Notes the spellings of slugs that were stored before the plugin compared without case, while it was off, or past the
 * document service. One statement a type, and one for the history, where there are none but plain ones.
 *
 * A failure stops no start: such a slug is noted by the next write of its entry.
 */
export async function noteStoredSpellings(strapi: Core.Strapi, types: Iterable<SlugType>): Promise<void> {
  const columns = [...types].map(({ uid, slugField }) => {
    const { tableName, attributes } = strapi.db.metadata.get(uid);
    const attribute = attributes[slugField] as { columnName?: string } | undefined;
    return { tableName, column: attribute?.columnName ?? slugField };
  });
  for (const { tableName, column } of [...columns, { tableName: TABLES.history, column: 'slug' }]) {
    try {
      await whileStarting(strapi, (trx) => noteColumn(strapi, trx, tableName, column));
    } catch (error) {
      strapi.log.error(`story-slugs: the spellings of slugs in ${tableName} could not be noted: ${error}`);
    }
  }
}

async function noteColumn(strapi: Core.Strapi, sql: Sql, tableName: string, column: string): Promise<void> {
  const spellings = createSpellings(strapi, sql);
  for (let after: string | undefined; ; ) {
    const query = table(strapi, sql, tableName).distinct(column).orderBy(column).limit(PAGE);
    query.where((where: Knex.QueryBuilder) => notPlain(strapi, where, column));
    if (after !== undefined) query.where(column, '>', after);
    const rows: Record<string, string>[] = await query;
    const slugs = rows.flatMap((row) => row[column] ?? []);
    await spellings.note(slugs);
    after = slugs.at(-1);
    if (after === undefined || slugs.length < PAGE) return;
  }
}

/** Holds for every slug that could be spelled otherwise than it is compared, and for few others. */
function notPlain(strapi: Core.Strapi, where: Knex.QueryBuilder, column: string): void {
  if (isPostgres(strapi)) where.whereRaw(`?? ~ ('[^a-z0-9._~-]' collate "C")`, [column]);
  else if (strapi.db.dialect.client === 'sqlite') where.whereRaw(`?? glob '*[^a-z0-9._~-]*'`, [column]);
  else where.whereNotNull(column);
}
