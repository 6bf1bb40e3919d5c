import type { Core } from '@strapi/strapi';
import { isPostgres, type Sql, table, tableName } from '@wiredesk/strapi-kit/server';
import type { Knex } from 'knex';
import type { Reason } from '../../../shared/src';
import { type CardKey, keyColumns } from '../cards';
import { type Change, TABLES, whereIn } from '../db';
import { EVERYTHING, relatedTag } from '../delivery/tags';
import { linksByTarget } from './links-by-target';
import type { IndexedStory } from './rank/indexed-story';
import { MAX_LINKS, MIN_SCORE, type RankedLink } from './rank/rank-stories';

/** A link as it is kept: from and to by the stories' numbers in the index. */
export interface LinkRow {
  host_id: number;
  target_id: number;
  score: number;
  reasons: string;
}

export const toRow = (host: number, { story, score, reasons }: RankedLink<IndexedStory>): LinkRow => ({
  host_id: host,
  target_id: story.id,
  score,
  reasons: JSON.stringify(reasons),
});

/** Writes links in one statement with one binding, or four: as many placeholders as values would take longer to read than to write. */
async function writeLinks(strapi: Core.Strapi, sql: Sql, rows: readonly LinkRow[]): Promise<void> {
  if (rows.length === 0) return;
  const merged = 'on conflict (host_id, target_id) do update set score = excluded.score, reasons = excluded.reasons';
  const into = 'insert into ?? (host_id, target_id, score, reasons)';
  if (isPostgres(strapi)) {
    const columns = (['host_id', 'target_id', 'score', 'reasons'] as const).map((name) => rows.map((row) => row[name]));
    const values = 'select * from unnest(?::int[], ?::int[], ?::float8[], ?::text[])';
    await sql.raw(`${into} ${values} ${merged}`, [tableName(strapi, TABLES.links), ...columns]);
    return;
  }
  const fields = [0, 1, 2, 3].map((at) => `json_extract(value, '$[${at}]')`).join(', ');
  const given = JSON.stringify(rows.map((row) => [row.host_id, row.target_id, row.score, row.reasons]));
  await sql.raw(`${into} select ${fields} from json_each(?) where true ${merged}`, [TABLES.links, given]);
}

async function deleteLinks(
  strapi: Core.Strapi,
  sql: Sql,
  links: readonly Pick<LinkRow, 'host_id' | 'target_id'>[]
): Promise<void> {
  if (links.length === 0) return;
  if (isPostgres(strapi)) {
    await sql.raw(
      'delete from ?? kept using unnest(?::int[], ?::int[]) as gone(host_id, target_id) where kept.host_id = gone.host_id and kept.target_id = gone.target_id',
      [tableName(strapi, TABLES.links), links.map((link) => link.host_id), links.map((link) => link.target_id)]
    );
    return;
  }
  await sql.raw(
    "delete from ?? where (host_id, target_id) in (select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?))",
    [TABLES.links, JSON.stringify(links.map((link) => [link.host_id, link.target_id]))]
  );
}

/** What is kept of a host's links, seen from one guest: how many others, the last of them, and the guest's own. */
interface KeptLinks {
  host_id: number;
  others: number | string;
  least: number | null;
  score: number | null;
  reasons: string | null;
}

/** A text of a number may be read back as its neighbour. */
const isChanged = (old: Pick<KeptLinks, 'score' | 'reasons'> | undefined, row: LinkRow): boolean =>
  !old || Math.abs(Number(old.score) - row.score) > 1e-9 || old.reasons !== row.reasons;

/** The links of stories as they are kept. */
export const readLinks = (strapi: Core.Strapi, sql: Sql, hosts: readonly number[]): Promise<LinkRow[]> =>
  whereIn(strapi, table(strapi, sql, TABLES.links), 'host_id', hosts).select(
    'host_id',
    'target_id',
    'score',
    'reasons'
  ) as unknown as Promise<LinkRow[]>;

/** Stories with what is kept of their links, by number, so that two readings can be compared. */
function byHost(rows: readonly LinkRow[]): Map<number, Map<number, LinkRow>> {
  const hosts = new Map<number, Map<number, LinkRow>>();
  for (const row of rows) {
    const links = hosts.get(row.host_id) ?? new Map<number, LinkRow>();
    hosts.set(row.host_id, links.set(row.target_id, row));
  }
  return hosts;
}

/**
 * Makes the links of stories those given; what is as it was is not written. The stories are locked.
 *
 * @param seen - What was kept before the links were made. Where something has come in since, a story that they do not know
 *   of, they are left as they are.
 * @returns The stories whose links are those given now, and those of them that have others than before.
 */
export async function storeLinks(
  strapi: Core.Strapi,
  sql: Sql,
  links: ReadonlyMap<number, readonly RankedLink<IndexedStory>[]>,
  seen: readonly LinkRow[]
): Promise<{ stored: number[]; changed: number[] }> {
  const [before, kept] = [byHost(seen), byHost(await readLinks(strapi, sql, [...links.keys()]))];
  const stored: number[] = [];
  const written: LinkRow[] = [];
  const dropped: LinkRow[] = [];
  for (const [host, ranked] of links) {
    const [old, now] = [before.get(host), new Map(kept.get(host))];
    if ([...now].some(([target, row]) => isChanged(old?.get(target), row))) continue;
    stored.push(host);
    for (const link of ranked.slice(0, MAX_LINKS)) {
      const row = toRow(host, link);
      if (isChanged(now.get(row.target_id), row)) written.push(row);
      now.delete(row.target_id);
    }
    dropped.push(...now.values());
  }
  await deleteLinks(strapi, sql, dropped);
  await writeLinks(strapi, sql, written);
  return { stored, changed: [...new Set([...written, ...dropped].map((link) => link.host_id))] };
}

/** How much a story belongs with another, as it is now. */
export interface Entry {
  host: number;
  score: number;
  /** Why; none where the two have nothing in common that a reader would name. Asked for where it enters. */
  reasons(): Reason[];
}

/**
 * Lets a story into the links of those that it belongs with, where it is better than the last of them, and out of those
 * that it has nothing in common with any more.
 *
 * @param older - Numbers of older versions of the story, whose place it takes.
 * @param newer - Numbers of newer ones, beside which it has none.
 * @returns The stories whose links changed.
 */
export async function enterLinks(
  strapi: Core.Strapi,
  sql: Sql,
  guest: number,
  entries: readonly Entry[],
  { older, newer }: { older: readonly number[]; newer: readonly number[] }
): Promise<number[]> {
  const links = () => table(strapi, sql, TABLES.links);
  const hosts = entries.map(({ host }) => host);
  if (hosts.length === 0) return [];
  // Versions whose place it takes are no others.
  const isOther = sql.raw(`?? not in (${[guest, ...older].map(() => '?').join(', ')})`, ['target_id', guest, ...older]);
  const isOwn = sql.raw('?? = ?', ['target_id', guest]);
  const kept: KeptLinks[] = await whereIn(strapi, links(), 'host_id', hosts)
    .groupBy('host_id')
    .select(
      'host_id',
      sql.raw('count(case when ? then 1 end) as others', [isOther]),
      sql.raw('min(case when ? then ?? end) as least', [isOther, 'score']),
      sql.raw('max(case when ? then ?? end) as score', [isOwn, 'score']),
      sql.raw('max(case when ? then ?? end) as reasons', [isOwn, 'reasons'])
    );
  const before = new Map(kept.map((row) => [row.host_id, row]));
  const blocked = new Set<number>();
  if (newer.length > 0) {
    const rows: { host_id: number }[] = await whereIn(
      strapi,
      whereIn(strapi, links(), 'host_id', hosts),
      'target_id',
      newer
    ).select('host_id');
    for (const { host_id } of rows) blocked.add(host_id);
  }
  const entering: LinkRow[] = [];
  const leaving: Pick<LinkRow, 'host_id' | 'target_id'>[] = [];
  for (const { host, score, reasons } of entries) {
    const old = before.get(host);
    const floor = old && Number(old.others) >= MAX_LINKS ? Number(old.least) : 0;
    const why = blocked.has(host) || score < MIN_SCORE || score <= floor ? [] : reasons();
    if (why.length === 0) {
      if (old?.reasons) leaving.push({ host_id: host, target_id: guest });
      continue;
    }
    const row = { host_id: host, target_id: guest, score, reasons: JSON.stringify(why) };
    if (isChanged(old, row)) entering.push(row);
  }
  const entered = entering.map((row) => row.host_id);
  if (older.length > 0 && entered.length > 0) {
    await whereIn(strapi, whereIn(strapi, links(), 'host_id', entered), 'target_id', older).delete();
  }
  await deleteLinks(strapi, sql, leaving);
  await writeLinks(strapi, sql, entering);
  const full = entered.filter((host) => Number(before.get(host)?.others ?? 0) >= MAX_LINKS);
  if (full.length > 0) await dropLast(strapi, sql, full);
  return [...entered, ...leaving.map((link) => link.host_id)];
}

/** Keeps the best links of each story. */
async function dropLast(strapi: Core.Strapi, sql: Sql, hosts: readonly number[]): Promise<void> {
  const ranked = whereIn(strapi, table(strapi, sql, TABLES.links), 'host_id', hosts)
    .select('host_id', 'target_id')
    .rowNumber('place', (over) =>
      over.partitionBy('host_id').orderBy([{ column: 'score', order: 'desc' }, { column: 'target_id' }])
    )
    .as('ranked');
  const last = sql.from(ranked).where('place', '>', MAX_LINKS).select('host_id', 'target_id');
  await table(strapi, sql, TABLES.links).whereIn(['host_id', 'target_id'], last).delete();
}

/** Locks stories of the index against others who write their links; those that are being written are left out. */
export async function lockStories(
  strapi: Core.Strapi,
  sql: Sql,
  ids: readonly number[]
): Promise<Map<number, { version: number; ranked: number }>> {
  const rows = whereIn(strapi, table(strapi, sql, TABLES.index), 'id', ids)
    .whereNotNull('features')
    .select('id', 'version', 'ranked');
  const free: { id: number; version: number; ranked: number }[] = await (isPostgres(strapi)
    ? rows.forUpdate().skipLocked()
    : rows);
  return new Map(free.map(({ id, version, ranked }) => [id, { version, ranked }]));
}

/** The stories that have a story among their links. */
export async function storiesLinking(strapi: Core.Strapi, sql: Sql, target: CardKey): Promise<CardKey[]> {
  const targets = table(strapi, sql, TABLES.index).where(keyColumns(target)).select('id');
  const rows: { type: string; document_id: string; locale: string }[] = await table(strapi, sql, TABLES.index)
    .whereIn('id', linksByTarget(strapi, sql).whereIn('target_id', targets).select('host_id'))
    .select('type', 'document_id', 'locale');
  return rows.map((row) => ({ type: row.type, documentId: row.document_id, locale: row.locale }));
}

/** The numbers of the stories that have one among their links. */
export async function hostsOf(strapi: Core.Strapi, sql: Sql, target: number): Promise<number[]> {
  const rows: { host_id: number }[] = await linksByTarget(strapi, sql)
    .where({ target_id: target })
    .orderBy('host_id')
    .select('host_id');
  return rows.map((row) => row.host_id);
}

/** More stories than these at once are told as a change of everything. */
const MOST_TOLD = 500;

/** What readers see otherwise where the links of stories, by number, have changed. */
export async function linksChange(strapi: Core.Strapi, sql: Sql, hosts: readonly number[]): Promise<Change> {
  if (hosts.length > MOST_TOLD) return { tags: [EVERYTHING], concepts: false };
  const rows: { document_id: string }[] = await whereIn(strapi, table(strapi, sql, TABLES.index), 'id', [
    ...hosts,
  ]).select('document_id');
  return { tags: rows.map((row) => relatedTag(row.document_id)), concepts: false };
}

/** Deletes all links from and to stories. @param numbers - Selects their numbers. */
export async function forgetLinks(strapi: Core.Strapi, sql: Sql, numbers: Knex.QueryBuilder): Promise<void> {
  await table(strapi, sql, TABLES.links).whereIn('host_id', numbers).delete();
  await linksByTarget(strapi, sql).whereIn('target_id', numbers).delete();
}

/** Whether others stood in for a story's links until now, when it turns out to have none: no link of it changes by that. */
export const endsStandIns = (links: readonly unknown[] | undefined, before: { ranked: number } | undefined): boolean =>
  links?.length === 0 && !(Number(before?.ranked) > 0);
