import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFreeSlug, isNumbered, numberedSlug } from './numbered-slugs';

describe('numberedSlug', () => {
  it('makes the slug give way to its number', () => {
    expect(numberedSlug('story', 1, 80)).toBe('story');
    expect(numberedSlug('story', 12, 80)).toBe('story-12');
    expect(numberedSlug('a-long-story', 2, 12)).toBe('a-long-sto-2');
    expect(numberedSlug('long-story', 12, 8)).toBe('long-12');
  });
});

describe('isNumbered', () => {
  it('knows a slug with a number from others', () => {
    for (const slug of ['story', 'story-2', 'story-30']) expect(isNumbered(slug, 'story', 80)).toBe(true);
    for (const slug of ['story-1', 'story-02', 'story-0', 'stories', 'story-two', 'a-story-2', 'stor-2']) {
      expect(isNumbered(slug, 'story', 80)).toBe(false);
    }
    expect(isNumbered('a-long-sto-2', 'a-long-story', 12)).toBe(true);
    expect(isNumbered('world-cup-2026', 'world-cup-2026', 80)).toBe(true);
  });
});

describe('findFreeSlug', () => {
  const find = async (taken: string[]) => {
    let asked = 0;
    const slug = await findFreeSlug('story', 80, async (candidates) => {
      asked += 1;
      return new Set(candidates.filter((candidate) => taken.includes(candidate)));
    });
    return { slug, asked };
  };

  it('takes the first gap', async () => {
    expect(await find([])).toEqual({ slug: 'story', asked: 1 });
    expect(await find(['story', 'story-2', 'story-4'])).toEqual({ slug: 'story-3', asked: 1 });
  });

  it('asks again only where all were taken', async () => {
    const taken = Array.from({ length: 1000 }, (_, index) => numberedSlug('story', index + 1, 80));
    expect(await find(taken.slice(0, 20))).toEqual({ slug: 'story-21', asked: 2 });
    expect(await find(taken)).toEqual({ slug: 'story-1001', asked: 4 });
  });

  it('is never one that is taken', async () => {
    const slug = fc.stringMatching(/^[a-z]{1,3}(-[a-z]{1,3}){0,3}$/);
    await fc.assert(
      fc.asyncProperty(
        slug,
        fc.uniqueArray(fc.integer({ min: 1, max: 40 })),
        fc.integer({ min: 5, max: 20 }),
        async (base, numbers, maxLength) => {
          const taken = new Set(numbers.map((number) => numberedSlug(base, number, maxLength)));
          const free = await findFreeSlug(base, maxLength, async () => taken);
          expect(taken.has(free)).toBe(false);
          expect(free.length).toBeLessThanOrEqual(Math.max(maxLength, base.length));
        }
      )
    );
  });
});
