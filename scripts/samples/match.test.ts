import { describe, expect, test } from 'vitest';
import { findDifference, findTextDifference, matchesText } from './match.mjs';

test.each([
  ['a', 'a', true],
  ['a', 'ab', false],
  ['…', 'anything', true],
  ['…', '', true],
  ['https://…', 'https://a', true],
  ['https://…', 'http://a', false],
  ['© … All rights … Reuters.', '© 2019 A. All rights reserved Reuters.', true],
  ['© … All rights … Reuters.', '© 2019 A. Reuters.', false],
  ['a…a', 'a', false],
  ['a…a', 'aa', true],
  ['…"slug":"x"…', '{"data":{"slug":"x"}}', true],
  ['新…道', '新しい道', true],
])('%j and %j: %j', (printed, real, expected) => expect(matchesText(printed, real)).toBe(expected));

const story = { title: 'A', score: 0.5, body: [{ text: 'x' }], image: null };

describe('agree', () => {
  test.each([
    ['keys left out', { title: 'A' }, story],
    ['another score', { title: 'A', score: 0.1 }, story],
    ['another generation', { meta: { generation: 3 } }, { meta: { generation: 8 } }],
    ['other labels', { labels: ['Paris'] }, { labels: [] }],
    ['a text left out', { title: '…' }, story],
    ['an item left out', { body: ['…'] }, story],
    ['all items left out', { body: [] }, story],
    ['items left out before', [{ title: 'A' }], [{ title: 'B' }, story]],
    ['two in order', ['a', 'c'], ['a', 'b', 'c']],
    ['null', { image: null }, story],
    [
      'a receipt of another length',
      { receipt: { pages: { total: 65, named: [{ page: 'story', url: 'x' }] } } },
      { receipt: { pages: { total: 2, named: [] } } },
    ],
    ['a receipt with nulls', { receipt: { named: [{ url: 'x' }] } }, { receipt: { named: [{ url: null }] } }],
  ])('%s', (_name, printed, real) => expect(findDifference(printed, real)).toBeNull());
});

describe('differ', () => {
  test.each([
    [{ slug: 'a' }, story, 'slug is missing'],
    [{ title: 'B' }, story, 'title is "A", the sample says "B"'],
    [{ score: 0.1 }, { score: null }, 'score is null, the sample says 0.1'],
    [{ labels: ['a'] }, { labels: 'a' }, 'labels is "a", not a list'],
    [{ image: { url: '…' } }, story, 'image is null, not an object'],
    [['c', 'a'], ['a', 'b', 'c'], 'the answer has nothing like "a"'],
    [{ data: [{ slug: 'a' }] }, { data: [{ slug: 'b' }] }, 'data[0].slug is "b", the sample says "a"'],
    [{ data: [1] }, { data: [] }, 'data has nothing like 1'],
    [{ moved: true }, { moved: false }, 'moved is false, the sample says true'],
    [{ data: {} }, { data: null }, 'data is null, not an object'],
    [{ receipt: { total: 1 } }, { receipt: {} }, 'receipt is {}, which has not the form of {"total":1}'],
    [{ receipt: { named: [{ page: 'a' }] } }, { receipt: { named: [{}] } }, 'receipt is'],
  ])('%j and %j', (printed, real, sentence) => expect(findDifference(printed, real)).toContain(sentence));
});

test.each([
  ['a\nc', 'a\nb\nc\n', null],
  ['a\n…\nc', 'a\nb\nc\n', null],
  ['a …\n\nc', 'a b\n\nc', null],
  ['c\na', 'a\nb\nc', 'the answer has no line "a"'],
  ['HTTP/1.1 304 Not Modified', 'HTTP/1.1 200 OK', 'no line'],
])('lines %j of %j: %j', (printed, real, sentence) => {
  const difference = findTextDifference(printed, real);
  if (sentence === null) expect(difference).toBeNull();
  else expect(difference).toContain(sentence);
});
