import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutPostings,
  dayOf,
  decodeFeatures,
  decodePostings,
  encodeFeatures,
  encodePostings,
  type Features,
  MOST_POSTINGS,
  POSTING,
  type Posting,
} from './codec';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const features: fc.Arbitrary<Features> = fc
  .record({ words: fc.integer({ min: 0, max: 256 }), dimensions: fc.integer({ min: 0, max: 128 }) })
  .chain(({ words, dimensions }) =>
    fc.record({
      words: fc.record({
        hashes: fc.array(int32, { minLength: words, maxLength: words }).map((hashes) => Int32Array.from(hashes)),
        counts: bytes(words),
      }),
      phrases: fc.array(int32, { maxLength: 40 }).map((integers) => Int32Array.from(integers)),
      sketch: fc.constantFrom(0, 128).chain(bytes),
      headline: int32,
      profile: fc.option(
        fc.record({
          version: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
          norm: fc.float({ noNaN: true, noDefaultInfinity: true }),
          direction: fc.int8Array({ minLength: dimensions, maxLength: dimensions }),
        })
      ),
    })
  );

const posting: fc.Arbitrary<Posting> = fc.record({
  story: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  impact: fc.integer({ min: 0, max: 255 }),
  day: fc.integer({ min: 0, max: 0xffff }),
});

describe('features', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(features, (one) => {
        expect(decodeFeatures(encodeFeatures(one))).toEqual(one);
      })
    );
  });

  it('are read from a part of a larger buffer, at any address', () => {
    fc.assert(
      fc.property(features, fc.integer({ min: 0, max: 9 }), (one, before) => {
        const stored = encodeFeatures(one);
        const larger = new Uint8Array(before + stored.length + 3).fill(0xab);
        larger.set(stored, before);
        expect(decodeFeatures(larger.subarray(before, before + stored.length))).toEqual(one);
      })
    );
  });

  it('of another format are refused', () => {
    const stored = encodeFeatures(fc.sample(features, 1)[0]);
    stored[0] = 3;
    expect(() => decodeFeatures(stored)).toThrow('rebuild');
    expect(() => decodeFeatures(new Uint8Array(0))).toThrow('rebuild');
    expect(() => decodeFeatures(new Uint8Array(3).fill(1))).toThrow('rebuild');
  });
});

describe('postings', () => {
  it('are read as they were written, each in its bytes, and joined lists as one', () => {
    fc.assert(
      fc.property(fc.array(posting), fc.array(posting), (a, b) => {
        expect(encodePostings(a)).toHaveLength(a.length * POSTING);
        expect(decodePostings(Buffer.concat([encodePostings(a), encodePostings(b)]))).toEqual([...a, ...b]);
      })
    );
  });

  it('know a day between 1970 and 2149', () => {
    expect(dayOf(0)).toBe(0);
    expect(dayOf(86_400_000 * 3 + 5)).toBe(3);
    expect(dayOf(-1)).toBe(0);
    expect(dayOf(Date.parse('2500-01-01'))).toBe(0xffff);
  });
});

describe('a list that is cut back', () => {
  const list = fc.array(
    fc.record({
      story: fc.integer({ min: 0, max: 500 }),
      impact: fc.integer({ min: 0, max: 255 }),
      day: fc.integer({ min: 0, max: 3_000 }),
    }),
    { maxLength: 700, size: 'max' }
  );

  it('keeps each story once, with its later entry, and no other', () => {
    fc.assert(
      fc.property(list, (postings) => {
        const last = new Map(postings.map((one) => [one.story, one]));
        const cut = cutPostings(postings);
        expect(new Set(cut.map(({ story }) => story)).size).toBe(cut.length);
        for (const one of cut) expect(one).toEqual(last.get(one.story));
        expect(cut).toHaveLength(Math.min(last.size, 256));
        expect(cut.length).toBeLessThan(MOST_POSTINGS);
      })
    );
  });

  it('keeps the strongest, and the newest of the rest', () => {
    fc.assert(
      fc.property(list, (postings) => {
        const each = [...new Map(postings.map((one) => [one.story, one])).values()];
        const kept = new Set(cutPostings(postings).map(({ story }) => story));
        const gone = each.filter(({ story }) => !kept.has(story));
        if (gone.length === 0) return;
        const strongest = [...each].sort((a, b) => b.impact - a.impact).slice(0, 192);
        const weakest = strongest[191].impact;
        // None that went is stronger than the last of the strongest …
        for (const one of gone) expect(one.impact).toBeLessThanOrEqual(weakest);
        // … nor newer than any that is kept for its day.
        const forTheirDay = each.filter(({ story, impact }) => kept.has(story) && impact < weakest);
        const newestGone = Math.max(...gone.map(({ day }) => day));
        for (const one of forTheirDay) expect(one.day).toBeGreaterThanOrEqual(newestGone);
      })
    );
  });

  it('keeps neither an old story about the very thing out, nor one of today', () => {
    const crowd = Array.from({ length: 400 }, (_, at) => ({ story: at, impact: 100, day: 1_000 + at }));
    const old = { story: 900, impact: 255, day: 1 };
    const today = { story: 901, impact: 1, day: 5_000 };
    const stories = cutPostings([old, ...crowd, today]).map(({ story }) => story);
    expect(stories).toEqual(expect.arrayContaining([900, 901]));
  });

  it('is the same in whatever order different stories came, also those that are alike', () => {
    const alike = list.map((postings) => postings.map((one) => ({ ...one, impact: one.impact % 2, day: one.day % 2 })));
    fc.assert(
      fc.property(fc.oneof(list, alike), (postings) => {
        const each = [...new Map(postings.map((one) => [one.story, one])).values()];
        expect(cutPostings([...each].reverse())).toEqual(cutPostings(each));
      })
    );
  });
});
