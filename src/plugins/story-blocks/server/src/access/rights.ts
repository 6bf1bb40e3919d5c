import type { Core } from '@strapi/strapi';
import { isPostgres } from '@wiredesk/strapi-kit/server';

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}
interface Meta {
  tableName: string;
  attributes: Record<string, { joinTable?: JoinTable }>;
}

/**
 * What the public role and API tokens may, as one value: an expression of SQL, to be read with other values in one statement.
 * It is made of what the rows say, not of when they were written: `updateMany`, SQL and what commits late are seen as well.
 * It says nothing of expiry, which no write tells, nor of readers who log in.
 */
export function rightsSql(strapi: Core.Strapi): string {
  const schema = strapi.db.getSchemaName();
  const quoted = (table: string) => (schema ? `"${schema}"."${table}"` : `"${table}"`);
  const metaOf = (uid: string) =>
    uid in strapi.contentTypes ? (strapi.db.metadata.get(uid as never) as unknown as Meta) : undefined;
  const text = (columns: string[]) =>
    columns.map((column) => `coalesce(cast(${column} as varchar), '')`).join(` || ' ' || `);
  const all = (columns: string[], from: string) => {
    const said = text(columns);
    if (isPostgres(strapi)) return `(select md5(string_agg(${said}, ',' order by row_id)) from (${from}) said)`;
    return `(select group_concat(${said}) from (${from} order by row_id))`;
  };

  const parts: string[] = [];
  const permission = metaOf('plugin::users-permissions.permission');
  const role = metaOf('plugin::users-permissions.role');
  const ofRole = permission?.attributes.role?.joinTable;
  if (permission && role && ofRole) {
    const [own, other] = [ofRole.joinColumn.name, ofRole.inverseJoinColumn.name];
    parts.push(
      all(
        ['action'],
        `select p.id as row_id, p.action from ${quoted(permission.tableName)} p
           join ${quoted(ofRole.name)} l on l."${own}" = p.id join ${quoted(role.tableName)} r on r.id = l."${other}"
           where r.type = 'public'`
      )
    );
  }
  const token = metaOf('admin::api-token');
  const granted = metaOf('admin::api-token-permission');
  const ofToken = granted?.attributes.token?.joinTable;
  if (token) {
    const columns = ['row_id', 'type', 'kind', 'access_key', 'expires_at'];
    parts.push(all(columns, `select id as row_id, type, kind, access_key, expires_at from ${quoted(token.tableName)}`));
  }
  if (granted && ofToken) {
    const [own, other] = [ofToken.joinColumn.name, ofToken.inverseJoinColumn.name];
    parts.push(
      all(
        ['token_id', 'action'],
        `select g.id as row_id, g.action, l."${other}" as token_id from ${quoted(granted.tableName)} g
           join ${quoted(ofToken.name)} l on l."${own}" = g.id`
      )
    );
  }
  return parts.length > 0 ? parts.map((part) => `coalesce(${part}, '')`).join(` || '; ' || `) : `''`;
}
