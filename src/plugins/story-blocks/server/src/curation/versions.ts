import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';

/** A table that counts how often what is wanted of something was changed, by the columns that name it. */
interface Counted {
  name: string;
  key: Readonly<Record<string, string>>;
}

/** @returns 0 where nothing was ever wanted. */
export async function findVersion(strapi: Core.Strapi, sql: Sql, { name, key }: Counted): Promise<number> {
  const row: { version: number | string } | undefined = await table(strapi, sql, name).where(key).first('version');
  return Number(row?.version ?? 0);
}

/**
 * Counts the version up, in one statement.
 *
 * @param expected - The version that was read, or null to take whichever stands.
 * @returns Whether it was the one expected.
 */
export async function takeVersion(
  strapi: Core.Strapi,
  sql: Sql,
  { name, key }: Counted,
  expected: number | null
): Promise<boolean> {
  await table(strapi, sql, name)
    .insert({ ...key, version: 0 })
    .onConflict(Object.keys(key))
    .ignore();
  const taken: number = await table(strapi, sql, name)
    .where({ ...key, ...(expected === null ? {} : { version: expected }) })
    .update({ version: sql.raw('?? + 1', ['version']) });
  return taken > 0;
}
