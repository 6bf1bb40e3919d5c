/** Cities that Natural Earth has by a name that agencies do not write. */
export const RENAMED: Readonly<Record<string, string>> = {
  Rangoon: 'Yangon',
  Xian: "Xi'an",
};

/** Names that stand in older copy, or without their region, and the names that the gazetteer has. */
export const OTHER_NAMES: readonly (readonly [name: string, gazetteer: string])[] = [
  ['Kiev', 'Kyiv'],
  ['Washington', 'Washington, D.C.'],
  ['Berne', 'Bern'],
  ['Peking', 'Beijing'],
  ['Bombay', 'Mumbai'],
  ['Calcutta', 'Kolkata'],
  ['Madras', 'Chennai'],
  ['Saigon', 'Ho Chi Minh City'],
  ['Gaza City', 'Gaza'],
];

/** Time zones that the gazetteer names as they were called before. */
export const ZONES: Readonly<Record<string, string>> = {
  'Asia/Chongqing': 'Asia/Shanghai',
  'Asia/Harbin': 'Asia/Shanghai',
  'Asia/Kashgar': 'Asia/Urumqi',
  'Asia/Rangoon': 'Asia/Yangon',
};

/**
 * Countries that the gazetteer gives no code, or one by which no dateline goes. ISO has none for Somaliland; Puerto Rico
 * stands after its cities as a state does.
 */
export const COUNTRIES: Readonly<Record<string, { country: string; region?: string }>> = {
  Kosovo: { country: 'XK' },
  'Puerto Rico': { country: 'US', region: 'Puerto Rico' },
  Somaliland: { country: 'SO', region: 'Somaliland' },
};
