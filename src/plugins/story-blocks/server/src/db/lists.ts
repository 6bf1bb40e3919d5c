import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isPostgres } from './connection';

/** `where column in (values)` with one binding, however many values: the statement stays the same, and so does its plan. */
export function whereIn(
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  column: string,
  values: readonly (number | string)[]
): Knex.QueryBuilder {
  return isPostgres(strapi)
    ? query.whereRaw('?? = any(?)', [column, values as never])
    : query.whereRaw('?? in (select value from json_each(?))', [column, JSON.stringify(values)]);
}
