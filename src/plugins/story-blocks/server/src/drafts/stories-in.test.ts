import { describe, expect, test } from 'vitest';
import { storiesIn } from './stories-in';

describe('the stories of a block', () => {
  test('are found wherever its data holds them, in their order', () => {
    const data = {
      heading: 'Sport',
      rails: [
        { label: 'A', section: { slug: 'a', name: 'A' }, headlines: [{ documentId: '1', title: 'One', url: null }] },
        { label: 'B', section: null, headlines: [{ documentId: '2', title: 'Two', url: '/2' }] },
      ],
    };
    expect(storiesIn(data)).toEqual([
      { documentId: '1', title: 'One', url: null },
      { documentId: '2', title: 'Two', url: '/2' },
    ]);
  });

  test('are none where a block shows none', () => {
    expect([storiesIn({ text: 'Write to us' }), storiesIn(undefined), storiesIn(null)]).toEqual([[], [], []]);
  });
});
