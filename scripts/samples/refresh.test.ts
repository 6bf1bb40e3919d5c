import { describe, expect, test } from 'vitest';
import { findDifference, findTextDifference } from './match.mjs';
import { printJson, refreshJson, refreshLines } from './refresh.mjs';

describe('JSON', () => {
  test.each([
    ['values', { a: 1, b: 'x' }, { a: 2, b: 'y', c: 3 }, { a: 2, b: 'y' }],
    ['keys that are gone', { a: 1, b: 2 }, { a: 1 }, { a: 1 }],
    ['what is left out', { a: '…' }, { a: 'text' }, { a: '…' }],
    ['a cut text that still agrees', { a: 'te…' }, { a: 'text' }, { a: 'te…' }],
    ['a cut text that does not', { a: 'te…' }, { a: 'another' }, { a: 'an…' }],
    ['a cut text that became short', { a: 'text…' }, { a: 'an' }, { a: 'an' }],
    [
      'a link that is still there',
      [{ t: 'b', score: 1 }],
      [
        { t: 'a', score: 3 },
        { t: 'b', score: 2 },
      ],
      [{ t: 'b', score: 2 }],
    ],
    ['a link that is gone', [{ t: 'x', score: 1 }], [{ t: 'a', score: 3 }], [{ t: 'a', score: 3 }]],
    ['fewer links', [{ t: 'a' }, { t: 'b' }], [{ t: 'a' }], [{ t: 'a' }]],
    ['short lists of texts', { available: ['en'] }, { available: ['en', 'fr'] }, { available: ['en', 'fr'] }],
    ['empty lists', { body: [] }, { body: [{ a: 1 }] }, { body: [] }],
    [
      'reasons, whole',
      { reasons: [{ type: 'topic', label: 'a' }] },
      { reasons: [{ type: 'names', labels: ['b'] }, { type: 'x' }] },
      { reasons: [{ type: 'names', labels: ['b'] }, { type: 'x' }] },
    ],
    ['a generation, kept', { generation: 1 }, { generation: 9 }, { generation: 1 }],
    ['a receipt, kept', { receipt: { total: 1 } }, { receipt: { total: 9 } }, { receipt: { total: 1 } }],
    ['an object that is null now', { image: { url: '…' } }, { image: null }, { image: null }],
  ])('%s', (_name, printed, real, expected) => {
    const refreshed = refreshJson(printed, real);
    expect(refreshed).toEqual(expected);
    expect(findDifference(refreshed, real)).toBeNull();
  });
});

test.each([
  ['a\nb', 'a\nb\nc', 'a\nb'],
  ['a\nx\n\nb', 'a\ny\n\nb', 'a\ny\n\nb'],
  ['a\n…\nc', 'a\nb\nc', 'a\n…\nc'],
  ['a\nb', 'a', 'a'],
])('lines %j of %j: %j', (printed, real, expected) => {
  const refreshed = refreshLines(printed, real);
  expect(refreshed).toBe(expected);
  expect(findTextDifference(refreshed, real)).toBeNull();
});

test('a line that ran into the next one is cut', () => {
  const real = `LISBON (Meridian) — ${'The night train will run. '.repeat(10)}\n\nMore`;
  const refreshed = refreshLines('LISBON (Meridian) —\n\nMore', real);
  expect(refreshed).toMatch(/^LISBON \(Meridian\) — The night .*…\n\nMore$/);
  expect(findTextDifference(refreshed, real)).toBeNull();
});

test.each([
  [{}, '{}'],
  [[], '[]'],
  [{ a: [1, 'b', null], c: { d: true } }, '{ "a": [1, "b", null], "c": { "d": true } }'],
  [{ a: 'x'.repeat(60), b: 'y'.repeat(60) }, `{\n  "a": "${'x'.repeat(60)}",\n  "b": "${'y'.repeat(60)}"\n}`],
  [[['x'.repeat(100)], ['y'.repeat(100)]], `[\n  ["${'x'.repeat(100)}"],\n  ["${'y'.repeat(100)}"]\n]`],
])('%j is printed', (value, text) => expect(printJson(value)).toBe(text));
