import { createHash } from 'node:crypto';
import { addressKeys, readWebAddress } from '../addresses';
import { type CardData, type CardKey, type FullCard, keyColumns } from './card';

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

/** One thing that a card points at, as it is kept: how a concept finds its stories. */
export interface RefColumns {
  type: string;
  document_id: string;
  locale: string;
  role: string;
  ref_id: string;
  sort_at: number | string;
}

/** All that is kept of a card. */
export interface StoredCard {
  key: CardKey;
  columns: CardColumns & { fingerprint: string };
  refs: RefColumns[];
}

type PointsAt =
  | 'sortAt'
  | 'sectionId'
  | 'topicIds'
  | 'sourceId'
  | 'placeIds'
  | 'credits'
  | 'imageId'
  | 'externalLinks'
  | 'textLinks';

/** Tells whether two cards, or a card and the row that is kept of it, say the same. */
export function fingerprintOf(row: CardColumns): string {
  const { type, document_id, locale, slug, title, section_id, sort_at, data, lead, body } = row;
  const values = [type, document_id, locale, slug, title, section_id, Number(sort_at), data, lead, body];
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url');
}

/** Roles of addresses: of a story's own external links, and of those that its texts lead to. */
export const EXTERNAL_ADDRESS = 'external';
export const TEXT_ADDRESS = 'text';

/** External links of one story that are found by their addresses. */
const MAX_EXTERNAL = 100;

const externalKeys = ({ externalLinks }: Pick<FullCard, 'externalLinks'>): string[] =>
  externalLinks.slice(0, MAX_EXTERNAL).flatMap(({ url }) => {
    const address = readWebAddress(url);
    return address ? addressKeys(address) : [];
  });

/**
 * What a card points at. A role that is added needs all stories to be derived anew: publishing takes what a kept card points
 * at from what it says, as if its rows had been written by this.
 */
export function refsOf(card: CardKey & Pick<FullCard, PointsAt>): RefColumns[] {
  const refs = (role: string, ids: (string | null)[]) =>
    [...new Set(ids)].flatMap((id) => (id ? [{ ...keyColumns(card), role, ref_id: id, sort_at: card.sortAt }] : []));
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
    ...refs(EXTERNAL_ADDRESS, externalKeys(card)),
    ...refs(TEXT_ADDRESS, card.textLinks ?? []),
  ];
}

/** The rows that keep a card. */
export function toStored(card: FullCard): StoredCard {
  // A card that was read has the one that it was kept under.
  const { type, documentId, locale, sortAt, lead, body, fingerprint: _kept, ...data } = card;
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
  const key = { type, documentId, locale };
  return { key, columns: { ...columns, fingerprint: fingerprintOf(columns) }, refs: refsOf(card) };
}

/** What a card points at, as one text to compare. */
export const refsText = (refs: RefColumns[]): string =>
  refs
    .map(({ role, ref_id, sort_at }) => `${role} ${ref_id} ${Number(sort_at)}`)
    .sort()
    .join('\n');
