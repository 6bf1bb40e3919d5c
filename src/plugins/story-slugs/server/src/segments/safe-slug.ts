import { decodeReferences } from '../headlines/decode-references';
import { faultOfCharacter, findSlugFault, LONGEST_SLUG } from './slug-fault';

/** What parts words, though nobody sees it: line breaks, tabs, other controls. */
const BREAKS = /[\s\p{Cc}]/u;

const PERCENT_ENCODED = /(?:%[0-9a-f]{2})+/gi;
/** `%252e` is encoded twice; nobody means it more often. */
const MOST_ENCODED = 4;

/**
 * A slug that is one safe path segment, as near to what was given as it can be: in its own script and case.
 *
 * @param maxLength - In characters.
 * @returns `''` where nothing is left of it.
 * @example toSafeSlug('Spring/Fair?', 80) // → 'Spring-Fair'
 * @example toSafeSlug('%2e%2e', 80) // → ''
 */
export function toSafeSlug(given: string, maxLength: number): string {
  const words: string[] = [''];
  // As much of it as can matter: a slug of a megabyte is no slug.
  for (const character of decode(given.slice(0, 4 * LONGEST_SLUG)).normalize('NFC')) {
    const fault = faultOfCharacter(character);
    if (fault === 'INVISIBLE' && !BREAKS.test(character)) continue;
    if (fault) words.push('');
    else words.push(words.pop() + character);
  }
  const kept = words
    .map((word) => word.replace(/^-+|(?<!-)-+$/g, ''))
    .filter((word) => /[^.]/.test(word.normalize('NFKC')));
  const slug = wholeCharacters(kept.join('-').slice(0, maxLength)).replace(/(?<!-)-+$/, '');
  return slug && !findSlugFault(slug) ? slug : '';
}

/** Drops half a character that a cut may have left at the end. */
export const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');

function decode(text: string): string {
  let decoded = text;
  for (let turn = 0; turn < MOST_ENCODED; turn += 1) {
    const next = decodeReferences(decoded).replace(PERCENT_ENCODED, decodePercent);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

function decodePercent(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    // No UTF-8.
    return ' ';
  }
}
