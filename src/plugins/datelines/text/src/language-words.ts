import { LANGUAGE_WORDS, type LanguageWords, NEUTRAL_WORDS } from './data/language-words';
import { baseLanguage } from './language';

/** The wording of a language (`fr-CA`: that of `fr`); for one that is not known, wording of no language. */
export function languageWords(language: string): LanguageWords {
  const base = baseLanguage(language);
  return Object.hasOwn(LANGUAGE_WORDS, base) ? (LANGUAGE_WORDS[base] ?? NEUTRAL_WORDS) : NEUTRAL_WORDS;
}
