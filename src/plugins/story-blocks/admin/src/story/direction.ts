/** Languages that are written from right to left; BCP 47. */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);

/**
 * Language and direction of a story's text, for an element that shows it.
 *
 * @example languageProps('ar-EG') // → { lang: 'ar-EG', dir: 'rtl' }
 */
export function languageProps(locale: string | null): { lang?: string; dir: 'rtl' | 'ltr' | 'auto' } {
  if (!locale) return { dir: 'auto' };
  const [language] = locale.toLowerCase().split('-');
  return { lang: locale, dir: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr' };
}
