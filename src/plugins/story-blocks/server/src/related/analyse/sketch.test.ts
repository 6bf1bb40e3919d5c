import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from './hash';
import { overlapOf, SKETCH_LENGTH, sketchOf } from './sketch';

const SHINGLE = 5;
const runsOf = (words: readonly number[]) =>
  new Set(words.slice(SHINGLE - 1).map((_, at) => words.slice(at, at + SHINGLE).join(' ')));

/** What the sketch estimates. */
function jaccard(a: readonly number[], b: readonly number[]): number {
  const [left, right] = [runsOf(a), runsOf(b)];
  const shared = [...left].filter((run) => right.has(run)).length;
  const all = left.size + right.size - shared;
  return all > 0 ? shared / all : 0;
}

const words = (at: number, count: number) => Array.from({ length: count }, (_, word) => hashOf(`${at}-${word}`));

/** Two texts of which one is the other with a part of it written anew. */
const pair = fc
  .record({
    text: fc.integer(),
    length: fc.integer({ min: 20, max: 400 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ text, length, from, share }) => {
    const a = words(text, length);
    const start = Math.floor(from * length);
    const end = Math.min(length, start + Math.floor(share * length));
    return { a, b: [...a.slice(0, start), ...words(text + 1, end - start), ...a.slice(end)] };
  });
const FIXED = { seed: 20_310_506, numRuns: 300 };

describe('the overlap of two sketches', () => {
  it('is the Jaccard overlap of the runs of five words, within five standard errors', () => {
    fc.assert(
      fc.property(pair, ({ a, b }) => {
        expect(Math.abs(overlapOf(sketchOf(a), sketchOf(b)) - jaccard(a, b))).toBeLessThan(5 * 0.045);
      }),
      FIXED
    );
  });

  it('errs to neither side', () => {
    const errors = fc.sample(pair, FIXED).map(({ a, b }) => overlapOf(sketchOf(a), sketchOf(b)) - jaccard(a, b));
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const square = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan(0.012);
    expect(Math.sqrt(square)).toBeLessThan(0.05);
  });

  it('is that of runs of five words and no other where every eighth word is another', () => {
    const errors = Array.from({ length: 60 }, (_, at) => {
      const a = words(at, 400);
      const b = a.map((word, place) => (place % 8 === 0 ? hashOf(`${word}`) : word));
      expect(jaccard(a, b)).toBeCloseTo(0.23, 1);
      return overlapOf(sketchOf(a), sketchOf(b)) - jaccard(a, b);
    });
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.02);
  });

  it('is 1 for the same words, the same both ways, and never outside 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.array(fc.integer(), { maxLength: 60 }), (a, b) => {
        const overlap = overlapOf(sketchOf(a), sketchOf(b));
        expect(overlap).toBe(overlapOf(sketchOf(b), sketchOf(a)));
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1);
        expect(overlapOf(sketchOf(a), sketchOf([...a]))).toBe(1);
      }),
      FIXED
    );
  });

  it('is next to nothing for the same words in another order', () => {
    const text = words(1, 200);
    expect(overlapOf(sketchOf(text), sketchOf([...text].reverse()))).toBeLessThan(0.1);
  });

  it('counts a run once, however often it stands', () => {
    const text = words(2, 50);
    const twice = [...text, ...text];
    expect(Math.abs(overlapOf(sketchOf(text), sketchOf(twice)) - jaccard(text, twice))).toBeLessThan(0.2);
    expect(jaccard(text, twice)).toBeGreaterThan(0.9);
  });

  it('tells texts of fewer than five words by all of them', () => {
    const [one, other] = [words(3, 3), words(4, 3)];
    expect(overlapOf(sketchOf(one), sketchOf(one))).toBe(1);
    expect(overlapOf(sketchOf(one), sketchOf(other))).toBeLessThan(0.1);
    expect(overlapOf(sketchOf(one), sketchOf([...one].reverse()))).toBeLessThan(0.1);
  });

  it('is nothing where one of the two is no sketch', () => {
    const sketch = sketchOf(words(5, 30));
    expect(sketch).toHaveLength(SKETCH_LENGTH);
    expect(overlapOf(sketch, sketch.slice(1))).toBe(0);
    expect(overlapOf(new Uint8Array(0), new Uint8Array(0))).toBe(0);
  });
});
