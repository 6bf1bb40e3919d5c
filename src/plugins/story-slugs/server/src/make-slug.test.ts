import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSlug } from './make-slug';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('makeSlug', () => {
  it.each([
    ["NKorea's Kim heads to Russia to revive old friendship", 'nkoreas-kim-heads-to-russia-to-revive-old-friendship'],
    ['  U.S. Navy’s 10,000 troops — AT&T, 5%!  ', 'us-navys-10000-troops-at-and-t-5-percent'],
    ['19.10.2021', '19-10-2021'],
    ['Ｆｕｌｌ ﬁsh ½', 'full-fish-1-2'],
  ])('writes %j', (text, slug) => {
    expect(makeSlug(text)).toBe(slug);
  });

  it.each([
    ['de-AT', 'Schöne Grüße & Küsse', 'schoene-gruesse-und-kuesse'],
    ['en', 'Schöne Grüße', 'schone-grusse'],
    ['sv', 'Åre fjäll', 'aare-fjaell'],
    ['no', 'Blåbær på Øya', 'blaabaer-paa-oeya'],
    ['tr', 'İstanbul’da Işık', 'istanbulda-isik'],
    ['vi', 'Đà Nẵng tăng trưởng', 'da-nang-tang-truong'],
    ['fr', "L'Europe d'aujourd'hui", 'l-europe-d-aujourd-hui'],
    ['uk', "Зеленський об'єднав", 'zelenskyy-obyednav'],
    ['ru', 'Россия объявила', 'rossiya-obyavila'],
    ['bg', 'България', 'balgariya'],
    ['el', 'Θάλασσα Ξένος', 'thalassa-xenos'],
    ['ar', 'السعودية', 'alsawdyh'],
    ['fa', 'می\u200Cرود', 'myrwd'],
    ['hy', 'Հայաստան Երևան', 'hayastan-erevan'],
    ['he', 'ירושלים צה״ל', 'yrvslym-tshl'],
    ['hi', 'नई दिल्ली', 'ni-dilli'],
    ['zh', '中国经济增长', 'zhongguo-jingji-zengzhang'],
    ['ja', '東京タワー', 'dongjingtawa'],
    ['ko', '서울 대한민국', 'seoul-daehanmingug'],
    ['th', 'ประเทศไทยมีประชากร', 'praethsaithy-mi-prachakr'],
    ['am', 'አዲስ አበባ', 'adis-abeba'],
    ['ta', 'தமிழ்நாடு', 'tmilnatu'],
    ['km', 'ភ្នំពេញ', 'phnampenh'],
    ['my', 'မြန်မာ', 'mrnma'],
  ])('writes %s: %s', (locale, text, slug) => {
    expect(makeSlug(text, { locale })).toBe(slug);
  });

  it('cuts at a word, and inside one only where the first is too long', () => {
    expect(makeSlug('one two three', { maxLength: 12 })).toBe('one-two');
    expect(makeSlug('one two three', { maxLength: 13 })).toBe('one-two-three');
    expect(makeSlug('incomprehensibilities', { maxLength: 6 })).toBe('incomp');
  });

  it('leaves stop words of the language out, unless nothing else is there', () => {
    const stopWords = { en: ['the', 'Of', 'to'], fr: ['l', 'd', 'de'] };
    expect(makeSlug('The end of the line', { locale: 'en-GB', stopWords })).toBe('end-line');
    expect(makeSlug("L'Europe d'aujourd'hui", { locale: 'fr', stopWords })).toBe('europe-aujourd-hui');
    expect(makeSlug('The of', { locale: 'en', stopWords })).toBe('the-of');
    expect(makeSlug('The end', { locale: 'de', stopWords })).toBe('the-end');
    expect(makeSlug('The end', { locale: '__proto__', stopWords })).toBe('the-end');
  });

  it('has a stable stand-in where nothing can be written', () => {
    expect(makeSlug('🎉🎉')).toMatch(/^[0-9a-f]{10}$/);
    expect(makeSlug('🎉🎉')).toBe(makeSlug('🎉🎉'));
    expect(makeSlug('🎉🎉')).not.toBe(makeSlug('🎉'));
    expect(makeSlug('', { fallback: 'Story' })).toBe('story');
    expect(makeSlug('', { fallback: '!' })).toMatch(SLUG);
  });

  it('takes any options', () => {
    for (const maxLength of [0, -1, Number.NaN, 0.5]) expect(makeSlug('Word', { maxLength })).toMatch(SLUG);
    for (const locale of ['', '-', '__proto__', 'constructor', 'de_CH', null]) {
      expect(makeSlug('Word', { locale })).toBe('word');
    }
  });

  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
  const locale = fc.oneof(fc.constantFrom('en', 'de', 'fr', 'ja', 'th', 'ar', 'el', 'uk'), fc.string());

  it('is a slug that fits, whatever the text', () => {
    fc.assert(
      fc.property(text, locale, fc.integer({ min: 1, max: 200 }), (title, language, maxLength) => {
        const slug = makeSlug(title, { locale: language, maxLength });
        expect(slug).toMatch(SLUG);
        expect(slug.length).toBeLessThanOrEqual(maxLength);
      }),
      { numRuns: 1000 }
    );
  });

  it('leaves a slug as it is', () => {
    fc.assert(
      fc.property(text, locale, (title, language) => {
        const slug = makeSlug(title, { locale: language });
        expect(makeSlug(slug, { locale: language })).toBe(slug);
      })
    );
  });

  it('is quick on 100 KB of anything', () => {
    const hostile = [
      "a'".repeat(50_000),
      'a.'.repeat(50_000),
      '.a'.repeat(50_000),
      '1,000'.repeat(20_000),
      `a${'\u0315\u0316'.repeat(25_000)}`,
      '\u0300'.repeat(50_000),
      '日'.repeat(34_000),
      'ก'.repeat(34_000),
      'ー'.repeat(34_000),
      '- '.repeat(50_000),
      `${'!'.repeat(100_000)}end`,
      'x'.repeat(100_000),
    ];
    // Together they take a tenth of a second; what grows with the square of the length takes seconds each.
    const start = performance.now();
    for (const title of hostile) expect(makeSlug(title)).toMatch(SLUG);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
