import { describe, expect, it } from 'vitest';
import { hideUnseen, storiesIn } from './hide-unseen';

const block = {
  type: 'headline-rails',
  rails: [
    {
      label: 'Docks',
      section: { slug: 'docks', name: 'Docks' },
      headlines: [
        { documentId: 'a', title: 'Ferry runs', url: 'https://a.example' },
        { documentId: 'b', title: 'Crane falls', url: null },
      ],
    },
  ],
};

describe('storiesIn', () => {
  it('finds stories however deep they stand', () => {
    expect(storiesIn(block)).toEqual(['a', 'b']);
  });
});

describe('hideUnseen', () => {
  it('keeps the place of a story and tells nothing of it', () => {
    const [rail] = hideUnseen(block, (id) => id === 'b').rails;
    expect(rail.headlines).toEqual([
      { documentId: 'a', title: '', hidden: true },
      { documentId: 'b', title: 'Crane falls', url: null },
    ]);
    expect(rail.label).toBe('Docks');
    expect(block.rails[0].headlines[0].title).toBe('Ferry runs');
  });
});
