/**
 * What a caller calls a language, as one of the application's.
 *
 * @returns `''` where the application does not have it: callers may send any text.
 * @example languageOf('fr', ['en', 'fr']) // → 'fr'
 */
export const languageOf = (asked: string, languages: readonly string[]): string =>
  languages.find((code) => code === asked) ??
  languages.find((code) => code.toLowerCase() === asked.toLowerCase()) ??
  '';
