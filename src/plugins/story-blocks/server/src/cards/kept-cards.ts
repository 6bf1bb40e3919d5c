import type { Core } from '@strapi/strapi';
import { type Sql, table } from '@wiredesk/strapi-kit/server';
import { TABLES } from '../db';
import type { Card, CardData, CardKey } from './card';
import { type CardColumns, fingerprintOf, type RefColumns, refsOf, refsText, type StoredCard } from './card-columns';
import type { StoryChange } from './changes';

/** A card that is kept, as far as is needed to tell whether it is right. */
export interface KeptCard extends CardKey {
  /** What was kept with it; empty where its columns say something else, or where what it points at is all that is left. */
  fingerprint: string;
  /** Null where the card was not read whole. */
  refs: string | null;
  hasRow: boolean;
  isStale: boolean;
  /** What it says; null where nothing can be told of that. */
  said: SaidCard | null;
}

/** A card as it is kept, with what tells whether it is right. */
export interface KeptRow extends CardColumns {
  fingerprint: string;
  stale_at: unknown;
}

/**
 * Reads what is kept of documents.
 *
 * @param whole - Reads every column and what the cards point at: whatever damaged a row is seen.
 */
export async function readKept(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentIds: string[],
  whole: boolean
): Promise<KeptCard[]> {
  const of = (name: typeof TABLES.cards | typeof TABLES.cardRefs) =>
    table(strapi, sql, name).where({ type }).whereIn('document_id', documentIds);
  if (!whole) {
    const rows: KeptRow[] = await of(TABLES.cards).select(
      ...['type', 'document_id', 'locale', 'fingerprint', 'stale_at', 'sort_at', 'data']
    );
    return rows.map((row) => toKept(row, row.fingerprint, null));
  }
  const rows: KeptRow[] = await of(TABLES.cards);
  const refRows: RefColumns[] = await of(TABLES.cardRefs);
  const refs = new Map<string, RefColumns[]>(rows.map((row) => [rowKey(row), []]));
  for (const ref of refRows) {
    const known = refs.get(rowKey(ref));
    if (known) known.push(ref);
    else refs.set(rowKey(ref), [ref]);
  }
  const kept = rows.map((row) => {
    const own = refs.get(rowKey(row)) ?? [];
    refs.delete(rowKey(row));
    return toKept(row, fingerprintOf(row) === row.fingerprint ? row.fingerprint : '', refsText(own));
  });
  const alone = [...refs.values()].map((left) => ({
    ...toKept({ ...left[0], stale_at: null, data: null }, '', refsText(left)),
    hasRow: false,
  }));
  return [...kept, ...alone];
}

/** What a card says but its texts: where its story stands in lists, and what it points at. */
type SaidCard = CardData & Pick<Card, 'sortAt'>;

function saidBy({ data, sort_at }: { data: string | null; sort_at: number | string }): SaidCard | null {
  if (data === null) return null;
  try {
    const said = JSON.parse(data) as CardData;
    const listed = <Item>(items: Item[]) => (Array.isArray(items) ? items : []).filter((item) => item !== null);
    const lists = {
      topicIds: listed(said.topicIds),
      placeIds: listed(said.placeIds),
      credits: listed(said.credits),
      externalLinks: listed(said.externalLinks),
    };
    return { ...said, ...lists, sortAt: Number(sort_at) };
  } catch {
    // Whatever damaged the row, it is written again.
    return null;
  }
}

export const toKept = (
  row: Pick<KeptRow, 'type' | 'document_id' | 'locale' | 'stale_at' | 'sort_at'> & { data: string | null },
  fingerprint: string,
  refs: string | null
): KeptCard => ({
  type: row.type,
  documentId: row.document_id,
  locale: row.locale,
  fingerprint,
  refs,
  hasRow: true,
  isStale: row.stale_at !== null,
  said: saidBy(row),
});

const rowKey = (row: { document_id: string; locale: string }): string =>
  keptKey({ documentId: row.document_id, locale: row.locale });

/** What a kept card points at: as it was read, or else as the card says. */
export function refsKept({ refs, said, ...key }: KeptCard): string | null {
  return refs ?? (said && refsText(refsOf({ ...said, ...key })));
}

/** A card of one type, in one language. */
export const keptKey = ({ documentId, locale }: Pick<CardKey, 'documentId' | 'locale'>): string =>
  `${documentId} ${locale}`;

const isKept = (kept: KeptCard, { columns, refs }: StoredCard): boolean =>
  kept.fingerprint === columns.fingerprint && (kept.refs === null || kept.refs === refsText(refs));

/** What differs between documents' cards and what is kept of them, as changes that readers see. */
export function changesOf(cards: readonly Card[], kept: readonly KeptCard[], differences: readonly CardDifference[]) {
  const old = new Map(kept.map((card) => [keptKey(card), card]));
  const present = new Map(cards.map((card) => [keptKey(card), card]));
  return differences.flatMap((difference): StoryChange[] => {
    const [before, after] = [old.get(keptKey(difference)), present.get(keptKey(difference))];
    const of = after ?? before;
    if (!of) return [];
    const key = { type: of.type, documentId: of.documentId, locale: of.locale };
    return [{ key, before: before?.said ?? null, after: after ?? null }];
  });
}

/** A card that is not what is published. */
export interface CardDifference {
  documentId: string;
  locale: string;
  problem: 'missing' | 'outdated' | 'left over';
}

/** Holds what is kept of documents against the cards that they should have. */
export function compareCards(cards: StoredCard[], kept: KeptCard[]) {
  const old = new Map(kept.map((card) => [keptKey(card), card]));
  const differences: CardDifference[] = [];
  const toWrite: StoredCard[] = [];
  const right: KeptCard[] = [];
  for (const card of cards) {
    const before = old.get(keptKey(card.key));
    old.delete(keptKey(card.key));
    if (before && isKept(before, card)) {
      right.push(before);
      continue;
    }
    const { documentId, locale } = card.key;
    differences.push({ documentId, locale, problem: before?.hasRow ? 'outdated' : 'missing' });
    toWrite.push(card);
  }
  const leftOver = [...old.values()];
  for (const { documentId, locale } of leftOver) differences.push({ documentId, locale, problem: 'left over' });
  return { differences, toWrite, right, leftOver };
}
