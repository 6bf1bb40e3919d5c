import fc from 'fast-check';
import { expect, it } from 'vitest';
import { segmentEnds } from './segment-ends';

it('gives the ends that reading in one go gives, whatever the window', () => {
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('👩‍👩‍👧', '🇰🇪', '👍🏽', 'e\u0301\u0301\u0301\u0301', '\uD83D', '\r\n')
      )
    )
    .map((all) => all.join(''));
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 40 }), (value, size) => {
      const whole = [...graphemes.segment(value)].map(({ index, segment }) => index + segment.length);
      expect([...segmentEnds(value, graphemes, { size, lookahead: 4 })]).toEqual(whole);
    })
  );
});
