import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from './tables';

const meta = (strapi: Core.Strapi, sql: Sql) => table(strapi, sql, TABLES.meta);

/** Notes that something was done once and for all. @returns False where it was noted before, by whichever node. */
export async function noteOnce(strapi: Core.Strapi, sql: Sql, key: string): Promise<boolean> {
  const noted: unknown[] = await meta(strapi, sql)
    .insert({ key, value: 1 })
    .onConflict('key')
    .ignore()
    .returning('key');
  return noted.length > 0;
}

/** Notes a number under a name. @returns The one that was noted before. */
export async function noteNumber(strapi: Core.Strapi, sql: Sql, key: string, value: number): Promise<number | null> {
  const last: { value: number | string } | undefined = await meta(strapi, sql).where({ key }).first('value');
  if (last && Number(last.value) === value) return value;
  await meta(strapi, sql).insert({ key, value }).onConflict('key').merge();
  return last ? Number(last.value) : null;
}
