import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, table } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import { TABLES } from '../db';

/**
 * All links, for a condition on their targets: by the index that there is for it, of hosts in groups of 16,384 numbers and
 * then of targets. Stories whose links are made together have numbers near each other, so their entries stand together
 * too; one index of all targets would have each of thirty links written to another end of it.
 */
export function linksByTarget(strapi: Core.Strapi, sql: Sql): Knex.QueryBuilder {
  const last = table(strapi, sql, TABLES.index).select(sql.raw('coalesce(max(id), 0) >> 14'));
  const links = table(strapi, sql, TABLES.links);
  if (isPostgres(strapi)) return links.whereRaw('(host_id >> 14) = any(array(select generate_series(0, (?))))', [last]);
  const groups = 'with recursive g(n) as (select 0 union all select n + 1 from g where n < (?)) select n from g';
  return links.whereRaw(`(host_id >> 14) in (${groups})`, [last]);
}
