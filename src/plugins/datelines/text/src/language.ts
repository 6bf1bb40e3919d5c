/**
 * The language in which a line is written.
 *
 * @param locale - BCP 47, or with underscores as some systems write it (`en_AU`).
 * @returns `locale` in its canonical form; `fallback` where it is missing or no language tag.
 */
export function resolveLanguage(locale: string | null | undefined, fallback: string): string {
  if (!locale) return fallback;
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** The language of a tag without script, region and the like: `pt` of `pt-BR`. */
export function baseLanguage(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}
