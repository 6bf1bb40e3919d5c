import { describe, expect, it } from 'vitest';
import { type JudgedEntry, judgeSlug } from './judge-slug';

const entry: JudgedEntry = { slug: 'old', base: 'new', maxLength: 80, made: true, live: false, modified: false };

describe('judgeSlug', () => {
  it('leaves what the headline makes, numbered or not', () => {
    expect(judgeSlug({ ...entry, slug: 'new' }, {})).toBeNull();
    expect(judgeSlug({ ...entry, slug: 'new-12' }, {})).toBeNull();
    expect(judgeSlug({ ...entry, slug: 'new-1' }, {})).toBe('would-change');
    expect(judgeSlug({ ...entry, slug: 'newer' }, {})).toBe('would-change');
  });

  it('keeps the choices of editors unless it is told otherwise', () => {
    expect(judgeSlug({ ...entry, made: false }, {})).toBe('chosen');
    expect(judgeSlug({ ...entry, made: false }, { chosen: true })).toBe('would-change');
    expect(judgeSlug({ ...entry, made: false, slug: '' }, {})).toBe('would-change');
  });

  it('keeps addresses that readers have unless it is told otherwise', () => {
    expect(judgeSlug({ ...entry, live: true }, {})).toBe('published');
    expect(judgeSlug({ ...entry, live: true }, { published: true })).toBe('would-change');
    expect(judgeSlug({ ...entry, live: true, made: false }, { published: true })).toBe('chosen');
    expect(judgeSlug({ ...entry, live: true, made: false }, { chosen: true })).toBe('published');
  });

  it('never publishes unfinished edits', () => {
    expect(judgeSlug({ ...entry, live: true, modified: true }, { published: true, chosen: true })).toBe(
      'unfinished-draft'
    );
  });
});
