/**
 * Reads a language as editors and Strapi write it.
 *
 * @param value - Such as `en-AU` or `pt_BR`; anything else is allowed.
 * @returns The BCP 47 tag in its canonical spelling, or `null` where it is none. Never throws, unlike every `Intl`
 *   constructor that is handed such a value.
 * @example parseLanguageTag('en_au') // → 'en-AU'
 */
export function parseLanguageTag(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The language without script, region and the rest, for looking it up in a table.
 *
 * @returns A lower-case code, or '' where the value is no language tag.
 * @example primaryLanguage('en-AU') // → 'en'
 */
export function primaryLanguage(value: unknown): string {
  return parseLanguageTag(value)?.split('-')[0] ?? '';
}

/**
 * The languages to hand to an `Intl` constructor: the one asked for, then English.
 *
 * Without the second one, `Intl` falls back to the language of the server's environment, so that the same story would
 * read differently on two machines.
 */
export function intlLocales(value: unknown): string[] {
  const tag = parseLanguageTag(value);
  return tag ? [tag, 'en'] : ['en'];
}

/**
 * The value of a table by language that fits a language best: that of its script or region, else of the language alone.
 *
 * @param table - Keys such as `pt`, `pt-PT` and `zh-Hant`.
 * @returns The key; null for what is no language tag, and a language that the table has not.
 * @example bestKey({ zh: …, 'zh-Hant': … }, 'zh-TW') // → 'zh-Hant'
 */
export function bestKey(table: Readonly<Record<string, unknown>>, value: unknown): string | null {
  const tag = parseLanguageTag(value);
  if (tag === null) return null;
  const { language, region } = new Intl.Locale(tag);
  const { script } = new Intl.Locale(tag).maximize();
  const keys = [`${language}-${region}`, `${language}-${script}`, language, ...(language === 'no' ? ['nb'] : [])];
  return keys.find((key) => Object.hasOwn(table, key)) ?? null;
}
