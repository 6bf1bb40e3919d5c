import type { Change } from '../db';
import { changeTags, type ListKind, listTag, namesTag, newestTag, slugTag } from '../delivery/tags';
import type { AnyConceptKind } from '../newsroom';
import type { CardCredit, CardKey } from './card';

/** What decides in which lists a live story stands, and where. */
export interface Placing {
  sectionId: string | null;
  topicIds: readonly string[];
  credits: readonly Pick<CardCredit, 'authorId'>[];
  sortAt: number;
  slug: string | null;
}

/** A story in one language, before a write and after it; null where it is not live. */
export interface StoryChange {
  key: CardKey;
  before: Placing | null;
  after: Placing | null;
}

const listsOf = ({ locale }: CardKey, { sectionId, topicIds, credits }: Placing): string[] => [
  newestTag(locale),
  ...(sectionId ? [listTag('section', sectionId, locale)] : []),
  ...topicIds.map((id) => listTag('topic', id, locale)),
  ...credits.flatMap(({ authorId }) => (authorId ? [listTag('author', authorId, locale)] : [])),
];

/**
 * The tags of the answers that a story's change may touch: those that show it, and where it came, went or moved those
 * that list what is new in its section, topics and by its authors.
 */
export function storyChangeTags({ key, before, after }: StoryChange): string[] {
  const lists = (placing: Placing | null) => (placing ? listsOf(key, placing) : []);
  const [old, present] = [lists(before), lists(after)];
  const stays = before && after && before.sortAt === after.sortAt && old.join() === present.join();
  const slugs = [before?.slug, after?.slug].flatMap((slug) => (slug ? slugTag(slug) : []));
  const keepsSlug = before && after && before.slug === after.slug;
  return [
    ...new Set([
      ...changeTags('story', key.documentId),
      ...(stays ? [] : [...old, ...present]),
      ...(keepsSlug ? [] : slugs),
    ]),
  ];
}

const isListed = (kind: AnyConceptKind): kind is ListKind => ['section', 'topic', 'author'].includes(kind);

/** A concept of which some languages were written or deleted. */
export function conceptChange(kind: AnyConceptKind, documentId: string, locales: readonly string[]): Change {
  const lists = isListed(kind) ? locales.map((locale) => listTag(kind, documentId, locale)) : [];
  return { tags: [...changeTags(kind, documentId), namesTag(kind), ...lists], concepts: true };
}

export function joinChanges(changes: readonly (Change | null)[]): Change | null {
  const some = changes.filter((change) => change !== null);
  if (some.length === 0) return null;
  return { tags: some.flatMap(({ tags }) => tags), concepts: some.some(({ concepts }) => concepts) };
}
