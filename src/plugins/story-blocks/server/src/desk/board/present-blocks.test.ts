import { describe, expect, test } from 'vitest';
import type { Concept } from '../../cards';
import { listsOf, settingsOf } from './present-blocks';

describe('the lists of a block', () => {
  const section = (slug: string) => ({ documentId: slug, data: {}, slug, name: slug }) as unknown as Concept<'section'>;
  const one = { documentId: '1', title: 'One' };
  const two = { documentId: '2', title: 'Two' };
  const rails = [
    { label: 'B', section: { slug: 'b' }, headlines: [two] },
    { label: 'A', section: { slug: 'a' }, headlines: [one] },
  ];
  const told = (lists: ReturnType<typeof listsOf>) =>
    lists.map(({ label, section: from, stories }) => [label, from?.slug ?? null, stories.map((story) => story.title)]);

  test('are its rails in the order of its sections, and any others behind', () => {
    expect(told(listsOf({ rails }, [section('a')]))).toEqual([
      ['A', 'a', ['One']],
      ['B', null, ['Two']],
    ]);
  });

  test('are one of all that another plugin’s block shows, whatever it says of sections', () => {
    expect(told(listsOf({ rails }, []))).toEqual([[null, null, ['Two', 'One']]]);
    expect(told(listsOf({ best: [one, two] }, [section('a'), section('b')]))).toEqual([[null, null, ['One', 'Two']]]);
    expect(told(listsOf({ best: [] }, [section('a')]))).toEqual([[null, 'a', []]]);
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
