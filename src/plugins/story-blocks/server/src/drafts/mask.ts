import type { Told } from './made-of';
import { isItem, isListedStory, type ListedStory } from './stories-in';

type Item = Record<string, unknown>;

/** Whether an administrator may be told something of a story. */
export type Sees = (told: Told) => boolean;

/** Fields of a listed story by what they tell; all others tell nothing of it. */
const TELLS = {
  title: 'title',
  byline: 'title',
  firstPublishedAt: 'title',
  url: 'url',
  slug: 'slug',
  filedAt: 'filedAt',
  kicker: 'kicker',
  dateline: 'dateline',
  excerpt: 'excerpt',
  image: 'image',
  reasons: 'reasons',
} as const satisfies Record<string, Told>;
type Telling = keyof typeof TELLS;

/** Fields that are told with the headline only: an address is read as the headline's link. */
const WITH_HEADLINE: readonly Telling[] = ['url', 'slug', 'filedAt'];

const isTelling = (key: string): key is Telling => Object.hasOwn(TELLS, key);
const isTold = (key: Telling, sees: Sees): boolean =>
  sees(TELLS[key]) && (!WITH_HEADLINE.includes(key) || sees('title'));

/** A story with null for what may not be told of it; of its reasons the types are always told. */
export type Masked<Story> = {
  [Key in keyof Story]: Key extends Exclude<Telling, 'reasons'> ? Story[Key] | null : Story[Key];
};

const typesOf = (reasons: unknown): unknown =>
  Array.isArray(reasons) ? reasons.map(({ type }: { type: unknown }) => ({ type })) : reasons;

/**
 * A story as an administrator may see it, in an answer whose fields are always there.
 *
 * @example maskStory({ documentId: 'a', title: 'Secret' }, () => false) // → { documentId: 'a', title: null }
 */
export const maskStory = <Story extends object>(story: Story, sees: Sees): Masked<Story> =>
  Object.fromEntries(
    Object.entries(story).map(([key, value]) => {
      if (!isTelling(key) || isTold(key, sees)) return [key, value];
      return [key, key === 'reasons' ? typesOf(value) : null];
    })
  ) as Masked<Story>;

const withoutUntold = (story: Item, sees: Sees): Item =>
  Object.fromEntries(Object.entries(story).filter(([key]) => !isTelling(key) || isTold(key, sees)));

/**
 * A block without what an administrator may not be told: fields are left out, since only the block knows which it has. A
 * story whose headline may not be told keeps its place and says `hidden`.
 *
 * @param seesOf - What may be told of a story that the block lists.
 * @example hideUnseen({ documentId: 'a', title: 'Secret' }, () => () => false)
 *   // → { documentId: 'a', title: '', hidden: true }
 */
export function hideUnseen<Value>(value: Value, seesOf: (story: ListedStory) => Sees): Value {
  if (Array.isArray(value)) return value.map((item) => hideUnseen(item, seesOf)) as Value;
  if (!isItem(value)) return value;
  if (!isListedStory(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideUnseen(item, seesOf)])) as Value;
  }
  const sees = seesOf(value);
  if (sees('title')) return withoutUntold(value, sees) as Value;
  return { ...withoutUntold(value, () => false), title: '', hidden: true } as Value;
}
