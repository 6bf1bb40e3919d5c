import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, table, tableName } from '@wiredesk/strapi-kit/server';
import { TABLES, whereIn } from '../../db';
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
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const longest = MOST_POSTINGS * POSTING;
  const both = `${TABLES.postings}.stories || excluded.stories`;
  const joined = isPostgres(strapi) ? both : `cast(${both} as blob)`;
  for (let at = 0; at < sorted.length; at += CHUNK) {
    const part = sorted.slice(at, at + CHUNK);
    const added = part.map(([word, postings]) => ({ word, stories: encodePostings(postings) }));
    const written = await writeLists(strapi, sql, { locale, model }, added, joined);
    const long = written.filter((row) => Number(row.length) > longest).map((row) => row.word);
    if (long.length === 0) continue;
    const lists: List[] = await whereIn(
      strapi,
      table(strapi, sql, TABLES.postings).where({ locale, model }),
      'word',
      long
    ).select('word', 'stories');
    const cut = lists.map(({ word, stories }) => ({
      word,
      stories: encodePostings(cutPostings(decodePostings(stories))),
    }));
    await writeLists(strapi, sql, { locale, model }, cut, 'excluded.stories');
  }
}

interface List {
  word: number;
  stories: Uint8Array;
}

/**
 * Writes lists in one statement: knex's own insert would have one part for each, and take longer to read than to write.
 *
 * @param merged - What becomes of one that is there.
 * @returns How many bytes each has now.
 */
async function writeLists(
  strapi: Core.Strapi,
  sql: Sql,
  { locale, model }: { locale: string; model: number },
  lists: readonly List[],
  merged: string
): Promise<{ word: number; length: number | string }[]> {
  const end = `on conflict (locale, model, word) do update set stories = ${merged} returning word`;
  const name = tableName(strapi, TABLES.postings);
  if (isPostgres(strapi)) {
    const given = [lists.map(({ word }) => word), lists.map(({ stories }) => stories)];
    const { rows } = await sql.raw(
      `insert into ?? as story_blocks_postings (locale, model, word, stories)
       select ?, ?::int, given.* from unnest(?::int[], ?::bytea[]) as given ${end}, octet_length(stories) as length`,
      [name, locale, model, ...given]
    );
    return rows;
  }
  return sql.raw(
    `insert into ?? (locale, model, word, stories)
     select ?, ?, column1, column2 from (values ${lists.map(() => '(?, ?)').join(', ')}) where true
     ${end}, length(stories) as length`,
    [name, locale, model, ...lists.flatMap(({ word, stories }) => [word, stories])]
  );
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
