import { expect, test } from 'vitest';
import { heldAgainst } from './held-against';

const now = new Date('2026-05-06T10:00:00.000Z');

test.each<[string | null, string]>([
  ['2020-01-02T03:04:05.000Z', '2020-01-02T03:04:05.000Z'],
  ['2026-05-06T10:00:00.000Z', '2026-05-06T10:00:00.000Z'],
  ['2026-05-06', '2026-05-06'],
  ['2026-05-06T10:00:01.000Z', '2026-05-06T10:00:00.000Z'],
  ['2031-01-01T00:00:00.000Z', '2026-05-06T10:00:00.000Z'],
  ['2031-01-01', '2026-05-06T10:00:00.000Z'],
  [null, '2026-05-06T10:00:00.000Z'],
])('a story filed at %s has its date held against %s', (filedAt, instant) => {
  expect(heldAgainst(filedAt, now)).toBe(instant);
});
