import { PLAIN_MONTHS, SHORT_MONTHS } from '../data/months';
import type { DatelineStyle } from './dateline-style';

/** Three letters and two digits, as the house set them before 2017. */
const padded = { months: SHORT_MONTHS, pattern: '{month} {dd}[, {year}]' };

/**
 * Space Media Network: `Pyongyang (AFP) April 22, 2019` and `By Sebastien BERGER in Pyongyang, Claire LEE in Seoul`.
 *
 * Months are shortened as in the AP Stylebook ("months"), without points. Older copy is read, and written again as it
 * stood: `VIENNA (AFP) Sep 02, 2005`, `Iowa City IA (SPX) Nov 06, 2015`.
 */
export const smn: DatelineStyle = {
  name: 'smn',
  language: 'en',
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    parts: [{ field: 'places' }, { field: 'source', before: ' (', after: ')' }, { field: 'date', before: ' ' }],
    date: { months: PLAIN_MONTHS, pattern: '{month} {day}[, {year}]' },
  },
  variants: [
    { name: 'padded', dateline: { date: padded } },
    { name: 'postal', dateline: { date: padded, beforeQualifier: ' ' } },
    { name: 'capitals', dateline: { date: padded, cityCase: 'capitals' } },
  ],
  byline: { familyName: 'capitals', list: 'commas' },
};
