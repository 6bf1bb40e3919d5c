import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneLine, wellFormed } from './plain-text';

describe('oneLine', () => {
  it('folds white space and line breaks of all kinds to one space', () => {
    expect(oneLine(' a \t b\r\nc\u2028d\u0085e\u00A0\u3000f\n\n')).toBe('a b c d e f');
  });

  it('strips controls and what turns the direction of text', () => {
    expect(oneLine('a\u0000b\u001B[1mc\u007F\u009F')).toBe('ab[1mc');
    expect(oneLine('\uFEFFa\u202Egnp.exe\u202C\u2066\u2069\u200E\u200F\u061C\u00AD\u2060b')).toBe('agnp.exeb');
    expect(oneLine('a \u200E b')).toBe('a b');
  });

  it('keeps what scripts and emoji are spelt with', () => {
    for (const text of ['می\u200Cخواهم', 'ක්\u200Dෂ', '👩‍👩‍👧', '❤️', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'ភាសា\u200Bខ្មែរ', 'e\u0301']) {
      expect(oneLine(text)).toBe(text);
    }
  });

  it('gives one well-formed line, and the same line again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
        expect(oneLine(line)).toBe(line);
      })
    );
  });
});

describe('wellFormed', () => {
  it('replaces lone surrogates only', () => {
    expect(wellFormed('\uD83Da😀\uDE00')).toBe('\uFFFDa😀\uFFFD');
  });
});
