/** An address on the web, as far as it may name a story. */
export interface WebAddress {
  /** As {@link hostOf} gives it; '' of an address within the site. */
  host: string;
  /** The decoded parts of its path, without empty ones. */
  path: string[];
  query: URLSearchParams;
}

/** Stands in for the host of an address within the site. */
const BASE = 'https://within.invalid';
const WEB = new Set(['http:', 'https:']);
const DEFAULT_PORTS = new Set(['', '80', '443']);
/** Prefixes of a site's name that lead to the same pages: `www`, for phones, or as AMP. */
const SAME_SITE = /^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize('NFC');
  } catch {
    // Wrongly encoded: taken as it stands.
    return part;
  }
}

function hostIn({ hostname, port }: URL): string {
  const name = hostname.replace(/(?<!\.)\.+$/, '').replace(SAME_SITE, '');
  return DEFAULT_PORTS.has(port) ? name : `${name}:${port}`;
}

function parse(value: string): URL | null {
  try {
    const url = new URL(value.trim(), BASE);
    return WEB.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * An address on the web, read as a browser reads it: any case, punycode or not, whichever of http and https.
 *
 * @returns `null` for what is none. Never throws.
 * @example readWebAddress('HTTP://WWW.Quay.example.:80/Docks/Ferry%2Druns/#top')
 *   // → { host: 'quay.example', path: ['Docks', 'Ferry-runs'], … }
 */
export function readWebAddress(value: string): WebAddress | null {
  const url = parse(value);
  if (!url) return null;
  return {
    host: url.origin === BASE ? '' : hostIn(url),
    path: url.pathname.split('/').flatMap((part) => (part === '' ? [] : decoded(part))),
    query: url.searchParams,
  };
}

/** The host of a site's address, in the form in which hosts are compared; `null` where it has none. */
export const hostOf = (url: string | null): string | null => (url === null ? null : readWebAddress(url)?.host || null);

/** What an address may end in without being another page. */
const ENDINGS = /\.(?:amp|s?html?|php|aspx?|jsp)$/i;
/** Parts that name a form of a page, or a part of it. */
const FORMS = new Set(['amp', 'mobile', 'm', 'print', 'index', 'comments', 'share']);

/** A path without what only names a form of its page: `/docks/ferry-runs.html`, `/docks/ferry-runs/amp`. */
export function plainPath(path: readonly string[]): string[] {
  const plain = [...path];
  for (;;) {
    const last = plain.at(-1);
    if (last === undefined) return plain;
    const bare = last.replace(ENDINGS, '');
    if (bare !== last && bare !== '') plain[plain.length - 1] = bare;
    else if (plain.length > 1 && FORMS.has(last.toLowerCase())) plain.pop();
    else if (plain.length > 2 && /^\d{1,3}$/.test(last) && plain.at(-2)?.toLowerCase() === 'page') plain.splice(-2);
    else return plain;
  }
}
