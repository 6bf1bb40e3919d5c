/**
 * One line of text out of a stored value.
 *
 * @returns The text without control characters, each run of white space as one space; `''` for what is no text.
 */
export function cleanText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[\s\p{Cc}]+/gu, ' ').trim() : '';
}

/** The items of a stored list; none for what is no list. */
export function cleanList<Item>(value: readonly Item[] | null | undefined): readonly Item[] {
  return Array.isArray(value) ? value : [];
}
