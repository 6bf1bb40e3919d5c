import type { Core } from '@strapi/strapi';
import { isPostgres, sqlNow, tableName } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../../db';
import type { Step } from './passes';

/** Stories that the first look waits for. */
const FIRST = 200;
const doublings = (stories: number) => (stories < FIRST ? 0 : 1 + Math.floor(Math.log2(stories / FIRST)));

/**
 * Has PostgreSQL look at the tables of related links as they fill. Its own look comes up to a minute late, and until then
 * it plans for tables as they were: it read all links of 20,000 stories for the links of a hundred of them. SQLite plans
 * by the indexes alone.
 */
export function createStatistics(strapi: Core.Strapi) {
  const done = new Map<Step['did'], number>();
  return {
    /** To be told of each step: looks again whenever twice as many stories have had one of its kind. */
    async follow({ did, count }: Step): Promise<void> {
      const before = done.get(did) ?? 0;
      done.set(did, before + count);
      if (!isPostgres(strapi) || doublings(before + count) === doublings(before)) return;
      const sql = await sqlNow(strapi);
      for (const table of [TABLES.links, TABLES.index, TABLES.postings]) {
        await sql.raw(`analyze ${tableName(strapi, table)}`);
      }
    },
  };
}
