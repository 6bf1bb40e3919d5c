/** Fields of a listed story that its headline stands for: nothing of them is told without it. */
const TOLD = ['title', 'url', 'kicker', 'dateline', 'byline', 'excerpt', 'image', 'reasons'];

type Item = Record<string, unknown>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);
const isStory = (value: Item) => typeof value.documentId === 'string' && typeof value.title === 'string';

/** Document ids of the stories that stand anywhere in a block. */
export function storiesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(storiesIn);
  if (!isItem(value)) return [];
  const own = isStory(value) ? [String(value.documentId)] : [];
  return [...own, ...Object.values(value).flatMap(storiesIn)];
}

/**
 * A block without what an editor may not read: a story that is not his to see keeps its place and says `hidden`.
 *
 * @example hideUnseen({ documentId: 'a', title: 'Secret' }, () => false) // → { documentId: 'a', title: '', hidden: true }
 */
export function hideUnseen<Value>(value: Value, isSeen: (documentId: string) => boolean): Value {
  if (Array.isArray(value)) return value.map((item) => hideUnseen(item, isSeen)) as Value;
  if (!isItem(value)) return value;
  if (isStory(value) && !isSeen(String(value.documentId))) {
    const rest = Object.entries(value).filter(([key]) => !TOLD.includes(key));
    return { ...Object.fromEntries(rest), title: '', hidden: true } as Value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideUnseen(item, isSeen)])) as Value;
}
