import { describe, expect, it } from 'vitest';
import { hideUnseen } from './hide-unseen';
import type { ListedStory } from './stories-in';

const block = {
  type: 'headline-rails',
  rails: [
    {
      label: 'Docks',
      section: { slug: 'docks', name: 'Docks' },
      headlines: [
        { documentId: 'a', title: 'Ferry runs', url: 'https://a.example' },
        { documentId: 'b', title: 'Crane falls', url: null, locale: 'fr' },
      ],
    },
  ],
};

describe('hideUnseen', () => {
  it('keeps the place of a story and tells nothing of it', () => {
    const [rail] = hideUnseen(block, { isSeen: ({ locale }: ListedStory) => locale === 'fr', untold: () => [] }).rails;
    expect(rail.headlines).toEqual([
      { documentId: 'a', title: '', hidden: true },
      { documentId: 'b', title: 'Crane falls', url: null, locale: 'fr' },
    ]);
    expect(rail.label).toBe('Docks');
    expect(block.rails[0].headlines[0].title).toBe('Ferry runs');
  });

  it('leaves out what is made of fields that may not be read', () => {
    const teaser = { documentId: 'a', title: 'Ferry runs', excerpt: 'The ice …', kicker: 'DOCKS' };
    expect(hideUnseen({ teasers: [teaser] }, { isSeen: () => true, untold: () => ['excerpt'] })).toEqual({
      teasers: [{ documentId: 'a', title: 'Ferry runs', kicker: 'DOCKS' }],
    });
  });
});
