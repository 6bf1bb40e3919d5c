import { valuesBy } from '../../addresses';

/** What an editor looks for, in the forms in which a story may be named. */
export interface Search {
  /** What may be a document id. */
  ids: string[];
  /** What may be a slug. */
  slugs: string[];
  /** Words of a headline; none where it is an address. */
  words: string[];
}

const MAX_WORDS = 8;
/** An address without a scheme has no blanks: `3.5/10 for the ferry` is a headline. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/|(?:\/|[\w-]+(?:\.[\w-]+)+(?::\d+)?\/)\S*$)/i;
const EXTENSION = /\.\w{1,5}$/;

function pathOf(text: string): string[] {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.startsWith('/') ? text : `https://${text}`;
  try {
    const { pathname } = new URL(address, 'https://relative.invalid');
    return pathname.split('/').flatMap((part) => (part === '' ? [] : decodeURIComponent(part)));
  } catch {
    // No address after all, or one whose signs are wrongly encoded.
    return [];
  }
}

/**
 * Reads what was typed or pasted into the search: an address by the sites' own patterns (else by its last part), a slug, a
 * document id, or words of a headline.
 *
 * @param patterns - Of the addresses of stories: `/{section}/{slug}`.
 * @example readSearch('https://quay.example/docks/ferry-runs', ['/{section}/{slug}']) // → { slugs: ['ferry-runs'], … }
 */
export function readSearch(text: string, patterns: readonly string[]): Search {
  const trimmed = text.trim();
  const path = ADDRESS.test(trimmed) ? pathOf(trimmed) : [];
  if (path.length > 0) {
    const found = patterns.map((pattern) => valuesBy(pattern, path));
    const last = path.at(-1);
    const ends = last ? [last, last.replace(EXTENSION, '')] : [];
    const unique = (of: (string | undefined)[]) => [...new Set(of.filter((one) => one !== undefined && one !== ''))];
    return {
      ids: unique([...found.map(({ documentId }) => documentId), ...ends]) as string[],
      slugs: unique([...found.map(({ slug }) => slug), ...ends]) as string[],
      words: [],
    };
  }
  const words = trimmed.split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
  const single = words.length === 1 ? words : [];
  return { ids: single, slugs: single, words };
}
