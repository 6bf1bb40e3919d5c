import { expect, test } from 'vitest';
import { isFiledAhead } from './filed-ahead';

const publication = Date.parse('2026-05-06T10:00:00Z');

test.each([
  ['2031-01-01T00:00:00.000Z', true],
  ['2026-05-07T10:00:00.000Z', true],
  ['2026-05-06T10:10:00.001Z', true],
  ['2026-05-06T12:00:00.000Z', true],
  ['2062-05-06T10:00:00.000Z', true],
  ['2026-05-07T09:30:00.000+09:00', true],
  ['2026-05-06T19:30:00.000Z', true],
  ['2026-05-06T10:10:00.000Z', false],
  ['2026-05-07T00:05:00.000+14:00', false],
  ['2026-05-06T10:00:00.000Z', false],
  ['2019-04-22T03:00:00.000Z', false],
])('filed for %s and published on 6 May 2026: ahead is %s', (filedAt, ahead) => {
  expect(isFiledAhead(filedAt, publication)).toBe(ahead);
});
