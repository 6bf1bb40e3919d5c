import type { DatelineStyle } from './dateline-style';

/**
 * Space Media Network: `Pyongyang (AFP) April 22, 2019` and `By Sebastien BERGER in Pyongyang, Claire LEE in Seoul`.
 *
 * Months are shortened as in the AP Stylebook ("months"), without points. Published copy has days both with and
 * without a leading zero; the newer form is without.
 */
export const smn: DatelineStyle = {
  name: 'smn',
  language: 'en',
  dateline: {
    cityCase: 'as-written',
    betweenPlaces: '/',
    parts: [{ field: 'places' }, { field: 'source', before: ' (', after: ')' }, { field: 'date', before: ' ' }],
    date: {
      months: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
      pattern: '{month} {day}, {year}',
    },
  },
  byline: { familyName: 'capitals', list: 'commas' },
};
