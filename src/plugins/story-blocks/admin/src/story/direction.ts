/** Scripts that are written from right to left; ISO 15924. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

function scriptOf(locale: string): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    // No language tag: a name that the application gave.
    return undefined;
  }
}

/**
 * Language and direction of a story's text, for an element that shows it.
 *
 * @example languageProps('ar-EG') // → { lang: 'ar-EG', dir: 'rtl' }
 */
export function languageProps(locale: string | null): { lang?: string; dir: 'rtl' | 'ltr' | 'auto' } {
  if (!locale) return { dir: 'auto' };
  const script = scriptOf(locale);
  if (!script) return { lang: locale, dir: 'auto' };
  return { lang: locale, dir: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr' };
}
