import { decodeReferences } from './headlines/decode-references';
import { shortHash } from './short-hash';
import { slugWords } from './slug-words';
import { toAscii } from './to-ascii';

/** @default 80; longer ones are cut by those who share them. */
export const DEFAULT_MAX_LENGTH = 80;

/** Words without weight, by base language: `{ en: ['the', 'of'] }`. */
export type StopWords = Readonly<Record<string, readonly string[]>>;

export interface MakeSlugOptions {
  /** BCP 47; the transliteration of its base language applies. @default none: the common tables */
  locale?: string | null;
  /** In characters, at least 1. @default 80 */
  maxLength?: number;
  /** Used where the text has nothing that can be written. @default a short hash of the text */
  fallback?: string;
  /** Left out, unless nothing else is there. @default none */
  stopWords?: StopWords;
}

/**
 * A slug: `[a-z0-9]` in words with single hyphens between them, cut after the last word that fits. Never empty.
 * Character references, as copy from feeds and web pages has them, count as what they stand for.
 *
 * Takes time in proportion to the length of the text at most.
 *
 * @example makeSlug("NKorea's Kim heads to Russia") // → 'nkoreas-kim-heads-to-russia'
 * @example makeSlug('Schöne Grüße', { locale: 'de-AT' }) // → 'schoene-gruesse'
 * @example makeSlug('中国经济增长') // → 'zhongguo-jingji-zengzhang'
 * @example makeSlug('The end of the line', { locale: 'en', stopWords: { en: ['the', 'of'] } }) // → 'end-line'
 * @example makeSlug('19.10.2021') // → '19-10-2021'
 * @example makeSlug('Kim&#8217;s R&amp;D', { locale: 'en' }) // → 'kims-r-and-d'
 */
export function makeSlug(text: string, options: MakeSlugOptions = {}): string {
  const maxLength = Math.max(1, Math.floor(options.maxLength || DEFAULT_MAX_LENGTH));
  const language = (options.locale ?? '').split(/[-_]/)[0]?.toLowerCase() ?? '';
  const stopWords = stopWordsOf(language, options.stopWords);
  const headline = decodeReferences(text);
  return (
    (stopWords.size > 0 && writeSlug(headline, language, maxLength, stopWords)) ||
    writeSlug(headline, language, maxLength) ||
    writeSlug(options.fallback ?? '', language, maxLength) ||
    shortHash(text).slice(0, maxLength)
  );
}

function stopWordsOf(language: string, stopWords: StopWords = {}): ReadonlySet<string> {
  const words = Object.hasOwn(stopWords, language) ? (stopWords[language] ?? []) : [];
  return new Set(words.map((word) => word.normalize().toLowerCase()));
}

function writeSlug(text: string, language: string, maxLength: number, stopWords?: ReadonlySet<string>): string {
  let slug = '';
  for (const word of slugWords(text, language)) {
    if (stopWords?.has(word.normalize().toLowerCase())) continue;
    const ascii = toAscii(word, language);
    if (!ascii) continue;
    if (!slug) slug = ascii.slice(0, maxLength).replace(/-$/, '');
    else if (slug.length + 1 + ascii.length <= maxLength) slug += `-${ascii}`;
    else break;
  }
  return slug;
}
