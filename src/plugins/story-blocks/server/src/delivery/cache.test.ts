import { describe, expect, it } from 'vitest';
import { cacheControl, nextTimeTag, timeTag } from './cache';

const policy = { maxAge: 5, sharedMaxAge: 600, staleWhileRevalidate: 30 };
const now = new Date('2026-11-28T12:00:00Z');

describe('how long an answer may be kept', () => {
  it('is as set, for callers without a name', () => {
    expect(cacheControl(policy, false, { now, changesAt: null })).toBe(
      'public, max-age=5, s-maxage=600, stale-while-revalidate=30'
    );
    expect(cacheControl({ ...policy, staleWhileRevalidate: 0 }, false, { now, changesAt: null })).toBe(
      'public, max-age=5, s-maxage=600'
    );
  });

  it('is not at all for one with a name', () => {
    expect(cacheControl(policy, true, { now, changesAt: null })).toBe('private, max-age=0, must-revalidate');
  });

  it('ends where the answer changes by itself, stale or not', () => {
    const at = (seconds: number) => ({ now, changesAt: now.getTime() + seconds * 1000 });
    expect(cacheControl(policy, false, at(610))).toBe('public, max-age=5, s-maxage=600, stale-while-revalidate=10');
    expect(cacheControl(policy, false, at(90))).toBe('public, max-age=5, s-maxage=90');
    expect(cacheControl(policy, false, at(3.9))).toBe('public, max-age=3, s-maxage=3');
    expect(cacheControl(policy, false, at(-1))).toBe('public, max-age=0, s-maxage=0');
  });

  it('ends with the year of the first zone that has another', () => {
    const eve = new Date('2026-12-31T09:59:30Z');
    expect(cacheControl(policy, false, { now: eve, changesAt: null })).toBe('public, max-age=5, s-maxage=30');
  });
});

describe('the next change by time', () => {
  it('is when the tag changes', () => {
    for (const text of [
      '2026-11-28T12:00:00Z',
      '2026-12-31T09:59:59Z',
      '2026-12-31T10:00:00Z',
      '2027-01-01T11:50:00Z',
    ]) {
      const date = new Date(text);
      const next = nextTimeTag(date);
      expect(timeTag(new Date(next - 1)), text).toBe(timeTag(date));
      expect(timeTag(new Date(next)), text).not.toBe(timeTag(date));
    }
  });
});
