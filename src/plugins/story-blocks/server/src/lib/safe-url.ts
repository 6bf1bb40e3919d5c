/** What an address may be. */
export interface SafeUrlOptions {
  /**
   * Whether an address within the site (`/uploads/a.jpg`, `#note`) will do as well.
   *
   * @default false
   */
  allowRelative?: boolean;
}

/** Which host it is does not matter: an address that leads away from it is not relative. */
const BASE = 'https://relative.invalid';
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const WEB = /^https?:\/\/[^/\\]/i;
const MAIL = /^mailto:./i;
const CONTROLS = /\p{Cc}/u;

/**
 * The address as a browser reads it: the WHATWG URL Standard (4.4, basic URL parser) drops controls and blanks at both
 * ends, and tabs and line breaks anywhere, so that `java\nscript:` is a script.
 */
function asBrowsersRead(value: string): string {
  let [start, end] = [0, value.length];
  while (start < end && value.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && value.charCodeAt(end - 1) <= 0x20) end -= 1;
  // \uFEFF and its like are white space to editors but not to the standard.
  return value
    .slice(start, end)
    .replace(/[\t\n\r]/g, '')
    .trim();
}

function parse(value: string, base?: string): URL | null {
  try {
    return new URL(value, base);
  } catch {
    return null;
  }
}

/**
 * An address that may be given to readers.
 *
 * @returns The address as it was written, without what browsers ignore in it, or `null` where it is not an absolute
 *   http, https or mailto address. Never throws.
 * @example safeUrl(' JaVa\tScRiPt:alert(1)') // → null
 */
export function safeUrl(value: unknown, { allowRelative = false }: SafeUrlOptions = {}): string | null {
  if (typeof value !== 'string') return null;
  const address = asBrowsersRead(value);
  if (address === '' || CONTROLS.test(address)) return null;
  if (SCHEME.test(address)) return (WEB.test(address) || MAIL.test(address)) && parse(address) ? address : null;
  // `//host` and `/\host` lead to another host.
  return allowRelative && parse(address, BASE)?.origin === BASE ? address : null;
}

/** Whether {@link safeUrl} would give the address out. */
export function isSafeUrl(value: string, options?: SafeUrlOptions): boolean {
  return safeUrl(value, options) !== null;
}
