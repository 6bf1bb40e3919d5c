/** A slug without what addresses are careless of: its case, and how its letters are composed. */
export const foldSlug = (slug: string): string => slug.normalize('NFC').toLowerCase();
