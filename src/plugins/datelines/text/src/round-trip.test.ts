import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatByline, formatDateline, parseByline, parseDateline, splitDateline, styles } from '.';

/** Languages of every kind of script, number and order of a date. */
const LOCALES =
  'en en-AU fr de es it pt-BR nl sv fi pl cs hu ru uk el tr vi id sw ja zh ko ar fa he hi bn ta th am hy ka'.split(' ');
const CITIES = [
  'Pyongyang',
  'Suncheon',
  'Rio de Janeiro',
  'Saint-Denis',
  "L'Aquila",
  'St. Louis',
  'New York',
  'Kuala Lumpur',
];
const NATIVE = ['北京', '東京', '서울', 'القاهرة', 'Москва', 'Αθήνα', 'दिल्ली', 'กรุงเทพ', 'ירושלים', 'Երևան'];

const day = fc
  .date({ min: new Date('1851-01-01'), max: new Date('2149-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const place = fc.oneof(
  fc.record({
    city: fc.constantFrom(...CITIES),
    country: fc.constantFrom('KR', 'FR', 'BR', 'CI', 'CD', 'US'),
    standsAlone: fc.boolean(),
  }),
  fc.record({ city: fc.constantFrom(...NATIVE), standsAlone: fc.constant(true) })
);
const dateline = fc.record({
  places: fc.array(place, { minLength: 1, maxLength: 3 }),
  source: fc.option(fc.constantFrom('AFP', 'AP', 'Reuters', 'SPX', 'TASS', 'Xinhua', 'Yonhap', 'Kyodo', 'dpa', 'EFE'), {
    nil: undefined,
  }),
  date: fc.option(day, { nil: undefined }),
});

/** As far as capitals tell: they hide accents in Greek and a ligature in Armenian. */
const folded = (text: string, locale: string) => text.normalize('NFC').toLocaleUpperCase(locale);

describe.each(styles)('a dateline of $name', (style) => {
  it.each(LOCALES)('in %s says what it carries, and is written again as it was', (locale) => {
    const has = (field: string) => style.dateline.parts.some((part) => 'field' in part && part.field === field);
    fc.assert(
      fc.property(dateline, (content) => {
        const line = formatDateline(content, { style: style.name, locale });
        const parsed = parseDateline(line, { style: style.name, locale });
        expect(
          parsed?.places.map(({ city }) => folded(city, locale)),
          line
        ).toEqual(content.places.map(({ city }) => folded(city, locale)));
        for (const [index, { qualifier, country }] of (parsed?.places ?? []).entries()) {
          if (qualifier)
            expect(country, `${line}: ${qualifier}`).toBe((content.places[index] as { country?: string }).country);
        }
        // What the style leaves out of a line, nobody can read from it.
        if (has('source') && content.source && line.includes(content.source))
          expect(parsed?.source, line).toBe(content.source);
        if (has('date') && content.date && parsed?.date)
          expect(content.date.endsWith(parsed.date.replace(/^-+/, '')), line).toBe(true);
        expect(parsed && formatDateline(parsed, { style: style.name, locale }), line).toBe(line);
      }),
      { numRuns: 15 }
    );
  });
});

describe('a dateline run into its paragraph', () => {
  it.each(styles)('of $name comes apart from the sentence', ({ name, language, dateline: { parts } }) => {
    const content = { places: [{ city: 'Pyongyang', standsAlone: true }], source: 'AFP', date: '2019-04-22' };
    const line = formatDateline(content, { style: name, locale: language });
    const split = splitDateline(`${line} The leader left by train.`, { style: name, locale: language });
    expect(split, parts.length.toString()).toMatchObject({ line, text: 'The leader left by train.' });
  });

  it('is not looked for in a sentence', () => {
    for (const text of [
      'The company said on March 3 that it would close.',
      'Kim (AFP) said so.',
      'Washington is the capital.',
      'Profits, March 3 figures show, rose.',
      'The Chicago Board of Trade (CBOT) will open at night.',
      'European Community (EC) member states met.',
      'Net income rose 4.5 pct - more than analysts had expected.',
      'NOTE - figures are unaudited.',
      '',
      '   ',
      '—',
    ])
      expect(splitDateline(text), text).toBeNull();
  });
});

describe('a byline', () => {
  const LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'ja', 'ar'];
  const person = fc.record({
    givenName: fc.constantFrom('Claire', 'Jean-Pierre', 'Ottilie', 'J. R.', 'Zoë'),
    familyName: fc.constantFrom('Berger', 'Brandreth', "O'Brien", 'Asante-Lund', 'Holloway'),
  });

  it.each(LANGUAGES)('in %s names whom it was written of', (locale) => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 4 }),
        fc.option(fc.constantFrom('Seoul', 'Paris', 'New York'), { nil: undefined }),
        fc.constantFrom('ap', 'smn'),
        (people, location, style) => {
          const credits = people.map((one) => ({ ...one, ...(location ? { location } : {}) }));
          const line = formatByline(credits, { style, locale });
          const parsed = parseByline(line, { locale, bare: true });
          expect(parsed?.credits, line).toEqual(credits);
          expect(parsed?.familyNameCaps ?? false, line).toBe(style === 'smn');
        }
      ),
      { numRuns: 40 }
    );
  });
});

describe('hostile text', () => {
  const SIZE = 100_000;
  const TEXTS = [
    'A'.repeat(SIZE),
    'London, '.repeat(SIZE / 8),
    'L, '.repeat(SIZE / 3),
    '('.repeat(SIZE),
    'New York '.repeat(SIZE / 9),
    'March 3 '.repeat(SIZE / 8),
    `By ${'Anna and '.repeat(SIZE / 9)}`,
    `By ${'a'.repeat(SIZE)}`,
    `Reporting by ${'A; '.repeat(SIZE / 3)}`,
    ' '.repeat(SIZE),
    '-'.repeat(SIZE),
    '\u200B'.repeat(SIZE),
    `X${' '.repeat(299)}`,
    `X${`${' '.repeat(11)}Y`.repeat(25)}`,
    '\uD800'.repeat(SIZE),
    '新华社'.repeat(SIZE / 3),
  ];

  it.each(TEXTS)('of 100 KB takes no longer than a line', (text) => {
    parseDateline('LONDON, March 3 (Reuters) -');
    const times = Array.from({ length: 3 }, () => {
      const began = Date.now();
      parseDateline(text);
      parseByline(text);
      splitDateline(text);
      return Date.now() - began;
    });
    // The best of several, and far above what is needed: an expression that explodes takes a second and more.
    expect(Math.min(...times)).toBeLessThan(250);
  });

  it('is read or not, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme' })), (text) => {
        parseDateline(text);
        parseByline(text, { bare: true });
        splitDateline(text);
      }),
      { numRuns: 500 }
    );
  });
});
