import {
  AP_MONTHS,
  ITALIAN_MONTHS,
  NUMBERED_MONTHS,
  PLAIN_MONTHS,
  RUSSIAN_MONTHS,
  SPANISH_MONTHS,
} from '../data/months';
import type { DatelineStyle } from './dateline-style';
import { placeDateSource } from './parts';

const byline = { familyName: 'as-written', list: 'conjunction' } as const;

/**
 * Agence France-Presse, English service: `STOCKHOLM, Aug 29, 2014 (AFP) -`; family names in capitals.
 *
 * @see AFP English stylebook, "datelines"
 */
export const afp: DatelineStyle = {
  name: 'afp',
  language: 'en',
  runsIn: true,
  sources: ['AFP'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: placeDateSource(' -'),
    date: { months: PLAIN_MONTHS, pattern: '{month} {day}[, {year}]' },
  },
  byline: { familyName: 'capitals', list: 'conjunction' },
};

/**
 * Reuters: `LIMA, Jan 21 (Reuters) -`, several places with a stroke. No year.
 *
 * @see Reuters Handbook of Journalism, "datelines"
 */
export const reuters: DatelineStyle = {
  name: 'reuters',
  language: 'en',
  runsIn: true,
  sources: ['Reuters'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: placeDateSource(' -'),
    date: { months: PLAIN_MONTHS, pattern: '{month} {day}' },
  },
  byline,
};

/**
 * United Press International: `SEOUL, South Korea, Jan. 3 (UPI) --`.
 *
 * @see UPI Stylebook, "datelines"
 */
export const upi: DatelineStyle = {
  name: 'upi',
  language: 'en',
  runsIn: true,
  sources: ['UPI'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: placeDateSource(' --'),
    date: { months: AP_MONTHS, pattern: '{month} {day}' },
  },
  byline,
};

/** Deutsche Presse-Agentur: `Athen (dpa) -`; the city alone, no date. */
export const dpa: DatelineStyle = {
  name: 'dpa',
  language: 'de',
  runsIn: true,
  sources: ['dpa'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    qualifier: 'never',
    parts: [{ field: 'places' }, { field: 'source', before: ' (', after: ')' }, { text: ' -' }],
  },
  byline,
};

/**
 * Agencia EFE: `Nueva Delhi, 21 ene (EFE).-`.
 *
 * @see Manual de Español Urgente, "datas"
 */
export const efe: DatelineStyle = {
  name: 'efe',
  language: 'es',
  runsIn: true,
  sources: ['EFE'],
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    parts: placeDateSource('.-'),
    date: { months: SPANISH_MONTHS, pattern: '{day} {month}' },
  },
  byline,
};

/** ANSA: `ROMA, 01 LUG -`; the day in two digits. The agency's name stands before the line, if anywhere. */
export const ansa: DatelineStyle = {
  name: 'ansa',
  language: 'it',
  runsIn: true,
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    qualifier: 'never',
    parts: [{ field: 'places' }, { field: 'date', before: ', ' }, { text: ' -' }],
    date: { months: ITALIAN_MONTHS, pattern: '{dd} {month}' },
  },
  byline,
};

/** TASS, Russian service: `МОСКВА, 16 февраля. /ТАСС/.` */
export const tass: DatelineStyle = {
  name: 'tass',
  language: 'ru',
  runsIn: true,
  sources: ['TASS'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: [
      { field: 'places' },
      { field: 'date', before: ', ' },
      { text: '.' },
      { field: 'source', before: ' /', after: '/.' },
    ],
    date: { months: RUSSIAN_MONTHS, pattern: '{day} {month}' },
    sourceNames: { TASS: 'ТАСС' },
  },
  byline,
};

/** Xinhua: `XICHANG, March 31 (Xinhua) —`; in Chinese `新华社北京9月2日电（记者白瀛、王鹏）`. */
export const xinhua: DatelineStyle = {
  name: 'xinhua',
  language: 'en',
  runsIn: true,
  sources: ['Xinhua'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: placeDateSource(' —'),
    date: { months: AP_MONTHS, pattern: '{month} {day}' },
  },
  languages: {
    zh: {
      cityCase: 'as-written',
      betweenPlaces: '/',
      qualifier: 'never',
      parts: [
        { field: 'source' },
        { field: 'places' },
        { field: 'date' },
        { text: '电' },
        { field: 'credits', before: '（记者', after: '）' },
      ],
      date: { months: NUMBERED_MONTHS, pattern: '{month}月{day}日' },
      sourceNames: { Xinhua: '新华社' },
      betweenCredits: '、',
    },
  },
  byline,
};
