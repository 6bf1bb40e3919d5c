import { fitsPattern, valuesBy } from './read-pattern';
import { plainPath, type WebAddress } from './web-address';

/** What an address may name a story by. */
export interface StoryName {
  by: 'slug' | 'documentId';
  value: string;
  /** The language that the address names, as it is written there. */
  locale: string | null;
}

/** Patterns of addresses, such as `/{section}/{slug}`. */
export interface AddressPatterns {
  /** Patterns of stories, the site's own first. */
  story: readonly string[];
  topic: string;
}

/** A page of ours that an address may lead to as well, and then does. */
export interface OtherPage {
  kind: 'topic' | 'section';
  slug: string;
}

function byPattern(pattern: string, path: readonly string[], query: URLSearchParams): StoryName[] {
  const [inPath, inQuery = ''] = pattern.split('?');
  const values = valuesBy(inPath, path);
  for (const [key, place] of new URLSearchParams(inQuery)) {
    const name = /^\{(\w+)\}$/.exec(place)?.[1];
    const value = query.get(key);
    if (name && value) values[name] = value;
  }
  const locale = values.locale ?? null;
  return (['documentId', 'slug'] as const).flatMap((by) => {
    const value = values[by]?.trim();
    return value ? [{ by, value, locale }] : [];
  });
}

/**
 * The stories that an address may name, the surest first: by the patterns of stories' addresses, else by its last part.
 * Which of them there is, is for the caller to find out.
 */
export function storyNames({ path, query }: WebAddress, { story }: Pick<AddressPatterns, 'story'>): StoryName[] {
  const plain = plainPath(path);
  const last = (of: readonly string[]): StoryName[] =>
    of.length > 0 ? [{ by: 'slug', value: of[of.length - 1], locale: null }] : [];
  const names = [
    ...story.flatMap((pattern) => [...byPattern(pattern, path, query), ...byPattern(pattern, plain, query)]),
    ...last(plain),
    ...last(path),
  ];
  // An id is surer than a slug; a piece of a part (`{slug}-{documentId}`) is read as a slug also where it is none.
  const rank = ({ by, value }: StoryName) =>
    by === 'documentId' ? 0 : plain.includes(value) || path.includes(value) ? 1 : 2;
  names.sort((a, b) => rank(a) - rank(b));
  const known = new Set<string>();
  return names.filter(({ by, value }) => {
    const key = `${by} ${value}`;
    return known.has(key) ? false : known.add(key);
  });
}

/** The topic's or section's page that an address leads to where there is such a topic or section. */
export function otherPage({ path }: WebAddress, { topic }: Pick<AddressPatterns, 'topic'>): OtherPage | null {
  const plain = plainPath(path);
  const { slug } = valuesBy(topic, plain);
  // A pattern of names alone says nothing.
  if (slug && /(?:^|\/)[^/{]/.test(topic) && fitsPattern(topic, plain)) return { kind: 'topic', slug };
  return plain.length === 1 ? { kind: 'section', slug: plain[0] } : null;
}
