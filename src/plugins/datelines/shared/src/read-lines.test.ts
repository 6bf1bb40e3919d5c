import { describe, expect, it } from 'vitest';
import { readLines } from './read-lines';

describe('readLines', () => {
  it('reads a head of two lines, in either order', () => {
    const lines = ['By Claire LEE in Seoul', 'SEOUL (AFP) April 22, 2019'];
    for (const text of [lines.join('\n'), [...lines].reverse().join('\r\n\r\n')]) {
      expect(readLines(text)).toMatchObject({
        kind: 'both',
        dateline: { places: [{ city: 'Seoul' }], source: 'AFP' },
        byline: { credits: [{ familyName: 'Lee' }] },
        datelineText: lines[1],
        bylineText: lines[0],
      });
    }
  });

  it('reads a byline of two lines as one', () => {
    const text = 'By PAMELA HESS\nUPI Correspondent';
    expect(readLines(text)).toMatchObject({
      kind: 'byline',
      bylineText: text,
      byline: { credits: [{ givenName: 'Pamela' }] },
    });
  });

  it('finds neither in a sentence, nor in nothing', () => {
    const neither = { kind: 'neither', dateline: null, byline: null, datelineText: null, bylineText: null };
    expect(readLines('The crane turned again on Tuesday.')).toEqual(neither);
    expect(readLines(' \n ')).toEqual(neither);
  });
});
