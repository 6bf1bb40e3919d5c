import { primaryLanguage } from '../../../lib/language-tag';
import { ABBREVIATIONS, type AbbreviationList, ANY_LANGUAGE } from './data/abbreviations';

/** A language's abbreviations, in each spelling that they may have. */
export interface SentenceRules {
  joins: ReadonlySet<string>;
  joinsBeforeDigit: ReadonlySet<string>;
  mayEnd: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  hasOrdinals: boolean;
}

const words = (list: string) => list.split(/\s+/).filter(Boolean);

/** As listed, at the start of a sentence, and in capitals. A lone capital is an initial, which has a rule of its own. */
function spellings(abbreviation: string, language: string): string[] {
  if (abbreviation.length === 1) return [abbreviation];
  const capital = abbreviation[0].toLocaleUpperCase(language) + abbreviation.slice(1);
  return [abbreviation, capital, abbreviation.toLocaleUpperCase(language)];
}

function build(language: string, list: AbbreviationList): SentenceRules {
  const all = (own: string, shared: string) =>
    new Set(words(`${own} ${shared}`).flatMap((abbreviation) => spellings(abbreviation, language)));
  return {
    joins: all(list.joins, ANY_LANGUAGE.joins),
    joinsBeforeDigit: all(list.joinsBeforeDigit, ANY_LANGUAGE.joinsBeforeDigit),
    mayEnd: all(list.mayEnd, ANY_LANGUAGE.mayEnd),
    starters: new Set(words(list.starters)),
    hasOrdinals: list.hasOrdinals ?? false,
  };
}

const built = new Map<string, SentenceRules>();

/**
 * The rules of a language.
 *
 * @param locale - BCP 47. A language without a list has what is written the same way everywhere.
 */
export function sentenceRules(locale: string): SentenceRules {
  const language = primaryLanguage(locale);
  const key = Object.hasOwn(ABBREVIATIONS, language) ? language : '';
  const rules = built.get(key) ?? build(key || 'en', ABBREVIATIONS[key] ?? ANY_LANGUAGE);
  built.set(key, rules);
  return rules;
}
