import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, TABLES, table, whereIn } from '../../db';
import { cutPostings, decodePostings, encodePostings, MOST_POSTINGS, POSTING, type Posting } from './codec';

const CHUNK = 400;

/** New entries of words' lists, by word. */
export type Entries = Map<number, Posting[]>;

/**
 * Adds stories to the lists of words, and cuts back those that have grown too long. Lists are locked in the order of
 * their words, so that no two writers wait for each other.
 */
export async function addPostings(
  strapi: Core.Strapi,
  sql: Sql,
  { locale, model }: { locale: string; model: number },
  entries: Entries
): Promise<void> {
  const words = [...entries.keys()].sort((a, b) => a - b);
  const longest = MOST_POSTINGS * POSTING;
  const [joined, length] = isPostgres(strapi)
    ? [`${TABLES.postings}.stories || excluded.stories`, 'octet_length(stories)']
    : [`cast(${TABLES.postings}.stories || excluded.stories as blob)`, 'length(stories)'];
  for (let at = 0; at < words.length; at += CHUNK) {
    const rows = words.slice(at, at + CHUNK).map((word) => ({
      locale,
      model,
      word,
      stories: encodePostings(entries.get(word) ?? []),
    }));
    const written: { word: number; length: number | string }[] = await table(strapi, sql, TABLES.postings)
      .insert(rows)
      .onConflict(['locale', 'model', 'word'])
      .merge({ stories: sql.raw(joined) as never })
      .returning(['word', sql.raw(`${length} as length`) as never]);
    const long = written.filter((row) => Number(row.length) > longest).map((row) => row.word);
    if (long.length === 0) continue;
    const lists: { word: number; stories: Uint8Array }[] = await whereIn(
      strapi,
      table(strapi, sql, TABLES.postings).where({ locale, model }),
      'word',
      long
    ).select('word', 'stories');
    await table(strapi, sql, TABLES.postings)
      .insert(
        lists.map(({ word, stories }) => ({
          locale,
          model,
          word,
          stories: encodePostings(cutPostings(decodePostings(stories))),
        }))
      )
      .onConflict(['locale', 'model', 'word'])
      .merge(['stories']);
  }
}

/** The lists of words, as they are stored; those that no story is in are left out. */
export async function readPostings(
  strapi: Core.Strapi,
  sql: Sql,
  { locale, model }: { locale: string; model: number },
  words: readonly number[]
): Promise<Map<number, Uint8Array>> {
  const lists = new Map<number, Uint8Array>();
  for (let at = 0; at < words.length; at += 2_000) {
    const rows: { word: number; stories: Uint8Array }[] = await whereIn(
      strapi,
      table(strapi, sql, TABLES.postings).where({ locale, model }),
      'word',
      words.slice(at, at + 2_000)
    ).select('word', 'stories');
    for (const { word, stories } of rows) lists.set(word, stories);
  }
  return lists;
}

const DROPPED = 1_000;

/** Deletes lists of models before the present one, a bounded number. @returns Whether there may be more. */
export async function dropPostings(strapi: Core.Strapi, sql: Sql, locale: string, present: number): Promise<boolean> {
  const old = table(strapi, sql, TABLES.postings)
    .where({ locale })
    .where('model', '<', present)
    .limit(DROPPED)
    .select('locale', 'model', 'word');
  const gone: number = await table(strapi, sql, TABLES.postings).whereIn(['locale', 'model', 'word'], old).delete();
  return gone === DROPPED;
}
