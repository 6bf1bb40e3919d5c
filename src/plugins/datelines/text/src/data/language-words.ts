/** What stands around the names in a byline, and between the parts of a place, in one language. */
export interface LanguageWords {
  /** Between the items of a list, and between a city and what follows it. */
  readonly comma: string;
  /** Around the list: `{names}`. */
  readonly by: string;
  /** A person with a place: `{name}`, `{place}`. */
  readonly place: string;
  /** A person with a role: `{name}`, `{role}`. */
  readonly role: string;
  /** A person with both. */
  readonly roleAndPlace: string;
}

/**
 * For languages without an entry: nothing that belongs to another language. Brackets say "in" without a preposition,
 * which many languages choose by the name that follows (French à, en, au, aux).
 */
export const NEUTRAL_WORDS: LanguageWords = {
  comma: ', ',
  by: '{names}',
  place: '{name} ({place})',
  role: '{name} ({role})',
  roleAndPlace: '{name} ({role}, {place})',
};

/** By base language. */
export const LANGUAGE_WORDS: Readonly<Record<string, LanguageWords>> = {
  ar: {
    comma: '، ',
    by: 'بقلم {names}',
    place: '{name} في {place}',
    role: '{name} ({role})',
    roleAndPlace: '{name} ({role}) في {place}',
  },
  de: { ...NEUTRAL_WORDS, by: 'Von {names}' },
  en: {
    comma: ', ',
    by: 'By {names}',
    place: '{name} in {place}',
    role: '{name} ({role})',
    roleAndPlace: '{name} ({role}) in {place}',
  },
  es: { ...NEUTRAL_WORDS, by: 'Por {names}' },
  fr: { ...NEUTRAL_WORDS, by: 'Par {names}' },
  it: { ...NEUTRAL_WORDS, by: 'Di {names}' },
  ja: {
    comma: '、',
    by: '文・{names}',
    place: '{name}（{place}）',
    role: '{name}（{role}）',
    roleAndPlace: '{name}（{role}、{place}）',
  },
  nl: { ...NEUTRAL_WORDS, by: 'Door {names}' },
  pt: { ...NEUTRAL_WORDS, by: 'Por {names}' },
};
