import { AP_MONTHS, ARABIC_MONTHS, NUMBERED_MONTHS } from '../data/months';
import type { DatelineStyle } from './dateline-style';
import { placeDateSource } from './parts';

const byline = { familyName: 'as-written', list: 'conjunction' } as const;

/** Yonhap: `(서울=연합뉴스) 왕길환 기자 =`; in English `SEOUL, Jan. 3 (Yonhap) --`. */
export const yonhap: DatelineStyle = {
  name: 'yonhap',
  language: 'ko',
  runsIn: true,
  sources: ['Yonhap'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '·',
    qualifier: 'never',
    parts: [
      { field: 'places', before: '(' },
      { field: 'source', before: '=' },
      { text: ')' },
      { field: 'credits', before: ' ', after: ' 기자 =' },
    ],
    sourceNames: { Yonhap: '연합뉴스' },
    betweenCredits: ' ',
  },
  languages: {
    en: {
      cityCase: 'capitals',
      betweenPlaces: '/',
      parts: placeDateSource(' --'),
      date: { months: AP_MONTHS, pattern: '{month} {day}' },
    },
  },
  variants: [
    {
      // One who is posted abroad.
      name: 'correspondent',
      dateline: {
        parts: [
          { field: 'places', before: '(' },
          { field: 'source', before: '=' },
          { text: ')' },
          { field: 'credits', before: ' ', after: ' 특파원 =' },
        ],
      },
    },
  ],
  byline,
};

/** Kyodo: `【ソウル共同】`; in English `TOKYO, Jan. 3 (Kyodo) -`. */
export const kyodo: DatelineStyle = {
  name: 'kyodo',
  language: 'ja',
  runsIn: true,
  sources: ['Kyodo'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '、',
    qualifier: 'never',
    parts: [{ field: 'places', before: '【' }, { field: 'source' }, { text: '】' }],
    sourceNames: { Kyodo: '共同' },
  },
  languages: {
    en: {
      cityCase: 'capitals',
      betweenPlaces: '/',
      parts: placeDateSource(' -'),
      date: { months: AP_MONTHS, pattern: '{month} {day}' },
    },
  },
  byline,
};

/** Reuters in Japanese: `[東京/ソウル 12日 ロイター] -`; the day alone. */
export const reutersJa: DatelineStyle = {
  name: 'reuters-ja',
  language: 'ja',
  runsIn: true,
  sources: ['Reuters'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    qualifier: 'never',
    parts: [
      { field: 'places', before: '[' },
      { field: 'date', before: ' ' },
      { field: 'source', before: ' ' },
      { text: '] -' },
    ],
    date: { months: NUMBERED_MONTHS, pattern: '{day}日' },
    sourceNames: { Reuters: 'ロイター' },
  },
  byline,
};

/** Reuters in Arabic: `مانيلا، 3 ديسمبر (رويترز) -`. */
export const reutersAr: DatelineStyle = {
  name: 'reuters-ar',
  language: 'ar',
  runsIn: true,
  sources: ['Reuters'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    parts: placeDateSource(' -', '، '),
    date: { months: ARABIC_MONTHS, pattern: '{day} {month}' },
    sourceNames: { Reuters: 'رويترز' },
  },
  byline,
};
