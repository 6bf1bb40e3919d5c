import type { DatelineStyle } from './dateline-style';

/**
 * Associated Press: `BUFFALO, N.Y. (AP) —` and `By A. Berger in Pyongyang and C. Lee in Seoul`. No date.
 *
 * @see AP Stylebook, "datelines" and "bylines"
 */
export const ap: DatelineStyle = {
  name: 'ap',
  language: 'en',
  runsIn: true,
  sources: ['AP'],
  dateline: {
    cityCase: 'capitals',
    betweenPlaces: '/',
    parts: [{ field: 'places' }, { field: 'source', before: ' (', after: ')' }, { text: ' —' }],
  },
  byline: { familyName: 'as-written', list: 'conjunction' },
};
