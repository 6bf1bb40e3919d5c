import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInForce } from '../wish';
import { windowOf } from './will';

describe('a window of a list whose pins stand first', () => {
  test('is what a slice of the whole list is', () => {
    const size = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(size, size, size, size, (pinCount, restCount, offset, limit) => {
        const pins = Array.from({ length: pinCount }, (_, at) => `pin ${at}`);
        const rest = Array.from({ length: restCount }, (_, at) => `story ${at}`);
        const window = windowOf(pinCount, offset, limit);
        const shown = [
          ...pins.slice(window.pins.from, window.pins.from + window.pins.count),
          ...rest.slice(window.rest.from, window.rest.from + window.rest.count),
        ];
        expect(shown).toEqual([...pins, ...rest].slice(offset, offset + limit));
      })
    );
  });
});

test('a pin is over at its instant, and one without an end never', () => {
  expect([null, 1_001, 1_000, 999].map((until) => isInForce({ until }, 1_000))).toEqual([true, true, false, false]);
});
