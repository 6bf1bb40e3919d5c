import { describe, expect, it } from 'vitest';
import { toSafeSlug } from './safe-slug';
import { findSlugFault, showSlug } from './slug-fault';

describe('findSlugFault', () => {
  it.each([
    'spring-fair',
    'Spring-Fair',
    'U.S.-China',
    'node.js',
    '1.5-degrees',
    'washington-d.c.',
    '.net',
    "l'europe",
    'what!',
    'a,b;'.slice(0, 3),
    'été-à-l’île',
    '東京-オリンピック',
    '東京、大阪',
    'القدس',
    'ﷺ',
    'नई-दिल्ली',
    'ירושלים',
    'กรุงเทพ',
    'Київ',
    'Ελλάδα',
    '서울',
    '½-price',
    '😀',
    '~draft_2(1)',
    '@home',
    'a=b',
    'x'.repeat(255),
  ])('finds nothing in %j', (slug) => {
    expect(findSlugFault(slug)).toBeNull();
    expect(toSafeSlug(slug, 255)).toBe(slug);
  });

  it.each<[string, string, string]>([
    ['.', 'DOTS', ''],
    ['..', 'DOTS', ''],
    ['...', 'DOTS', ''],
    ['\uFF0E\uFF0E', 'DOTS', ''],
    ['\u2025', 'DOTS', ''],
    ['a/b', 'RESERVED', 'a-b'],
    ['../admin', 'RESERVED', 'admin'],
    ['/spring/', 'RESERVED', 'spring'],
    ['a\\b', 'RESERVED', 'a-b'],
    ['2026／11', 'RESERVED', '2026-11'],
    ['a\u2100', 'RESERVED', 'a'],
    ['%2e%2e', 'RESERVED', ''],
    ['%2E', 'RESERVED', ''],
    ['a%2Fb', 'RESERVED', 'a-b'],
    ['a%252fb', 'RESERVED', 'a-b'],
    ['%25252e%25252e', 'RESERVED', ''],
    ['caf%C3%A9', 'RESERVED', 'café'],
    ['%E6%9D%B1%E4%BA%AC', 'RESERVED', '東京'],
    ['100%-sure', 'RESERVED', '100-sure'],
    ['50%ff', 'RESERVED', '50'],
    ['what-next?', 'RESERVED', 'what-next'],
    ['part#2', 'RESERVED', 'part-2'],
    ['r&d', 'RESERVED', 'r-d'],
    ['q&amp;a', 'RESERVED', 'q-a'],
    ['c++', 'RESERVED', 'c'],
    ['..;', 'RESERVED', ''],
    ['spring;v=1', 'RESERVED', 'spring-v=1'],
    ['javascript:alert(1)', 'RESERVED', 'javascript-alert(1)'],
    ['"quoted"', 'RESERVED', 'quoted'],
    ['<b>bold', 'RESERVED', 'b-bold'],
    ['[x]{y}|^`', 'RESERVED', 'x-y'],
    ['spring fair', 'WHITE_SPACE', 'spring-fair'],
    ['spring\u00A0fair', 'WHITE_SPACE', 'spring-fair'],
    ['東京\u3000大阪', 'WHITE_SPACE', '東京-大阪'],
    ['a\u2028b', 'WHITE_SPACE', 'a-b'],
    ['spring\nfair', 'INVISIBLE', 'spring-fair'],
    ['spring\r\n\r\nfair', 'INVISIBLE', 'spring-fair'],
    ['spring\tfair', 'INVISIBLE', 'spring-fair'],
    ['a\0b', 'INVISIBLE', 'a-b'],
    ['a\u007Fb', 'INVISIBLE', 'a-b'],
    ['a\u0085b', 'INVISIBLE', 'a-b'],
    ['spring\u200Bfair', 'INVISIBLE', 'springfair'],
    ['\u202Egnirps', 'INVISIBLE', 'gnirps'],
    ['\u2067שלום\u2069', 'INVISIBLE', 'שלום'],
    ['می\u200Cخواهم', 'INVISIBLE', 'میخواهم'],
    ['super\u00ADmarkt', 'INVISIBLE', 'supermarkt'],
    ['\u3164', 'INVISIBLE', ''],
    ['a\uFFFF', 'INVISIBLE', 'a'],
    ['a\uD83D', 'INVISIBLE', 'a'],
    ['\u{E0041}a', 'INVISIBLE', 'a'],
    [`${'long-'.repeat(60)}end`, 'TOO_LONG', `${'long-'.repeat(15)}long`],
    ['x'.repeat(1_000_000), 'TOO_LONG', 'x'.repeat(80)],
    [`${'a'.repeat(79)}😀`.repeat(4), 'TOO_LONG', 'a'.repeat(79)],
  ])('refuses %j as %s', (slug, reason, safe) => {
    expect(findSlugFault(slug)?.reason).toBe(reason);
    expect(toSafeSlug(slug, 80)).toBe(safe);
    if (safe) expect(findSlugFault(safe)).toBeNull();
  });

  it('names the character, so that it can be seen', () => {
    expect(findSlugFault('a/b')).toEqual({ reason: 'RESERVED', character: '/' });
    expect(findSlugFault('a\u202Eb')).toEqual({ reason: 'INVISIBLE', character: 'U+202E' });
    expect(findSlugFault('a b')).toEqual({ reason: 'WHITE_SPACE', character: 'U+0020' });
    expect(showSlug('a\n\u202Eb')).toBe('a[U+000A][U+202E]b');
  });
});
