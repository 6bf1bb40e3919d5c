import type { ViewContext } from '../../cards';
import { type ListKind, listTag, newestTag } from '../../delivery/tags';
import type { Newsroom } from '../../newsroom';
import type { PageRequest } from '../page-request';

/** The part of a request that names lists. */
export interface ListRequest extends Pick<PageRequest, 'locale'> {
  newsroom: Pick<Newsroom, 'storyLocales'>;
}

/** The tags of a list of a section's, topic's or author's stories; those without a language stand in all. */
export const listTags = ({ newsroom, locale }: ListRequest, kind: ListKind, documentId: string): string[] =>
  [...new Set([locale, ...newsroom.storyLocales(locale)])].map((one) => listTag(kind, documentId, one));

/** Says that an answer has such a list. */
export function listsStories(request: PageRequest, { tags }: ViewContext, kind: ListKind, documentId: string): void {
  for (const tag of listTags(request, kind, documentId)) tags.lists(tag);
}

/** Says that an answer lists the newest stories of all. */
export function listsNewest({ newsroom, locale }: PageRequest, { tags }: ViewContext) {
  for (const one of newsroom.storyLocales(locale)) tags.lists(newestTag(one));
}
