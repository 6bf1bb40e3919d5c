import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStyles, type Dateline, type DatelinePlace, formatDateline, smn } from '.';

const pyongyang: DatelinePlace = { city: 'Pyongyang', country: 'KP', standsAlone: true };
const seoul: DatelinePlace = {
  city: 'Seoul',
  country: 'KR',
  standsAlone: true,
  names: [
    { locale: 'fr', city: 'Séoul' },
    { locale: 'ja', city: 'ソウル' },
  ],
};
const buffalo: DatelinePlace = { city: 'Buffalo', region: 'N.Y.', country: 'US' };
const line = (places: DatelinePlace[], date?: string | null, source: string | null = 'AFP'): Dateline => ({
  places,
  source,
  date,
});

describe('formatDateline in smn', () => {
  const smnLine = (dateline: Dateline, locale?: string) => formatDateline(dateline, { style: 'smn', locale });

  it.each([
    [line([pyongyang], '2019-04-22'), 'Pyongyang (AFP) April 22, 2019'],
    [line([seoul], '2013-02-20'), 'Seoul (AFP) Feb 20, 2013'],
    [line([{ city: 'Suncheon', country: 'KR' }], '2020-10-08'), 'Suncheon, South Korea (AFP) Oct 8, 2020'],
    [line([pyongyang, seoul], '2019-09-01'), 'Pyongyang/Seoul (AFP) Sept 1, 2019'],
    [line([buffalo], '2019-12-31', 'SPX'), 'Buffalo, N.Y. (SPX) Dec 31, 2019'],
  ])('writes published copy: %#', (dateline, expected) => {
    expect(smnLine(dateline)).toBe(expected);
  });

  it('leaves the source out with its brackets', () => {
    expect(smnLine(line([pyongyang], '2019-04-22', null))).toBe('Pyongyang April 22, 2019');
  });

  it.each([undefined, null, '', '2019-02-30', '22 April', '2019-04-22T03:00:00Z'])('leaves out the date %j', (date) => {
    expect(smnLine(line([pyongyang], date))).toBe('Pyongyang (AFP)');
  });

  it('writes months as the house does in every kind of English', () => {
    expect(smnLine(line([seoul], '2013-02-20'), 'en-AU')).toBe('Seoul (AFP) Feb 20, 2013');
    expect(smnLine(line([seoul], '2013-02-20'), 'en_GB')).toBe('Seoul (AFP) Feb 20, 2013');
  });

  it("writes names, country and date in the story's language", () => {
    const suncheon = { city: 'Suncheon', country: 'KR' };
    expect(smnLine(line([seoul], '2019-04-22'), 'fr-CA')).toBe('Séoul (AFP) 22 avril 2019');
    expect(smnLine(line([seoul], '2019-04-22'), 'ja')).toBe('ソウル (AFP) 2019年4月22日');
    expect(smnLine(line([suncheon], '2020-10-08'), 'fr')).toBe('Suncheon, Corée du Sud (AFP) 8 octobre 2020');
    expect(smnLine(line([suncheon], '2020-10-08'), 'ar')).toContain('Suncheon، كوريا الجنوبية (AFP)');
  });

  it('keeps to the Gregorian calendar where a language has another', () => {
    expect(smnLine(line([seoul], '2019-04-22'), 'th')).toContain('2019');
  });
});

describe('formatDateline in ap', () => {
  it('is the default, in capitals, without a date and with the dash', () => {
    expect(formatDateline(line([buffalo], '2019-04-22', 'AP'))).toBe('BUFFALO, N.Y. (AP) —');
    expect(formatDateline(line([pyongyang], null, null))).toBe('PYONGYANG —');
  });

  it("sets capitals by the language's own rules", () => {
    const izmir = { city: 'izmir', standsAlone: true };
    expect(formatDateline(line([izmir]), { locale: 'tr' })).toBe('İZMİR (AFP) —');
    expect(formatDateline(line([izmir]), { locale: 'en' })).toBe('IZMIR (AFP) —');
  });
});

describe('formatDateline on places', () => {
  const place = (extra: Partial<DatelinePlace>, locale?: string) =>
    formatDateline({ places: [{ city: 'Springfield', ...extra }] }, { style: 'smn', locale });

  it.each([
    [{ country: 'HK' }, 'Springfield, Hong Kong'],
    [{ country: 'CD' }, 'Springfield, Congo'],
    [{ country: 'ci' }, 'Springfield, Ivory Coast'],
    [{ country: 'TT' }, 'Springfield, Trinidad and Tobago'],
    [{ country: 'Ruritania' }, 'Springfield, Ruritania'],
    [{ country: 'QQ' }, 'Springfield'],
    [{ country: 'ZZ' }, 'Springfield'],
    [{ region: '  ', country: null }, 'Springfield'],
    [{ city: 'Singapore', country: 'SG' }, 'Singapore'],
    [{ standsAlone: null, country: 'FR' }, 'Springfield, France'],
  ])('qualifies %j', (extra, expected) => {
    expect(place(extra)).toBe(expected);
  });

  it('prefers the exact locale to the base language, and fills what a name leaves empty', () => {
    const names = [
      { locale: 'pt', city: 'Nova Iorque' },
      { locale: 'pt-BR', city: 'Nova York' },
      { locale: 'de', city: '', region: 'Staat New York' },
    ];
    const city = { city: 'New York', region: 'N.Y.', names };
    expect(place(city, 'pt-BR')).toBe('Nova York, N.Y.');
    expect(place(city, 'pt-PT')).toBe('Nova Iorque, N.Y.');
    expect(place(city, 'de')).toBe('New York, Staat New York');
    expect(place(city, 'es')).toBe('New York, N.Y.');
  });

  it('is empty without a place', () => {
    expect(formatDateline({ places: [], source: 'AFP', date: '2019-04-22' })).toBe('');
    expect(formatDateline({ places: [{ city: ' ' }], source: 'AFP' })).toBe('');
  });

  it('makes one line of text that has breaks', () => {
    expect(place({ city: ' New\n\tYork\u0000 ', standsAlone: true })).toBe('New York');
  });
});

describe('formatDateline with styles', () => {
  it('writes unknown styles as ap', () => {
    expect(formatDateline(line([buffalo]), { style: 'nosuch' })).toBe('BUFFALO, N.Y. (AFP) —');
    expect(formatDateline(line([buffalo]), { style: '__proto__' })).toBe('BUFFALO, N.Y. (AFP) —');
  });

  it('writes a registered style', () => {
    const styles = createStyles();
    const parts = [
      { field: 'places' },
      { field: 'date', before: ', ' },
      { field: 'source', before: ' (', after: ')' },
    ] as const;
    styles.register({ ...smn, name: 'house', dateline: { ...smn.dateline, parts } });
    expect(formatDateline(line([pyongyang], '2019-04-22'), { style: 'house', styles })).toBe(
      'Pyongyang, April 22, 2019 (AFP)'
    );
  });
});

describe('formatDateline on any content', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constant(null), fc.constant(undefined));
  const anything = fc.oneof(text, fc.anything());
  const place = fc.record({
    city: anything,
    region: anything,
    country: fc.oneof(anything, fc.stringMatching(/^[A-Za-z]{2}$/)),
    standsAlone: fc.oneof(fc.boolean(), anything),
    names: fc.oneof(anything, fc.array(fc.record({ locale: anything, city: anything, region: anything }))),
  });
  const dateline = fc.record({
    places: fc.oneof(fc.array(fc.oneof(place, anything)), anything),
    source: anything,
    date: fc.oneof(
      anything,
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    ),
  });
  const options = fc.record({
    style: fc.oneof(fc.constantFrom('ap', 'smn', 'nosuch'), anything),
    locale: fc.oneof(fc.constantFrom('en', 'fr', 'ja', 'ar-SA', 'th', 'xx', 'zh-Hant-TW', 'en_AU'), anything),
  });

  it('never throws and gives one clean line', () => {
    fc.assert(
      fc.property(dateline, options, (content, choice) => {
        const written = formatDateline(content as Dateline, choice as Parameters<typeof formatDateline>[1]);
        expect(written).not.toMatch(/[\n\r\t\0]/);
        expect(written).toBe(written.trim());
      }),
      { numRuns: 500 }
    );
  });
});
