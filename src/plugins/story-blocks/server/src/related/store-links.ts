import type { Core } from '@strapi/strapi';
import { type CardKey, keyColumns } from '../cards';
import { type Sql, TABLES, table } from '../db';
import { MAX_LINKS, type RankedLink } from './rank/rank-stories';

/** Makes a story's links those given. */
export async function storeLinks(strapi: Core.Strapi, sql: Sql, key: CardKey, links: RankedLink[]): Promise<void> {
  await table(strapi, sql, TABLES.links).where(keyColumns(key)).delete();
  const rows = links.slice(0, MAX_LINKS).map(({ story, score, reasons }) => ({
    ...keyColumns(key),
    target_type: story.type,
    target_id: story.documentId,
    score,
    reasons: JSON.stringify(reasons),
  }));
  if (rows.length > 0) await table(strapi, sql, TABLES.links).insert(rows);
}

/**
 * Lets a story into the links of one that it belongs with, if it is better than the last of them.
 *
 * @returns Whether the links changed.
 */
export async function enterLinks(
  strapi: Core.Strapi,
  sql: Sql,
  host: CardKey,
  guest: CardKey,
  { score, reasons }: Pick<RankedLink, 'score' | 'reasons'>
): Promise<boolean> {
  const kept: { target_type: string; target_id: string; score: number; reasons: string }[] = await table(
    strapi,
    sql,
    TABLES.links
  )
    .where(keyColumns(host))
    .orderBy([{ column: 'score', order: 'desc' }, { column: 'target_id' }])
    .select('target_type', 'target_id', 'score', 'reasons');
  const isGuest = (link: { target_type: string; target_id: string }) =>
    link.target_id === guest.documentId && link.target_type === guest.type;
  const others = kept.filter((link) => !isGuest(link));
  if (others.length >= MAX_LINKS && others[MAX_LINKS - 1].score >= score) return false;
  const row = {
    ...keyColumns(host),
    target_type: guest.type,
    target_id: guest.documentId,
    score,
    reasons: JSON.stringify(reasons),
  };
  const before = kept.find(isGuest);
  if (before && Number(before.score) === score && before.reasons === row.reasons) return false;
  await table(strapi, sql, TABLES.links)
    .insert(row)
    .onConflict(['type', 'document_id', 'locale', 'target_type', 'target_id'])
    .merge({ score, reasons: row.reasons });
  for (const dropped of others.slice(MAX_LINKS - 1)) {
    await table(strapi, sql, TABLES.links)
      .where({ ...keyColumns(host), target_type: dropped.target_type, target_id: dropped.target_id })
      .delete();
  }
  return true;
}

/** Takes a story out of the links of one that it has nothing in common with any more. @returns Whether it was there. */
export async function leaveLinks(strapi: Core.Strapi, sql: Sql, host: CardKey, guest: CardKey): Promise<boolean> {
  const gone: number = await table(strapi, sql, TABLES.links)
    .where({ ...keyColumns(host), target_type: guest.type, target_id: guest.documentId })
    .delete();
  return gone > 0;
}
