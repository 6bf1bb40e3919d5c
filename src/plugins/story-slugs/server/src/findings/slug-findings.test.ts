import { describe, expect, it } from 'vitest';
import { findSlugFindings, type SlugFacts } from './slug-findings';

const facts: SlugFacts = { slug: 'spring', headline: 'Spring', fault: null, isAlike: false, suggestion: '' };
const found = (more: Partial<SlugFacts>) =>
  findSlugFindings({ ...facts, ...more }).map(({ code, field, values }) => [code, field, values]);

describe('findSlugFindings', () => {
  it('finds nothing on a safe slug of its own', () => {
    expect(found({})).toEqual([]);
    expect(found({ slug: '', headline: 'AT&T and R&D' })).toEqual([]);
  });

  it('names what to use instead', () => {
    const fault = { reason: 'RESERVED', character: '/' } as const;
    expect(found({ slug: 'a/b', fault, suggestion: 'a-b' })).toEqual([
      ['SLUG_UNSAFE', 'slug', { slug: 'a/b', suggestion: 'a-b' }],
    ]);
    expect(found({ slug: 'Spring', isAlike: true, suggestion: 'Spring-2' })).toEqual([
      ['SLUG_ALIKE', 'slug', { slug: 'Spring', suggestion: 'Spring-2' }],
    ]);
  });

  it('shows what nobody sees, so that a message cannot be turned around', () => {
    const fault = { reason: 'INVISIBLE', character: 'U+202E' } as const;
    const [finding] = findSlugFindings({ ...facts, slug: '\u202Egnp', fault, suggestion: 'gnp' });
    expect(finding?.message).not.toContain('\u202E');
    expect(finding?.values.slug).toBe('[U+202E]gnp');
  });

  it('says how a headline with character references reads', () => {
    expect(found({ headline: 'Q&amp;A: what&#39;s next' })).toEqual([
      ['HEADLINE_REFERENCES', 'title', { reference: '&amp;', decoded: "Q&A: what's next" }],
    ]);
    expect(found({ headline: 'Kim&#x2019;s train' })[0]?.[2]).toEqual({
      reference: '&#x2019;',
      decoded: 'Kim’s train',
    });
  });
});
