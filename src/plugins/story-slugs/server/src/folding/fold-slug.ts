/** Drawn as nothing: joiners, direction marks, soft hyphens, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** What is left of `İ` in lower case. */
const DOTTED_I = /i\u0307/g;

/**
 * What two slugs have in common that differ only in case, in how an accent is encoded, in characters that nobody sees or
 * in blanks at their ends.
 *
 * Unicode's full case folding, so that the answer doesn't depend on the database: SQLite's `lower` knows ASCII alone, and
 * PostgreSQL's depends on the collation. `i`, `I`, `ı` and `İ` are one letter: which two of them are a pair depends on
 * the language.
 *
 * @example foldSlug('Straße') // → 'strasse', as of 'STRASSE'
 * @see https://www.unicode.org/versions/latest/core-spec/chapter-3/#G33992 (caseless matching)
 */
export function foldSlug(slug: string): string {
  return (
    slug
      .trim()
      .normalize('NFD')
      .replace(INVISIBLE, '')
      // There and back: `ẞ` has no capital of its own, `ß` and `ﬁ` have two letters for one.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(DOTTED_I, 'i')
      .replaceAll('ς', 'σ')
      .normalize('NFC')
  );
}
