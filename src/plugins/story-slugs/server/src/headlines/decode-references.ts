import { decodeHTMLStrict } from 'entities';

/**
 * `&eacute;`, `&#8217;`, `&#x2019;`. HTML reads many names without their semicolon; here only those that no headline
 * means otherwise are (`Profit &amp loss`, not `Black&not white`), and numbers.
 */
const REFERENCES =
  /&(?:#(?:x[0-9a-f]{1,6}|\d{1,7});?|[a-z][a-z0-9]{1,31};|(?:amp|quot|apos|lt|gt|nbsp)(?![\p{L}\p{N}=]))/giu;

/** `&amp;amp;eacute;` was escaped three times; nobody means it more often. */
const MOST_ESCAPED = 4;

/**
 * A text with the characters that HTML's character references in it stand for, also where it was escaped more than once.
 * `AT&T` and `R&D` hold none.
 *
 * @example decodeReferences('Q&amp;A: what&#39;s next') // → "Q&A: what's next"
 * @see https://html.spec.whatwg.org/multipage/named-characters.html
 */
export function decodeReferences(text: string): string {
  let decoded = text;
  for (let turn = 0; turn < MOST_ESCAPED; turn += 1) {
    const next = decoded.replace(REFERENCES, decodeReference);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** The first reference in a text, as it stands there; `null` where there is none. */
export function findReference(text: string): string | null {
  for (const [reference] of text.matchAll(REFERENCES)) {
    if (decodeReference(reference) !== reference) return reference;
  }
  return null;
}

function decodeReference(found: string): string {
  const reference = found.endsWith(';') ? found : `${found};`;
  const decoded = decodeHTMLStrict(reference);
  if (decoded !== reference) return decoded;
  // A headline in capitals may have `CAF&EACUTE;`.
  const lower = reference.toLowerCase();
  const character = decodeHTMLStrict(lower);
  return character === lower ? found : character.toUpperCase();
}
