import type { Core } from '@strapi/strapi';
import { type Sql, tableName } from '@wiredesk/strapi-kit/server';
import { componentTable, holdersOf } from './files/live-rows';
import { schemasOf } from './schemas';

/** The entry that holds a component's row. */
export interface RowHolder {
  uid: string;
  documentId: string;
  locale: string | null;
  /** The field that it stands in, as permissions name it: `byline`, `layout.rails`. */
  path: string;
}

/**
 * Finds the entry in whose field a component's row stands, in other components too.
 *
 * @param field - Of the component; permissions name it after the one that holds the row.
 * @returns Null for a row that nothing holds.
 */
export async function holderOfRow(
  strapi: Core.Strapi,
  component: string,
  rowId: number,
  field: string
): Promise<RowHolder | null> {
  const schemas = schemasOf(strapi);
  const sql: Sql = strapi.db.connection;
  for (const [holder, name] of holdersOf(schemas, component)) {
    const held = componentTable(strapi, holder, name);
    if (!held) continue;
    const rows = sql(tableName(strapi, held.name)).where(held.row, rowId).select({ id: held.owner });
    for (const [column, value] of Object.entries(held.on)) rows.where(column, value);
    if (held.type) rows.where(held.type, component);
    const owner: { id: number } | undefined = await rows.first();
    if (!owner) continue;
    // Permissions name a zone, and nothing within it.
    const isZone = (schemas.contentTypes[holder] ?? schemas.components[holder]).attributes[name].type === 'dynamiczone';
    const path = isZone ? name : `${name}.${field}`;
    if (!schemas.contentTypes[holder]) return holderOfRow(strapi, holder, owner.id, path);
    const entry: { document_id: string; locale: string | null } | undefined = await sql(
      tableName(strapi, strapi.db.metadata.get(holder).tableName)
    )
      .where({ id: owner.id })
      .first('document_id', 'locale');
    return entry ? { uid: holder, documentId: entry.document_id, locale: entry.locale, path } : null;
  }
  return null;
}
