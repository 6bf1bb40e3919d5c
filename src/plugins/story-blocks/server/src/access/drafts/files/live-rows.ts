import type { Core } from '@strapi/strapi';
import { type Sql, tableName } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import type { Schemas } from '../../../newsroom';
import { schemasOf } from '../schemas';

interface Column {
  name: string;
}
/** The part of Strapi's query engine metadata that names the table of an owner's components in a field. */
interface ComponentTable {
  name: string;
  joinColumn: Column;
  inverseJoinColumn?: Column;
  morphColumn?: { idColumn: Column; typeColumn: Column };
  on?: Record<string, string>;
}
export interface Reading {
  strapi: Core.Strapi;
  sql: Sql;
}

/** Fields of content types and components that hold a component. */
export function holdersOf({ contentTypes, components }: Schemas, component: string): [string, string][] {
  return Object.entries({ ...contentTypes, ...components }).flatMap(([uid, { attributes }]) =>
    Object.entries(attributes)
      .filter(([, attribute]) => attribute.component === component || attribute.components?.includes(component))
      .map(([field]): [string, string] => [uid, field])
  );
}

/** The columns of the table that says which components an owner has in a field. */
interface HeldIn {
  name: string;
  owner: string;
  row: string;
  /** The column of a dynamic zone that says which component a row is of. */
  type: string | undefined;
  on: Record<string, string>;
}

/** @returns Null where there is none. */
export function componentTable(strapi: Core.Strapi, holder: string, field: string): HeldIn | null {
  const attribute = strapi.db.metadata.get(holder).attributes[field] as unknown as { joinTable?: ComponentTable };
  const { joinTable } = attribute;
  const id = joinTable?.inverseJoinColumn ?? joinTable?.morphColumn?.idColumn;
  if (!joinTable || !id) return null;
  const type = joinTable.morphColumn?.typeColumn.name;
  return { name: joinTable.name, owner: joinTable.joinColumn.name, row: id.name, type, on: joinTable.on ?? {} };
}

/**
 * A statement for the rows of a content type or component that are not of a draft: all rows of a type that has none, and
 * of a component those that such a row holds.
 *
 * @returns Null where there can be none.
 */
export function liveRows(
  { strapi, sql }: Reading,
  uid: string,
  within: readonly string[] = []
): Knex.QueryBuilder | null {
  const schemas = schemasOf(strapi);
  const type = schemas.contentTypes[uid];
  if (type) {
    const rows = sql(tableName(strapi, strapi.db.metadata.get(uid).tableName)).select('id');
    return type.options?.draftAndPublish === true ? rows.whereNotNull('published_at') : rows;
  }
  if (within.includes(uid)) return null;
  const parts = holdersOf(schemas, uid).flatMap(([holder, field]) => {
    const owners = liveRows({ strapi, sql }, holder, [...within, uid]);
    const table = componentTable(strapi, holder, field);
    if (!owners || !table) return [];
    const held = sql(tableName(strapi, table.name)).whereIn(table.owner, owners).select(table.row);
    for (const [column, value] of Object.entries(table.on)) held.where(column, value);
    if (table.type) held.where(table.type, uid);
    return [held];
  });
  const [first, ...others] = parts;
  return first ? first.unionAll(others) : null;
}
