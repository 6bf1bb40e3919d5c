import { describe, expect, test } from 'vitest';
import { readSearch } from './read-search';

const PATTERNS = ['/{section}/{slug}', '/stories/{documentId}-{slug}.html'];

describe('what is typed into the search', () => {
  test('is words of a headline', () => {
    expect(readSearch('  Ferry runs   again ', PATTERNS)).toEqual({
      ids: [],
      slugs: [],
      words: ['Ferry', 'runs', 'again'],
    });
  });

  test('may be a slug or a document id as well, where it is one word', () => {
    expect(readSearch('ferry-runs', PATTERNS)).toEqual({
      ids: ['ferry-runs'],
      slugs: ['ferry-runs'],
      words: ['ferry-runs'],
    });
  });

  test.each(['3.5/10 for the ferry', '24/7 on the quay', 'A.I/O: what it is'])('is a headline: %s', (headline) => {
    expect(readSearch(headline, PATTERNS).words).toEqual(headline.split(' '));
  });

  test.each([
    'https://quay.example/docks/ferry-runs',
    'https://quay.example/news/docks/ferry-runs/?from=mail#top',
    'quay.example/docks/ferry-runs',
    '/docks/ferry-runs',
    '/ferry-runs',
  ])('is an address: %s', (address) => {
    expect(readSearch(address, PATTERNS)).toMatchObject({ slugs: ['ferry-runs'], words: [] });
  });

  test('is read by a site’s own pattern', () => {
    const { ids, slugs } = readSearch('https://quay.example/stories/abc123-ferry-runs.html', PATTERNS);
    expect(ids).toContain('abc123');
    expect(slugs).toEqual(expect.arrayContaining(['ferry-runs', 'abc123-ferry-runs']));
  });

  test('is decoded, and never throws', () => {
    expect(readSearch('/welt/%C3%BCber', PATTERNS).slugs).toEqual(['über']);
    for (const odd of ['/%', 'https://', '//', 'http://%zz/']) expect(readSearch(odd, PATTERNS).words).toEqual([odd]);
  });

  test('may be the admin’s own address of a story', () => {
    const address = 'https://cms.example/admin/content-manager/collection-types/api::article.article/k3y?plugins=1';
    expect(readSearch(address, PATTERNS).ids).toContain('k3y');
  });
});
