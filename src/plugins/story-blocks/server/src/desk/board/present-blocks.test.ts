import { expect, test } from 'vitest';
import { settingsOf } from './present-blocks';

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
