/**
 * The words that the network is planted with: each stands in one field of one story or object, so that an answer which
 * holds it tells what it gave away.
 */
export const WORDS = {
  /** Readers may see it. */
  open: 'zqopen',
  /** In drafts: of stories never published, changed since, held, or written in one more language. */
  secret: 'zqsecret',
  /** In stories that were live once, and are held. */
  before: 'zqbefore',
  /** Published in French alone. */
  french: 'zqfrench',
  /** In private fields. */
  private: 'zqprivate',
  /** In objects of other types, in fields that are no part of a story. */
  own: 'zqown',
  /** In files that only drafts and held stories show. */
  file: 'zqfile',
} as const;
export type Sort = keyof typeof WORDS;

/** A word for each field of a story or object. */
export const wordsOf =
  (sort: Sort, of: string) =>
  (field: string): string =>
    `${WORDS[sort]}${of}${field}`;

const PLANTED = new RegExp(`(?:${Object.values(WORDS).join('|')})[a-z]*`, 'g');

/** The planted words that a text holds, each once. */
export const plantedIn = (text: string): string[] => [...new Set(text.toLowerCase().match(PLANTED) ?? [])];

/** What sort of word it is. */
export function sortOf(word: string): Sort {
  const found = Object.entries(WORDS).find(([, prefix]) => word.startsWith(prefix));
  if (!found) throw new Error(`"${word}" is no planted word.`);
  return found[0] as Sort;
}

/** A word without its sort: the story or object it stands in, and its field. */
export const placeOf = (word: string): string => word.slice(WORDS[sortOf(word)].length);
