import { describe, expect, it } from 'vitest';
import { formatDateline, parseDateline, splitDateline } from '.';

describe('a line that does as real copy does', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['a repeat', 'RPT-LONDON, March 3 (Reuters) - The', { source: 'Reuters', date: '--03-03' }],
    ['a correction', 'CORRECTED-LONDON, March 3 (Reuters) - The', { source: 'Reuters' }],
    ['the agency before', 'REUTERS LONDON, March 3 - The', { date: '--03-03' }],
    ['blanks before', '  \u200B LONDON (AP) — The', { style: 'ap', source: 'AP' }],
    ['an underscore for a dash', 'LONDON, March 3 (Reuters) _ The', { style: 'reuters' }],
    ['a stop after the city', 'LONDON. March 3', { date: '--03-03' }],
  ])('is read with %s', (_name, text, expected) => {
    expect(parseDateline(text)).toMatchObject({ places: [{ city: 'London' }], ...expected });
  });

  it.each([
    ['Frankfurt/Main (dpa) - Das', 'Frankfurt/Main', 'dpa'],
    ['Köln (dpa/lnw) - Das', 'Köln', 'dpa'],
    ['Zürich (sda) - Das', 'Zürich', 'sda'],
    ['TOKYO, Jan. 3 (Kyodo) - The', 'Tokyo', 'Kyodo'],
    ["MARTHA'S VINEYARD, Mass. (AP) — The", "Martha's Vineyard", 'AP'],
    ["N'DJAMENA, Chad (AP) — The", "N'Djamena", 'AP'],
  ])('%s is of %s, by %s', (text, city, source) => {
    expect(parseDateline(text)).toMatchObject({ places: [{ city }], source });
  });

  it('tells the state from the country by the city', () => {
    const country = (city: string) => parseDateline(`${city}, Georgia (AP) —`)?.places[0]?.country;
    expect([country('ATLANTA'), country('TBILISI'), country('VARDEN')]).toEqual(['US', 'GE', undefined]);
  });

  it('names who is posted abroad, and is written again as it stood', () => {
    const line = '(도쿄=연합뉴스) 왕길환 특파원 =';
    const parsed = parseDateline(line);
    expect(parsed).toMatchObject({ places: [{ city: '도쿄' }], source: 'Yonhap', credits: [{ name: '왕길환' }] });
    expect(parsed && formatDateline(parsed, { style: 'yonhap' })).toBe(line);
  });

  it('comes apart behind what stands before it', () => {
    expect(splitDateline('  RPT-LONDON, March 3 (Reuters) - The bank rose.')?.text).toBe('The bank rose.');
  });
});

describe('a label', () => {
  it.each([
    'NOTE (AFP) - xx',
    "EDITOR'S NOTE (AP) — xx",
    'BREAKING — xx',
    'THE BOTTOM LINE — xx',
    "WHAT'S NEXT — xx",
    'AT A GLANCE — xx',
    'UPDATE (AFP) - xx',
    '(사진=연합뉴스) 설명',
    '人民网北京1月3日电 据',
    'Kevin (ABC) - said',
    'The Board (CBOT) - said',
  ])('is no place: %s', (text) => {
    expect(parseDateline(text)).toBeNull();
  });

  it.each(['THE HAGUE', 'IN SALAH', 'AN NAJAF'])('is not every place that begins like one: %s', (city) => {
    expect(parseDateline(`${city} (AFP) — xx`)?.source).toBe('AFP');
  });

  it('may be one all the same, with its country behind it', () => {
    expect(parseDateline('ALERT, Canada (AP) —')?.places).toEqual([
      { city: 'Alert', qualifier: 'Canada', country: 'CA' },
    ]);
  });
});
