import { describe, expect, it } from 'vitest';
import { type SlugSituation, slugMessage } from './slug-message';

const situation: SlugSituation = {
  slug: 'spring',
  follows: false,
  published: false,
  changed: true,
  headline: 'Spring',
  availability: null,
};
const taken = { slug: 'spring', available: false, former: false, takenBy: 'Spring', suggestion: 'spring-2' };

describe('slugMessage', () => {
  it('says how the slug comes about', () => {
    expect(slugMessage({ ...situation, follows: true }).text).toBe('field.following');
    expect(slugMessage({ ...situation, follows: true, headline: '' }).text).toBe('field.waiting');
    expect(slugMessage({ ...situation, slug: '' }).text).toBe('field.emptied');
    expect(slugMessage({ ...situation, changed: false }).text).toBe('field.chosen');
    expect(slugMessage({ ...situation, changed: false, published: true }).text).toBe('field.published');
  });

  it('says whether it is free, and who has it', () => {
    expect(slugMessage(situation).text).toBe('field.checking');
    expect(slugMessage({ ...situation, availability: 'failed' }).text).toBe('field.failed');
    const free = { ...taken, available: true, takenBy: null, suggestion: null };
    expect(slugMessage({ ...situation, availability: free })).toEqual({ text: 'field.free', tone: 'success' });
    expect(slugMessage({ ...situation, availability: taken })).toEqual({
      text: 'field.taken',
      values: { title: 'Spring' },
      tone: 'danger',
      suggestion: 'spring-2',
    });
    expect(slugMessage({ ...situation, availability: { ...taken, former: true } }).text).toBe('field.former');
    expect(slugMessage({ ...situation, availability: { ...taken, takenBy: null } }).text).toBe('field.taken.unnamed');
    expect(slugMessage({ ...situation, availability: { ...taken, alike: true } }).text).toBe('field.alike');
  });

  it('says why it cannot be used, of a stored one too', () => {
    const fault = { reason: 'RESERVED', character: '/' } as const;
    const availability = { ...taken, slug: 'a/b', takenBy: null, fault, suggestion: 'a-b' };
    for (const changed of [true, false]) {
      expect(slugMessage({ ...situation, slug: 'a/b', changed, availability })).toEqual({
        text: 'field.fault.RESERVED',
        values: { character: '/' },
        tone: 'danger',
        suggestion: 'a-b',
      });
    }
    const free = { ...taken, available: true, takenBy: null, suggestion: null };
    expect(slugMessage({ ...situation, changed: false, availability: free }).text).toBe('field.chosen');
  });
});
