import { invalid } from '@wiredesk/strapi-kit/server';
import { isInForce, type Wish } from './wish';

/** What is known as an editor's wishes are judged. */
export interface Deciding {
  /** The wishes that stand. */
  before: readonly Wish[];
  /** The story type of a document, or undefined where there is no such story that the editor may name. */
  typeOf(documentId: string): string | undefined;
  /** Milliseconds. */
  now: number;
}

export type Path = (string | number)[];

/** A story that is gone, or not theirs to read, may stay where it stands: wishes can be sent back as they were read. */
export function typeOfTarget({ before, typeOf }: Deciding, documentId: string): string | undefined {
  return typeOf(documentId) ?? before.find((wish) => wish.documentId === documentId)?.type;
}

/**
 * When a pin is over: as asked, or as it stands where that is left out.
 *
 * @param path - Of the pin.
 * @throws A 400 where it would be over already.
 */
export function endOfPin(
  { before, now }: Deciding,
  { documentId, until }: { documentId: string; until?: string | null },
  path: Path
): number | null {
  const standing = before.find((wish) => wish.kind === 'pin' && wish.documentId === documentId);
  if (until === undefined) return standing && isInForce(standing, now) ? standing.until : null;
  if (until === null) return null;
  const end = Date.parse(until);
  if (end <= now && end !== standing?.until)
    throw invalid(`The pin of ${documentId} would be over already`, [...path, 'until']);
  return end;
}

/** Items with where they stood; of those that name one story the first counts. */
export function firsts<Item>(items: readonly Item[], idOf: (item: Item) => string): { item: Item; at: number }[] {
  const seen = new Set<string>();
  return items.map((item, at) => ({ item, at })).filter(({ item }) => seen.size < seen.add(idOf(item)).size);
}
