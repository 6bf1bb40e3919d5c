/** Names that a pattern of stories' addresses may hold, and of topics'. */
export const STORY_PLACES = ['section', 'slug', 'locale', 'documentId'] as const;
export const TOPIC_PLACES = ['slug'] as const;

const LONGEST_PATTERN = 200;
/** Controls and marks that a browser drops from an address, or that turn the order of what is shown around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const UNSEEN = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\p{Cf}]/u;

/** Browsers read `%2e%2e` as `..`, and servers `%2f` as a slash. */
const ENCODED = /%(?:2e|2f|5c|[01][0-9a-f]|7f)/i;

/**
 * What is wrong with a pattern of addresses such as `/{section}/{slug}`. Put after a site's address, or where none is known
 * at the start of one, it must lead to a path of that very site: `//evil.example/{slug}` and `/\evil.example` lead to
 * another one.
 *
 * @returns A sentence's end such as `must begin with one slash`; `null` where nothing is.
 */
export function patternFault(pattern: string, places: readonly string[] = STORY_PLACES): string | null {
  if (pattern.length > LONGEST_PATTERN) return `must not be longer than ${LONGEST_PATTERN} characters`;
  if (UNSEEN.test(pattern)) return 'must not hold blanks, control characters or other signs that nobody sees';
  if (pattern.includes('\\')) return 'must not hold a backslash';
  if (!pattern.startsWith('/')) return 'must begin with a slash';
  const [path] = pattern.split(/[?#]/, 1);
  if (path.includes('//')) return 'must have no two slashes beside each other';
  if (/\/\.{1,2}(?:\/|$)/.test(path)) return 'must have no part that is "." or ".."';
  if (ENCODED.test(path)) return 'must not hold an encoded dot, slash, backslash or control character';
  const names = [...pattern.matchAll(/\{(\w*)\}/g)].map(([, name]) => name);
  const unknown = names.find((name) => !places.includes(name));
  if (unknown !== undefined) {
    return `has {${unknown}}, which is not known: there ${places.length === 1 ? 'is' : 'are'} ${places.map((name) => `{${name}}`).join(', ')}`;
  }
  if (/[{}]/.test(pattern.replace(/\{\w*\}/g, ''))) return 'has a brace that belongs to no name such as {slug}';
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `has {${twice}} twice`;
  if (pattern.includes('}{')) return 'needs something between two names, such as a hyphen or a slash';
  return null;
}

/**
 * A site's own pattern as its pages may use it: `null` where it has none, or one that {@link patternFault} would refuse and
 * that came in before it was looked at. A slash that is missing at its beginning is put there.
 */
export function readUrlPattern(stored: string | null): string | null {
  if (stored === null) return null;
  const pattern = stored.startsWith('/') ? stored : `/${stored}`;
  return patternFault(pattern) === null ? pattern : null;
}
