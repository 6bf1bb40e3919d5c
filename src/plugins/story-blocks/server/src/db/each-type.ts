import type { Core } from '@strapi/strapi';
import { type Sql, sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { TableName } from './tables';

/** Calls for each content type that a table has rows of: from one to the next by its key, however many rows there are. */
export async function eachType(
  strapi: Core.Strapi,
  name: TableName,
  work: (sql: Sql, type: string) => Promise<void>
): Promise<void> {
  const next = async (after: string): Promise<string | undefined> => {
    const row: { type: string } | undefined = await table(strapi, await sqlNow(strapi), name)
      .where('type', '>', after)
      .orderBy('type')
      .first('type');
    return row?.type;
  };
  for (let type = await next(''); type !== undefined; type = await next(type)) await work(await sqlNow(strapi), type);
}
