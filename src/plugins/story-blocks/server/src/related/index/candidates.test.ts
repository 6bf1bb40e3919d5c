import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesOf, type QueryWord } from './candidates';
import { encodePostings, type Posting } from './codec';

type Lists = Map<number, Posting[]>;
const stored = (lists: Lists) => new Map([...lists].map(([word, postings]) => [word, encodePostings(postings)]));

/** The same by plain maps. */
function plainly(query: readonly QueryWord[], lists: Lists, self: number, limit: number): number[] {
  const sums = new Map<number, number>();
  for (const { word, weight } of query) {
    const last = new Map((lists.get(word) ?? []).map((posting) => [posting.story, posting.impact]));
    last.delete(self);
    for (const [story, impact] of last) sums.set(story, (sums.get(story) ?? 0) + weight * (impact + 0.5));
  }
  const best = Math.max(...sums.values());
  const step = (sum: number) => Math.floor((sum / best) * 1_000);
  const steps = [...sums.values()].map(step).sort((a, b) => b - a);
  const least = steps[Math.min(limit, steps.length) - 1];
  return [...sums]
    .filter(([, sum]) => step(sum) >= least)
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, limit)
    .map(([story]) => story);
}

const ordered = (stories: number[]) => [...stories].sort((a, b) => a - b);
const story = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 }));
/** Weights of whole 64ths: their sums are exact, whatever the order. */
const weight = fc.integer({ min: 1, max: 64 }).map((part) => part / 64);
const scene = fc.record({
  lists: fc
    .array(
      fc.array(fc.record({ story, impact: fc.integer({ min: 0, max: 255 }), day: fc.constant(0) }), { maxLength: 80 }),
      { maxLength: 12 }
    )
    .map((lists): Lists => new Map(lists.map((postings, word) => [word - 5, postings]))),
  query: fc.uniqueArray(fc.record({ word: fc.integer({ min: -6, max: 9 }), weight }), {
    selector: ({ word }) => word,
    maxLength: 15,
  }),
  self: story,
  limit: fc.integer({ min: 1, max: 70 }),
});

describe('candidatesOf', () => {
  it('finds what plain maps find', () => {
    fc.assert(
      fc.property(scene, ({ lists, query, self, limit }) => {
        const found = candidatesOf(query, stored(lists), self, limit);
        expect(new Set(found).size).toBe(found.length);
        expect(found).toEqual(plainly(query, lists, self, limit));
      }),
      { numRuns: 500 }
    );
  });

  it('finds what plain maps find among thousands, some of which want the same place', () => {
    const lists: Lists = new Map();
    for (let word = 0; word < 8; word += 1) {
      const stories = Array.from({ length: 1_500 }, (_, at) => (at * 7_919 + word * 104_729) % 6_000);
      lists.set(
        word,
        stories.map((of, at) => ({ story: of + 1, impact: (at * 31) % 256, day: 0 }))
      );
    }
    const query = [...lists.keys()].map((word) => ({ word, weight: (word + 1) / 8 }));
    for (const limit of [1, 100, 500, 10_000]) {
      const found = candidatesOf(query, stored(lists), 17, limit);
      expect(found).toEqual(plainly(query, lists, 17, limit));
    }
  });

  it('finds the same when asked again, and after others were found', () => {
    const [one, ...others] = fc.sample(scene, { seed: 7, numRuns: 30 });
    const ask = ({ query, lists, self, limit }: typeof one) => candidatesOf(query, stored(lists), self, limit);
    const before = ask(one);
    for (const other of others) ask(other);
    expect(ask(one)).toEqual(before);
  });

  it('never finds the story itself', () => {
    const postings = [1, 2, 3].map((of) => ({ story: of, impact: 9, day: 0 }));
    expect(ordered(candidatesOf([{ word: 1, weight: 1 }], stored(new Map([[1, postings]])), 2, 10))).toEqual([1, 3]);
  });

  it('finds nothing without words, and without lists', () => {
    expect(candidatesOf([], new Map(), 1, 10)).toEqual([]);
    expect(candidatesOf([{ word: 1, weight: 1 }], new Map(), 1, 10)).toEqual([]);
    expect(candidatesOf([{ word: 1, weight: 1 }], stored(new Map([[1, []]])), 1, 10)).toEqual([]);
  });

  it('comes to an end where more stories share a word than it has places, and is empty again after it', () => {
    const many = Array.from({ length: 40_000 }, (_, at) => ({ story: at + 1, impact: at % 256, day: 0 }));
    const found = candidatesOf([{ word: 1, weight: 1 }], stored(new Map([[1, many]])), 0, 100);
    expect(found.length).toBe(100);
    const few = new Map([[2, [{ story: 5, impact: 1, day: 0 }]]]);
    expect(candidatesOf([{ word: 2, weight: 0.01 }], stored(few), 0, 100)).toEqual([5]);
  });
});
