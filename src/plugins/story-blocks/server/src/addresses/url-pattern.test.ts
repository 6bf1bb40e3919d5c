import { describe, expect, test } from 'vitest';
import { patternFault, readUrlPattern, TOPIC_PLACES } from './url-pattern';

describe('a pattern of addresses', () => {
  test.each([
    '/{section}/{slug}',
    '/{slug}',
    '/{locale}/{section}/{slug}',
    '/{section}/{slug}-{documentId}',
    '/{documentId}/{slug}.html',
    '/read?id={documentId}',
    '/?p={slug}&lang={locale}',
    '/news/{slug}/',
    '/actualités/{slug}',
    '/ニュース/{slug}',
    '/أخبار/{slug}',
    '/#/story/{slug}',
    '/a.b/{slug}..',
    '/go?to=//{slug}',
  ])('%j is taken', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
    expect(readUrlPattern(pattern)).toBe(pattern);
  });

  test.each([
    [`/${'{slug}'.repeat(9)}!`, 'twice'],
    ['/{slug}{section}', 'between two names'],
    ['/{slug}/{slug}', 'twice'],
    ['//evil.example/{slug}', 'two slashes'],
    ['///{slug}', 'two slashes'],
    ['/{section}//{slug}', 'two slashes'],
    ['/\\evil.example/{slug}', 'backslash'],
    ['\\\\evil.example/{slug}', 'backslash'],
    ['https://evil.example/{slug}', 'begin with a slash'],
    ['javascript:{slug}', 'begin with a slash'],
    ['news/{slug}', 'begin with a slash'],
    ['', 'begin with a slash'],
    ['/\t/evil.example/{slug}', 'control characters'],
    ['/\n/evil.example', 'control characters'],
    ['/{slug}\u0000', 'control characters'],
    ['/\u202e{slug}', 'nobody sees'],
    ['/\u200b{slug}', 'nobody sees'],
    ['/my news/{slug}', 'blanks'],
    ['/{slug}\u0085', 'control characters'],
    ['/../{slug}', '".."'],
    ['/./{slug}', '"."'],
    ['/%2e%2e/{slug}', 'encoded dot'],
    ['/.%2E/{slug}', 'encoded dot'],
    ['/%2f%2fevil.example/{slug}', 'slash'],
    ['/%5Cevil.example/{slug}', 'backslash'],
    ['/%0d%0a/{slug}', 'control character'],
    ['/{title}', '{title}'],
    ['/{}', '{}'],
    ['/{constructor}/{slug}', '{constructor}'],
    ['/{slug', 'brace'],
    ['/{{slug}}', 'brace'],
    ['/{sl-ug}', 'brace'],
    [`/${'a'.repeat(200)}/{slug}`, 'longer than 200'],
  ])('%j is refused', (pattern, said) => {
    expect(patternFault(pattern)).toContain(said);
  });

  test.each([
    [null, null],
    ['news/{slug}', '/news/{slug}'],
    ['{section}/{slug}', '/{section}/{slug}'],
    ['//evil.example/{slug}', null],
    ['/evil.example/{slug}\n', null],
    ['/{slug}{slug}', null],
    [`/${'{slug}'.repeat(9)}!`, null],
    ['{nothing}//{slug}{', null],
    ['javascript:{slug}', '/javascript:{slug}'],
  ])('%j, stored before it was looked at, is read as %j', (stored, read) => {
    expect(readUrlPattern(stored)).toBe(read);
  });

  test('of topics has a slug alone', () => {
    expect(patternFault('/topics/{slug}', TOPIC_PLACES)).toBeNull();
    expect(patternFault('/{section}/{slug}', TOPIC_PLACES)).toContain('there is {slug}');
  });
});
