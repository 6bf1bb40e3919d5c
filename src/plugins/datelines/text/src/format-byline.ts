import { cleanList } from './clean-text';
import type { Credit } from './credit';
import { fillPattern } from './fill-pattern';
import { formatCredit } from './format-credit';
import { baseLanguage, resolveLanguage } from './language';
import { languageWords } from './language-words';
import { type DatelineStyle, type FormatOptions, findStyle } from './styles';

/**
 * The line that names who wrote a story, in the wording of the story's language.
 *
 * Never throws on content; a credit without a name is left out.
 *
 * @returns `''` where nobody is named.
 * @example
 * formatByline([{ name: 'Claire Lee', familyName: 'Lee', location: 'Seoul' }], { style: 'smn' })
 * // → 'By Claire LEE in Seoul'
 */
export function formatByline(credits: readonly Credit[], options: FormatOptions = {}): string {
  const style = findStyle(options);
  const language = resolveLanguage(options.locale, style.language);
  const people = cleanList(credits)
    .map((credit) => (credit ? formatCredit(credit, style, language) : ''))
    .filter(Boolean);
  if (people.length === 0) return '';
  return fillPattern(languageWords(language).by, { names: joinPeople(people, style, language) });
}

function joinPeople(people: string[], style: DatelineStyle, language: string): string {
  if (style.byline.list === 'commas') return people.join(languageWords(language).comma);
  // Agencies set no comma before the last "and" (AP Stylebook, "comma"); among Intl's English lists that is en-GB's.
  const list = baseLanguage(language) === 'en' ? 'en-GB' : language;
  return new Intl.ListFormat([list, style.language], { type: 'conjunction' }).format(people);
}
