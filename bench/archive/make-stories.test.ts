import { expect, it } from 'vitest';
import { readCorpus } from './corpus';
import { makeStories } from './make-stories';

const corpus = readCorpus();
const make = (count: number, seed = 1) => [...makeStories({ corpus, count, seed })];

it('makes the same stories each time, and a smaller archive of the newest of a larger one', () => {
  expect(make(50)).toEqual(make(200).slice(150));
  expect(make(50, 2)[0].documentId).not.toBe(make(50)[0].documentId);
});

it('gives each story an id of its own, a headline, paragraphs and a date after that of the one before', () => {
  const stories = make(500);
  expect(new Set(stories.map(({ documentId }) => documentId)).size).toBe(500);
  for (const [index, { title, paragraphs, date }] of stories.entries()) {
    expect(title).not.toBe('');
    expect(paragraphs.length).toBeGreaterThan(0);
    if (index > 0) expect(date > stories[index - 1].date).toBe(true);
  }
});

it('brings new names as the archive grows', () => {
  const words = (count: number) =>
    new Set(make(count).flatMap(({ paragraphs }) => paragraphs.flatMap((text) => text.match(/\p{L}+/gu) ?? []))).size;
  expect(words(2_000)).toBeGreaterThan(1.1 * words(1_000));
});
