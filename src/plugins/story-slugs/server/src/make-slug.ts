import { shortHash } from './short-hash';
import { slugWords } from './slug-words';
import { toAscii } from './to-ascii';

/** @default 80; longer ones are cut by those who share them. */
export const DEFAULT_MAX_LENGTH = 80;

export interface MakeSlugOptions {
  /** BCP 47; the transliteration of its base language applies. @default none: the common tables */
  locale?: string | null;
  /** In characters, at least 1. @default 80 */
  maxLength?: number;
  /** Used where the text has nothing that can be written. @default a short hash of the text */
  fallback?: string;
}

/**
 * A slug: `[a-z0-9]` in words with single hyphens between them, cut after the last word that fits. Never empty.
 *
 * Takes time in proportion to the length of the text at most.
 *
 * @example makeSlug("NKorea's Kim heads to Russia") // → 'nkoreas-kim-heads-to-russia'
 * @example makeSlug('Schöne Grüße', { locale: 'de-AT' }) // → 'schoene-gruesse'
 * @example makeSlug('中国经济增长') // → 'zhongguo-jingji-zengzhang'
 * @example makeSlug('19.10.2021') // → '19-10-2021'
 */
export function makeSlug(text: string, options: MakeSlugOptions = {}): string {
  const maxLength = Math.max(1, Math.floor(options.maxLength || DEFAULT_MAX_LENGTH));
  const language = (options.locale ?? '').split(/[-_]/)[0]?.toLowerCase() ?? '';
  return (
    writeSlug(text, language, maxLength) ||
    writeSlug(options.fallback ?? '', language, maxLength) ||
    shortHash(text).slice(0, maxLength)
  );
}

function writeSlug(text: string, language: string, maxLength: number): string {
  let slug = '';
  for (const word of slugWords(text, language)) {
    const ascii = toAscii(word, language);
    if (!ascii) continue;
    if (!slug) slug = ascii.slice(0, maxLength).replace(/-$/, '');
    else if (slug.length + 1 + ascii.length <= maxLength) slug += `-${ascii}`;
    else break;
  }
  return slug;
}
