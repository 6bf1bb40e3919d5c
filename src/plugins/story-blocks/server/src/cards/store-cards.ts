import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type Sql, TABLES, table } from '../db';
import { type CardData, type CardKey, type FullCard, keyColumns } from './card';

/** Rows of one statement: SQLite takes a bounded number of values. */
const CHUNK = 100;

/** A card as it is kept, without what the worker keeps beside it. */
export interface CardColumns {
  type: string;
  document_id: string;
  locale: string;
  slug: string | null;
  title: string;
  section_id: string | null;
  sort_at: number | string;
  data: string;
  lead: string;
  body: string;
}

function hash({ type, document_id, locale, slug, title, section_id, sort_at, data, lead, body }: CardColumns): string {
  const values = [type, document_id, locale, slug, title, section_id, Number(sort_at), data, lead, body];
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

function toColumns(card: FullCard): CardColumns & { fingerprint: string } {
  const { type, documentId, locale, sortAt, lead, body, ...data } = card;
  const columns: CardColumns = {
    type,
    document_id: documentId,
    locale,
    slug: data.slug,
    title: data.title,
    section_id: data.sectionId,
    sort_at: sortAt,
    data: JSON.stringify(data satisfies CardData),
    lead: JSON.stringify(lead),
    body: JSON.stringify(body),
  };
  return { ...columns, fingerprint: hash(columns) };
}

/** Tells whether two cards, or a card and what is kept of it, say the same. */
export const fingerprintOf = (card: FullCard): string => toColumns(card).fingerprint;
export const fingerprintOfRow = (row: CardColumns): string => hash(row);

/** What a card points at, by role: how a concept finds its stories. */
function refsOf(card: FullCard): { role: string; ref_id: string }[] {
  const refs = (role: string, ids: (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => (id ? [{ role, ref_id: id }] : []));
  return [
    ...refs('section', [card.sectionId]),
    ...refs('topic', card.topicIds),
    ...refs('source', [card.sourceId]),
    ...refs('place', card.placeIds),
    ...refs(
      'author',
      card.credits.map((credit) => credit.authorId)
    ),
    ...refs('image', [card.imageId]),
  ];
}

/**
 * Makes a document's cards those given: writes what changed, deletes the other languages'.
 *
 * @param options.force - Writes those too that seem to be right already.
 * @returns Whether anything changed.
 */
export async function storeCards(
  strapi: Core.Strapi,
  sql: Sql,
  document: { type: string; documentId: string },
  cards: FullCard[],
  options: { force?: boolean } = {}
): Promise<boolean> {
  const kept: { locale: string; fingerprint: string; stale_at: unknown }[] = await table(strapi, sql, TABLES.cards)
    .where({ type: document.type, document_id: document.documentId })
    .select('locale', 'fingerprint', 'stale_at');
  const old = new Map(kept.map((row) => [row.locale, row]));
  let changed = false;

  for (const card of cards) {
    const columns = toColumns(card);
    const before = old.get(card.locale);
    old.delete(card.locale);
    if (before && before.fingerprint === columns.fingerprint && !options.force) {
      if (before.stale_at !== null)
        await table(strapi, sql, TABLES.cards).where(keyColumns(card)).update({ stale_at: null });
      continue;
    }
    changed = true;
    await table(strapi, sql, TABLES.cards)
      .insert({ ...columns, retry_at: 0, stale_at: null })
      .onConflict(['type', 'document_id', 'locale'])
      .merge({
        ...columns,
        retry_at: 0,
        attempts: 0,
        error: null,
        stale_at: null,
      });
    await table(strapi, sql, TABLES.cardRefs).where(keyColumns(card)).delete();
    const refs = refsOf(card).map((ref) => ({ ...keyColumns(card), ...ref, sort_at: card.sortAt }));
    for (let at = 0; at < refs.length; at += CHUNK) {
      await table(strapi, sql, TABLES.cardRefs).insert(refs.slice(at, at + CHUNK));
    }
  }
  for (const locale of old.keys()) {
    await deleteCard(strapi, sql, { ...document, locale });
    changed = true;
  }
  return changed;
}

/**
 * Deletes a card and what it put into the index. Links of other stories to it stay: they show nothing while it is
 * gone and return with it. Nothing is written to those stories here: their rows, locked to the end of this transaction,
 * would deadlock with their own editors.
 */
export async function deleteCard(strapi: Core.Strapi, sql: Sql, key: CardKey): Promise<void> {
  const where = keyColumns(key);
  await table(strapi, sql, TABLES.cards).where(where).delete();
  await table(strapi, sql, TABLES.cardRefs).where(where).delete();
  await emptyIndex(strapi, sql, where);
}

/**
 * Takes stories out of the index, with the links that they have. Their numbers stay, so that links of others to them,
 * which show nothing now, return with them.
 */
export async function emptyIndex(
  strapi: Core.Strapi,
  sql: Sql,
  where: { type?: string; document_id?: string; locale?: string }
): Promise<void> {
  const hosts = table(strapi, sql, TABLES.index).where(where).select('id');
  await table(strapi, sql, TABLES.links).whereIn('host_id', hosts).delete();
  await table(strapi, sql, TABLES.index)
    .where(where)
    .update({
      version: sql.raw('?? + 1', ['version']),
      model: null,
      ranked: null,
      refs: null,
      features: null,
      surfaces: null,
    });
}

/** Deletes what is kept in a language that the application no longer has; of one type, or of all. */
export async function deleteLocale(
  strapi: Core.Strapi,
  sql: Sql,
  locale: string,
  only?: { story: string } | { kind: string }
): Promise<void> {
  if (!only || 'story' in only) {
    const where = { locale, ...(only ? { type: only.story } : {}) };
    for (const name of [TABLES.cards, TABLES.cardRefs]) await table(strapi, sql, name).where(where).delete();
    await emptyIndex(strapi, sql, where);
  }
  if (!only || 'kind' in only) {
    await table(strapi, sql, TABLES.concepts)
      .where({ locale, ...(only ?? {}) })
      .delete();
  }
}

/** Marks stories for the worker to derive them again, however many. */
export async function markStoriesStale(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentIds: string[]
): Promise<void> {
  for (let at = 0; at < documentIds.length; at += CHUNK) {
    await table(strapi, sql, TABLES.cards)
      .where({ type })
      .whereIn('document_id', documentIds.slice(at, at + CHUNK))
      .update({ stale_at: Date.now() });
  }
}

/** Marks the stories that point at a concept, for the worker to derive them again. */
export async function markStale(
  strapi: Core.Strapi,
  sql: Sql,
  ref: { role: string; id: string; locale?: string }
): Promise<void> {
  const pointing = table(strapi, sql, TABLES.cardRefs)
    .where({ role: ref.role, ref_id: ref.id, ...(ref.locale ? { locale: ref.locale } : {}) })
    .select('document_id');
  await table(strapi, sql, TABLES.cards).whereIn('document_id', pointing).update({ stale_at: Date.now() });
}
