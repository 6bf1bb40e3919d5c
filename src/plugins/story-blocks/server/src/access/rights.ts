import type { Core } from '@strapi/strapi';
import { isPostgres } from '@wiredesk/strapi-kit/server';

/** What the public role and API tokens may, and where it says so: each type, with its relation to the one that holds it. */
const RIGHTS: Record<string, string | null> = {
  'plugin::users-permissions.role': null,
  'plugin::users-permissions.permission': 'role',
  'admin::api-token': null,
  'admin::api-token-permission': 'token',
};

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/**
 * A value that changes with what the public role and API tokens may do: an expression of SQL, to be read with other values in
 * one statement. It is made of counts and sums, not of the latest instants: what commits late with an earlier instant changes a
 * sum all the same. It says nothing of expiry, which no write tells, nor of readers who log in.
 *
 * Rows that SQL changes behind Strapi's back without their `updated_at` go unseen.
 */
export function rightsSql(strapi: Core.Strapi): string {
  const schema = strapi.db.getSchemaName();
  const quoted = (table: string) => (schema ? `"${schema}"."${table}"` : `"${table}"`);
  const instant = isPostgres(strapi) ? 'extract(epoch from updated_at)' : 'updated_at';
  const sums = (table: string, values: string[]) =>
    `(select count(*)${values.map((value) => ` || ' ' || coalesce(sum(${value}), 0)`).join('')} from ${quoted(table)})`;
  const parts = Object.entries(RIGHTS).flatMap(([uid, relation]) => {
    const meta = strapi.db.metadata.get(uid as never) as
      | { tableName: string; attributes: Record<string, { joinTable?: JoinTable }> }
      | undefined;
    if (!meta) return [];
    const own = sums(meta.tableName, ['id', instant]);
    const link = relation ? meta.attributes[relation]?.joinTable : undefined;
    if (!link) return [own];
    return [own, sums(link.name, ['id', `"${link.joinColumn.name}"`, `"${link.inverseJoinColumn.name}"`])];
  });
  return parts.length > 0 ? parts.join(` || ',' || `) : `''`;
}
