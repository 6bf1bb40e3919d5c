import { describe, expect, test } from 'vitest';
import { settingsOf, storiesIn } from './present-blocks';

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
      { documentId: '1', title: 'One' },
      { documentId: '2', title: 'Two' },
    ]);
  });

  test('are none where a block shows none', () => {
    expect([storiesIn({ text: 'Write to us' }), storiesIn(undefined), storiesIn(null)]).toEqual([[], [], []]);
  });
});

test('settings are told as text, without sections and what is empty', () => {
  const placed = {
    __component: 'story-blocks.section-teaser',
    id: 4,
    section: 'abc',
    count: 2,
    cut: 'word',
    tail: null,
  };
  expect(settingsOf(placed)).toEqual([
    { name: 'count', value: '2' },
    { name: 'cut', value: 'word' },
  ]);
});
