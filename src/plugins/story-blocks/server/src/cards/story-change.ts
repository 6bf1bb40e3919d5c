import type { Core } from '@strapi/strapi';
import type { Sql } from '@wiredesk/strapi-kit/server';
import { type Change, readRows } from '../db';
import { EVERYTHING } from '../delivery/tags';
import { byLanguage } from './by-language';
import type { CardKey } from './card';
import { type StoryChange, storyChangeTags } from './changes';
import { listenersOf, type WaitingRow } from './listeners';

/** More stories than these at once are told as a change of everything. */
const MOST_TOLD = 200;

/**
 * The tags of answers that stories return to although nobody writes to them, such as those of stories that link to them:
 * what leads to a story stands while it is not live, and shows nothing. One statement a type and language, and what the
 * listeners need beyond it.
 */
async function awaiting(strapi: Core.Strapi, sql: Sql, keys: CardKey[]): Promise<string[]> {
  const tags: string[] = [];
  const waiting = listenersOf(strapi).flatMap((listener) => listener.waiting ?? []);
  await byLanguage(keys, async (where, documentIds) => {
    const parts = waiting.flatMap(({ rows }, source) =>
      rows(strapi, sql, where, documentIds).map((part) =>
        part.select(sql.raw('cast(? as integer) as source', [source]))
      )
    );
    const [first, ...others] = parts;
    if (!first) return;
    const found: (WaitingRow & { source: number })[] = await readRows(strapi, first.unionAll(others));
    for (const [source, one] of waiting.entries()) {
      const own = found.filter((row) => Number(row.source) === source);
      if (own.length > 0) tags.push(...(await one.tags(strapi, sql, own)));
    }
  });
  return tags;
}

/** What readers see otherwise where stories' cards changed; null where nothing did. */
export async function storyChange(
  strapi: Core.Strapi,
  sql: Sql,
  changes: readonly StoryChange[]
): Promise<Change | null> {
  if (changes.length === 0) return null;
  if (changes.length > MOST_TOLD) return { tags: [EVERYTHING], concepts: false };
  const returned = changes.flatMap(({ key, before }) => (before ? [] : [key]));
  return { tags: [...changes.flatMap(storyChangeTags), ...(await awaiting(strapi, sql, returned))], concepts: false };
}
