import { describe, expect, it } from 'vitest';
import type { Card, ViewContext } from '../../cards';
import { toTeaser } from './teasers';

const view = {
  locale: 'en',
  style: 'ap',
  newsroom: { config: { urlPatterns: { story: '/{slug}' } } },
  concepts: { get: () => null },
  fallbackSite: null,
} as unknown as ViewContext;

let looked = 0;
function cardOf(fingerprint: string | undefined, lead: string, more: Partial<Card> = {}): Card {
  return {
    type: 'api::article.article',
    documentId: 'ferries',
    locale: 'en',
    title: 'Ferries',
    slug: 'ferries',
    placeIds: [],
    summary: null,
    fingerprint,
    get lead() {
      looked += 1;
      return [lead];
    },
    ...more,
  } as Card;
}
const cut = { length: 12, cut: 'word' as const, tail: ' …' };

describe('a teaser', () => {
  it('is cut once for a card as it is kept, and for each cut', () => {
    looked = 0;
    const excerpts = [cut, cut, { ...cut, length: 20 }].map(
      (how) => toTeaser(view, cardOf('one', 'Ferries sail again on Monday'), how).excerpt
    );
    expect(excerpts).toEqual(['Ferries sail …', 'Ferries sail …', 'Ferries sail again …']);
    expect(looked).toBe(2);
  });

  it('is another where the card says something else, and of drafts always cut', () => {
    expect(toTeaser(view, cardOf('two', 'Buses run again on Monday'), cut).excerpt).toBe('Buses run …');
    looked = 0;
    for (const lead of ['A draft of something', 'Another draft of it'])
      expect(toTeaser(view, cardOf(undefined, lead), cut).excerpt).toBe(
        lead.startsWith('A d') ? 'A draft of …' : 'Another …'
      );
    expect(looked).toBe(2);
  });

  it('is the summary, where there is one', () => {
    expect(toTeaser(view, cardOf('one', 'Ferries sail', { summary: 'In short.' }), cut)).toMatchObject({
      excerpt: 'In short.',
      truncated: false,
    });
  });
});
