import { isItem, isListedStory, type ListedStory } from './stories-in';

type Item = Record<string, unknown>;

/** What an editor may be told of the stories on a page. */
export interface Seen {
  /** Whether he may see the story, and know it by its headline. */
  isSeen(story: ListedStory): boolean;
  /** What of a story is made of fields that are not his to read, such as `excerpt`. */
  untold(story: ListedStory): readonly string[];
}

/** All that is told of a listed story besides its headline. */
const TOLD = [
  ...['title', 'slug', 'url', 'kicker', 'dateline', 'byline', 'excerpt', 'image', 'reasons'],
  ...['filedAt', 'firstPublishedAt'],
];

const without = (item: Item, keys: readonly string[]): Item =>
  Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key)));

/**
 * A block without what an editor may not read: a story that is not his to see keeps its place and says `hidden`.
 *
 * @example hideUnseen({ documentId: 'a', title: 'Secret' }, { isSeen: () => false, untold: () => [] })
 *   // → { documentId: 'a', title: '', hidden: true }
 */
export function hideUnseen<Value>(value: Value, seen: Seen): Value {
  if (Array.isArray(value)) return value.map((item) => hideUnseen(item, seen)) as Value;
  if (!isItem(value)) return value;
  if (isListedStory(value)) {
    return (
      seen.isSeen(value) ? without(value, seen.untold(value)) : { ...without(value, TOLD), title: '', hidden: true }
    ) as Value;
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideUnseen(item, seen)])) as Value;
}
