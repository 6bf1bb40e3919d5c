import type { Core } from '@strapi/strapi';
import type { Reason } from '../../../shared/src';
import type { CardKey } from '../cards';
import { type Sql, TABLES, table } from '../db';
import { MAX_LINKS, type RankedLink } from './rank/rank-stories';

const columnsOf = (key: CardKey) => ({ type: key.type, document_id: key.documentId, locale: key.locale });

/** Makes a story's links those given. */
export async function storeLinks(strapi: Core.Strapi, sql: Sql, key: CardKey, links: RankedLink[]): Promise<void> {
  await table(strapi, sql, TABLES.links).where(columnsOf(key)).delete();
  const rows = links.slice(0, MAX_LINKS).map(({ story, score, reasons }) => ({
    ...columnsOf(key),
    target_type: story.type,
    target_id: story.documentId,
    score,
    reasons: JSON.stringify(reasons),
  }));
  if (rows.length > 0) await table(strapi, sql, TABLES.links).insert(rows);
}

/** Lets a story into the links of one that it belongs with, if it is better than the last of them. */
export async function enterLinks(
  strapi: Core.Strapi,
  sql: Sql,
  host: CardKey,
  guest: CardKey,
  score: number,
  reasons: Reason[]
): Promise<void> {
  const kept: { target_type: string; target_id: string; score: number }[] = await table(strapi, sql, TABLES.links)
    .where(columnsOf(host))
    .orderBy([{ column: 'score', order: 'desc' }, { column: 'target_id' }])
    .select('target_type', 'target_id', 'score');
  const others = kept.filter((link) => link.target_id !== guest.documentId || link.target_type !== guest.type);
  if (others.length >= MAX_LINKS && others[MAX_LINKS - 1].score >= score) return;
  const row = {
    ...columnsOf(host),
    target_type: guest.type,
    target_id: guest.documentId,
    score,
    reasons: JSON.stringify(reasons),
  };
  await table(strapi, sql, TABLES.links)
    .insert(row)
    .onConflict(['type', 'document_id', 'locale', 'target_type', 'target_id'])
    .merge({ score, reasons: row.reasons });
  for (const dropped of others.slice(MAX_LINKS - 1)) {
    await table(strapi, sql, TABLES.links)
      .where({ ...columnsOf(host), target_type: dropped.target_type, target_id: dropped.target_id })
      .delete();
  }
}
