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

  it('sees no line in characters that have no width, and none of them at the ends of others', () => {
    const line = 'SEOUL (AFP) April 22, 2019';
    const text = `\u200B\n\uFEFF\u200E\n${'\u2060\n'.repeat(20)}\u200F \u202A${line}\u202C \u200B`;
    expect(readLines(text)).toMatchObject({ kind: 'dateline', datelineText: line });
  });

  it('reads the first ten lines alone', () => {
    const story = (before: number) => `${'The crane turned.\n\n'.repeat(before)}SEOUL (AFP) April 22, 2019`;
    expect(readLines(story(9)).kind).toBe('dateline');
    expect(readLines(story(10)).kind).toBe('neither');
  });

  it.each([
    ['short lines', 'ab\n'.repeat(33_000)],
    ['bylines that are none', 'By x\n'.repeat(20_000)],
    ['blank lines', '\u200B\n'.repeat(50_000)],
    ['one blank run', `a${'\u200B'.repeat(99_000)}a`],
    ['one line', 'Oslo, '.repeat(16_000)],
  ])('is done at once with a long text: %s', (_, text) => {
    const begun = Date.now();
    readLines(text);
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  it('finds neither in a sentence, nor in nothing', () => {
    const neither = { kind: 'neither', dateline: null, byline: null, datelineText: null, bylineText: null };
    expect(readLines('The crane turned again on Tuesday.')).toEqual(neither);
    expect(readLines(' \n ')).toEqual(neither);
  });
});
