import { describe, expect, test } from 'vitest';
import { slugIn, wordsOf } from './find-candidates';

describe('a pasted address', () => {
  test.each([
    ['https://quay.example/docks/crane-four', 'crane-four'],
    ['https://quay.example/docks/crane-four/?utm=x#top', 'crane-four'],
    ['HTTP://quay.example/%E9%A1%94.html', '顔'],
    ['https://quay.example/%E9', '%E9'],
  ])('%s names the slug %s', (address, slug) => {
    expect(slugIn(address)).toBe(slug);
  });

  test('is told from words', () => {
    expect([slugIn('crane four'), slugIn('quay.example/docks')]).toEqual([null, null]);
  });
});

test('words of a search are bounded', () => {
  expect(wordsOf('  crane \n four ')).toEqual(['crane', 'four']);
  expect(wordsOf('a '.repeat(50))).toHaveLength(8);
});
