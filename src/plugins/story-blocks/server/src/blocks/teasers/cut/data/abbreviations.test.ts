import { describe, expect, it } from 'vitest';
import { ABBREVIATIONS } from './abbreviations';

const words = (list: string) => list.split(/\s+/).filter(Boolean);

describe.each(Object.entries(ABBREVIATIONS))('the list of %s', (language, list) => {
  it('is for a language that Intl knows', () => {
    expect(Intl.Segmenter.supportedLocalesOf(language)).toEqual([language]);
  });

  it('names each word once, without its last full stop', () => {
    for (const listed of [list.joins, list.joinsBeforeDigit, list.mayEnd, list.starters].map(words)) {
      expect(listed.filter((word, at) => listed.indexOf(word) !== at)).toEqual([]);
      expect(listed.filter((word) => word.endsWith('.'))).toEqual([]);
    }
  });

  it('keeps apart what never ends a sentence and what may', () => {
    const joins = new Set(words(list.joins));
    expect(words(list.mayEnd).filter((word) => joins.has(word))).toEqual([]);
  });

  it('has sentence starters in capitals', () => {
    expect(words(list.starters).filter((word) => !/^\p{Lu}/u.test(word))).toEqual([]);
  });
});
