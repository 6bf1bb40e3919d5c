import { createHash } from 'node:crypto';
import { foldSlug } from '../lib/fold-slug';
import type { AnyConceptKind } from '../newsroom';

/** What a tag says of an answer: it shows a story, or the texts of a concept. */
export type ShownKind = 'story' | AnyConceptKind;
/** Whose newest stories an answer lists. */
export type ListKind = 'section' | 'topic' | 'author';

/** On every answer: for changes that may touch any of them. */
export const EVERYTHING = 'story-blocks';

/** Key locales are '' where a type has no languages. */
const languageOf = (locale: string) => locale || 'any';

/** What stands in a tag for a text of any kind. */
const hashed = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** Ids as Strapi gives them stand for themselves. Another could break the header that its tag stands in. */
const inTag = (documentId: string): string => (/^[\w-]{1,100}$/.test(documentId) ? documentId : hashed(documentId));

/** An answer with the list of a section's, topic's or author's stories in a language. */
export const listTag = (kind: ListKind, documentId: string, locale: string): string =>
  `${kind}:${inTag(documentId)}:${languageOf(locale)}`;

/** An answer whose story was found by its slug, in whatever case: another may come to have it. */
export const slugTag = (slug: string): string => `slug:${hashed(foldSlug(slug))}`;

/** An answer with a story's related links. */
export const relatedTag = (documentId: string): string => `related:${inTag(documentId)}`;

/** An answer with the newest stories of all in a language. */
export const newestTag = (locale: string): string => `newest:${languageOf(locale)}`;

/** An answer that a site serves, or whose addresses are that site's. */
export const siteTag = (documentId: string): string => `site:${inTag(documentId)}`;

/** An answer for which a section, topic or author was found by its name or slug. */
export const namesTag = (kind: AnyConceptKind): string => `names:${kind}`;

/** An answer that shows so many of a kind that it does not name each. */
export const anyTag = (kind: ShownKind): string => `any:${kind}`;

/** The tag of what is shown by itself: its document id. A site has a tag of its own. */
export const shownTag = (kind: ShownKind, documentId: string): string =>
  kind === 'site' ? siteTag(documentId) : inTag(documentId);

/** The tags by which a change of a story or a concept is told. */
export const changeTags = (kind: ShownKind, documentId: string): string[] => [shownTag(kind, documentId), anyTag(kind)];

/** Characters of a header that every cache in use takes: Varnish and nginx read 8 KB of one, with its name. */
export const MAX_HEADER = 7_000;

/** What a tag is made of: it stands in headers, between commas, and in purges of every cache. */
const TAG = /^[\w:-]{1,200}$/;

/** @throws {Error} where it could not stand in a header. */
export function checkTag(tag: string): string {
  if (TAG.test(tag)) return tag;
  throw new Error(`story-blocks: ${JSON.stringify(tag)} is no tag; it may hold letters, digits, ":", "_" and "-".`);
}

/** Collects what one answer depends on. */
export interface Tags {
  shows(kind: ShownKind, documentId: string): void;
  /** @throws {Error} for what is no tag. */
  lists(tag: string): void;
  /** All of them, `story-blocks` first; of a kind that has too many for a header, one for the whole kind. */
  all(): string[];
}

export function createTags(): Tags {
  const shown = new Map<ShownKind, Set<string>>();
  const lists = new Set<string>();
  return {
    shows(kind, documentId) {
      const ids = shown.get(kind) ?? new Set();
      shown.set(kind, ids.add(documentId));
    },
    lists: (tag) => lists.add(checkTag(tag)),
    all() {
      const groups = [...shown].map(([kind, ids]) => ({
        kind,
        tags: [...ids].map((id) => shownTag(kind, id)),
      }));
      const length = (tags: string[]) => tags.reduce((sum, tag) => sum + tag.length + 1, 0);
      groups.sort((a, b) => length(b.tags) - length(a.tags));
      let left = length([EVERYTHING, ...lists]) + groups.reduce((sum, { tags }) => sum + length(tags), 0);
      for (const group of groups) {
        if (left <= MAX_HEADER) break;
        const whole = [anyTag(group.kind)];
        left -= length(group.tags) - length(whole);
        group.tags = whole;
      }
      return [EVERYTHING, ...lists, ...groups.flatMap(({ tags }) => tags)];
    },
  };
}
