import { wellFormed } from '../../lib/plain-text';
import { safeUrl } from '../../lib/safe-url';
import { SHARE_ENDPOINTS } from './data/share-endpoints';

/** A network that readers may share a story on, as an editor set it. */
export interface ShareTarget {
  name: string;
  /** An address with the places `{url}` and `{title}`; empty where the target is known by its name. */
  urlTemplate?: string | null;
}

/** What is shared. */
export interface SharedStory {
  url: string | null;
  title: string;
}

const known = (name: string) =>
  SHARE_ENDPOINTS.get(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
  );

/**
 * The address that shares a story on a network.
 *
 * @returns An http, https or mailto address with the story's address and headline percent-encoded, or `null` where the
 *   network is not known, the template makes no such address, or the story has no absolute address to share.
 * @example
 * shareUrl({ name: 'Reddit' }, { url: 'https://a.example/b', title: 'C & D' })
 * // → 'https://www.reddit.com/submit?url=https%3A%2F%2Fa.example%2Fb&title=C%20%26%20D'
 */
export function shareUrl(target: ShareTarget, story: SharedStory): string | null {
  const url = safeUrl(story.url);
  if (url === null || !/^https?:/i.test(url)) return null;
  const template = target.urlTemplate?.trim() || known(target.name);
  if (!template) return null;
  const places: Record<string, string> = { url, title: story.title };
  return safeUrl(
    template.replace(/\{(url|title)\}/g, (_place, name: string) => encodeURIComponent(wellFormed(places[name])))
  );
}
