import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, cutText } from '.';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const count = (text: string) => [...graphemes.segment(text)].length;
const cut = (text: string | string[], length: number, how: Cut, locale = 'en') =>
  cutText([text].flat(), { length, cut: how, tail: '', locale }).excerpt;

const CUTS: Cut[] = ['character', 'word', 'sentence', 'paragraph'];

describe('cutText', () => {
  it('gives text that fits whole, without a tail', () => {
    for (const how of CUTS) {
      expect(cutText(['Rain fell.', 'It stopped.'], { length: 22, cut: how, tail: ' ... read more' })).toEqual({
        excerpt: 'Rain fell. It stopped.',
        truncated: false,
      });
    }
    expect(cutText([], { length: 5, cut: 'word', tail: '…' })).toEqual({ excerpt: '', truncated: false });
    expect(cutText([' ', 'Rain'], { length: 5, cut: 'word', tail: '…' })).toEqual({
      excerpt: 'Rain',
      truncated: false,
    });
  });

  it('cuts at 500 characters, within a word, and adds the tail as it is', () => {
    const opening =
      'A ferry that ran aground off the northern islands last week was refloated at high tide on Sunday, the harbour master said, after three tugs had worked through two nights to pull it from the sandbank where it had lain since the storm. All forty-one passengers had been taken ashore by lifeboat within hours of the accident, and none was badly hurt. The owners said that the hull showed no damage below the waterline and that the ship would be towed to a yard on the mainland, where inspectors would examine its rudder. They did not say when it would sail again.';
    const { excerpt, truncated } = cutText([opening], {
      length: 500,
      cut: 'character',
      tail: ' ... read more',
      locale: 'en',
    });
    expect(truncated).toBe(true);
    expect(excerpt).toBe(`${opening.slice(0, 500)} ... read more`);
    expect(opening.charAt(500)).not.toBe(' ');
  });

  it('leaves no white space before the tail', () => {
    expect(cutText(['Rain fell today'], { length: 5, cut: 'character', tail: '|' }).excerpt).toBe('Rain|');
  });

  it('joins paragraphs by a space', () => {
    expect(cut([' One two ', '', 'three four'], 13, 'character')).toBe('One two three');
  });

  it('counts what a reader sees as one character', () => {
    expect(cut('👩‍👩‍👧‍👦🇰🇪é한 rest', 4, 'character')).toBe('👩‍👩‍👧‍👦🇰🇪é한');
    expect(cut('नमस्ते दुनिया', 3, 'character')).toBe(
      [...graphemes.segment('नमस्ते दुनिया')]
        .slice(0, 3)
        .map(({ segment }) => segment)
        .join('')
    );
  });

  it('cuts after the last whole sentence that fits', () => {
    const text = 'Mr. Kim met Gov. Hale. They spoke of the U.S. Navy base. Then they left for Seoul.';
    expect(cut(text, 30, 'sentence')).toBe('Mr. Kim met Gov. Hale.');
    expect(cut(text, 56, 'sentence')).toBe('Mr. Kim met Gov. Hale. They spoke of the U.S. Navy base.');
    expect(cut(text, 55, 'sentence')).toBe('Mr. Kim met Gov. Hale.');
  });

  it('takes the end of a paragraph for the end of a sentence', () => {
    expect(cut(['Results in full', 'The party won most seats. It rejoiced.'], 20, 'sentence')).toBe('Results in full');
  });

  it('falls back on words where not a sentence fits, and on characters where not a word does', () => {
    expect(cut('The committee met on Tuesday.', 16, 'sentence')).toBe('The committee');
    expect(cut('Donaudampfschifffahrt', 5, 'sentence')).toBe('Donau');
    expect(cut(['The committee met. It voted.', 'Then it rose.'], 20, 'paragraph')).toBe('The committee met.');
  });

  it('cuts after the last whole paragraph that fits', () => {
    expect(cut(['One. Two.', 'Three. Four.', 'Five.'], 24, 'paragraph')).toBe('One. Two. Three. Four.');
    expect(cut(['One. Two.', 'Three. Four.', 'Five.'], 21, 'paragraph')).toBe('One. Two.');
  });

  it('cuts in the language of the text', () => {
    expect(cut('Am 3. Oktober sprach Dr. Weber. Alle hörten zu.', 35, 'sentence', 'de')).toBe(
      'Am 3. Oktober sprach Dr. Weber.'
    );
    expect(cut('Bw. Juma alifika. Kisha aliondoka mjini.', 20, 'sentence', 'sw')).toBe('Bw. Juma alifika.');
  });

  it('takes any length', () => {
    for (const length of [0, -1, Number.NaN]) {
      expect(cutText(['Rain'], { length, cut: 'word', tail: '…' })).toEqual({ excerpt: '…', truncated: true });
    }
    expect(cut('Rain', Number.POSITIVE_INFINITY, 'word')).toBe('Rain');
  });

  it('does not trip over lone surrogates', () => {
    for (const how of CUTS) expect(cut('\uD83D word \uDE00\uD83D and so on.', 8, how)).not.toBe('');
  });

  it('keeps its promises on any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'Mr. ',
        'said. ',
        '“',
        '”',
        '(',
        ', ',
        ' — ',
        '\n',
        '。',
        '東京',
        'ภาษาไทย',
        '🇰🇪',
        '👍🏽',
        '\u0301',
        'e\u0301',
        '« ',
        ' »'
      )
    );
    const paragraphs = fc.array(
      fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
      { maxLength: 4 }
    );
    fc.assert(
      fc.property(
        paragraphs,
        fc.nat(60),
        fc.constantFrom(...CUTS),
        fc.constantFrom('en', 'th', 'ja', 'fr'),
        (body, length, how, locale) => {
          const whole = body
            .map((paragraph) => paragraph.trim())
            .filter(Boolean)
            .join(' ');
          const { excerpt, truncated } = cutText(body, { length, cut: how, tail: '', locale });
          expect(whole.startsWith(excerpt)).toBe(true);
          expect(excerpt).toBe(excerpt.trimEnd());
          expect(count(excerpt)).toBeLessThanOrEqual(length);
          expect(truncated).toBe(excerpt !== whole);
          expect(excerpt).not.toMatch(/\p{Surrogate}/u);
        }
      ),
      { numRuns: 500 }
    );
  });

  it.each([
    ['five megabytes of prose', 'Hello there world. '.repeat(270_000)],
    ['a character of 100,000 marks', `e${'\u0301'.repeat(100_000)} and more`],
    ['a character of a million marks', `e${'\u0301'.repeat(1_000_000)}`],
    ['a word of a megabyte', 'a'.repeat(1_000_000)],
    ['a Thai sentence of a megabyte', 'สวัสดีชาวโลก'.repeat(90_000)],
    ['five megabytes of full stops', '.'.repeat(5_000_000)],
    ['five megabytes of brackets', '('.repeat(5_000_000)],
    ['five megabytes of blanks', `a${' '.repeat(5_000_000)}b`],
    ['a million abbreviations', 'Mr. '.repeat(1_000_000)],
    ['half a million lone surrogates', '\uD800'.repeat(500_000)],
  ])('is quick with %s', (_name, text) => {
    for (const how of CUTS) cut('Warm up. The engine compiles on first use.', 9, how);
    for (const how of CUTS) {
      const start = performance.now();
      cut(text, 500, how);
      // A few milliseconds; the rest is for a busy machine.
      expect(performance.now() - start).toBeLessThan(200);
    }
  });

  it('keeps a character of many marks whole, and leaves out one past its bound', () => {
    const marked = `e${'\u0301'.repeat(100_000)}`;
    expect(cut(`${marked} rest`, 1, 'character')).toBe(marked);
    expect(cutText([`e${'\u0301'.repeat(1_000_000)}`], { length: 5, cut: 'character', tail: '…' })).toEqual({
      excerpt: '…',
      truncated: true,
    });
  });
});
