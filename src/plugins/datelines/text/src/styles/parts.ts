import type { DatelinePart } from './dateline-style';

/** The parts of most agencies' lines: `CITY, March 3 (SOURCE) -`. */
export const placeDateSource = (end: string, beforeDate = ', '): readonly DatelinePart[] => [
  { field: 'places' },
  { field: 'date', before: beforeDate },
  { field: 'source', before: ' (', after: ')' },
  { text: end },
];
