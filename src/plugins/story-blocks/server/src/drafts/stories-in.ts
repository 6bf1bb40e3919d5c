/** A story as a block lists it. */
export interface ListedStory {
  documentId: string;
  title: string;
  /** Its own, where it says so. */
  locale?: string | null;
}

type Item = Record<string, unknown>;

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a part of a block's data is a story, whoever made the block: it has a document id and a headline. */
export const isListedStory = (value: Item): value is Item & ListedStory =>
  typeof value.documentId === 'string' && typeof value.title === 'string';

/** @returns The stories that stand anywhere in a block's data, in their order. */
export function storiesIn(data: unknown): ListedStory[] {
  if (Array.isArray(data)) return data.flatMap(storiesIn);
  if (!isItem(data)) return [];
  return isListedStory(data) ? [data] : Object.values(data).flatMap(storiesIn);
}
