import type { Core } from '@strapi/strapi';
import { isPostgres } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';

/** `where column in (values)` with one binding, however many values: the statement stays the same, and so does its plan. */
export function whereIn(
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (number | string)[]
): Knex.QueryBuilder {
  return isPostgres(strapi)
    ? query.whereRaw('?? = any(?)', [column, values])
    : query.whereRaw('?? in (select value from json_each(?))', [column, JSON.stringify(values)]);
}
