/** Words of bylines by language: what begins one, what parts people, what stands before a place. */
export interface BylineWords {
  /** At the beginning, before the names. */
  by: readonly string[];
  /** Between the last two people, besides commas. */
  and: readonly string[];
  /** Before a place. */
  in: readonly string[];
}

/** @see the agencies' published copy in each language */
export const BYLINE_WORDS: Readonly<Record<string, BylineWords>> = {
  en: { by: ['By'], and: ['and', 'with', '&'], in: ['in', 'at'] },
  ar: { by: ['بقلم', 'كتب', 'كتبت'], and: ['و'], in: ['في'] },
  de: { by: ['Von'], and: ['und', 'mit'], in: ['in', 'aus'] },
  es: { by: ['Por'], and: ['y', 'e', 'con'], in: ['en', 'desde'] },
  fr: { by: ['Par', 'De notre correspondant'], and: ['et', 'avec'], in: ['à', 'au', 'en', 'aux'] },
  it: { by: ['Di', 'A cura di'], and: ['e', 'ed', 'con'], in: ['a', 'da', 'in'] },
  ja: { by: ['文・', '記者・', '文＝'], and: ['と'], in: [] },
  ko: { by: ['글'], and: ['와', '과'], in: [] },
  nl: { by: ['Door', 'Van onze correspondent'], and: ['en', 'met'], in: ['in', 'te'] },
  pt: { by: ['Por', 'De'], and: ['e', 'com'], in: ['em', 'de'] },
  ru: { by: ['Автор:', 'Авторы:', 'Текст:'], and: ['и'], in: ['в'] },
  sv: { by: ['Av'], and: ['och', 'med'], in: ['i'] },
  tr: { by: ['Haber:', 'Yazan:'], and: ['ve'], in: [] },
  uk: { by: ['Автор:', 'Автори:'], and: ['і', 'та'], in: ['у', 'в'] },
  zh: { by: ['记者', '記者', '文／', '文/', '作者：', '作者:'], and: ['和'], in: [] },
};

/** Sentences that credit work on a story, as Reuters signs it at the end. */
export const WORK =
  /^(Additional reporting|Reporting|Writing|Editing|Compiled|Translated|Photography|Photos?|Graphics?|Data|Video|Research|Additional writing|Additional editing)(?: and (reporting|writing|editing))? by\s+/iu;

/** What stands for nobody in particular. */
export const STAFF =
  /^(?:(?:the|our)\s+)?((?:\p{Lu}[\p{Lu}\p{N}]{1,7}|Reuters|Xinhua|Kyodo)\s+)?((?:Staff|Agency|Wire|News)\s+(?:Writers?|Reporters?|Correspondents?|Report|Services?|Desk)|Agencies|Correspondents?|Newsroom|(?<=\s)Staff)$/iu;

/** A line that says what the one named above is. */
export const TITLE =
  /^(?:[\p{L}\p{N}.&'-]+ ){0,5}(?:Writer|Correspondent|Reporter|Editor|Photographer|Columnist|Bureau Chief|Analyst)s?$/u;
