import { describe, expect, it } from 'vitest';
import { findAsides } from './asides';

const found = (text: string) => findAsides(text).map(({ start, end }) => text.slice(start, end));

describe('findAsides', () => {
  it.each([
    ['He (Kim) left [sic].', ['(Kim)', '[sic]']],
    ['a (b (c) d) e', ['(b (c) d)']],
    ['He said "no" twice.', ['"no"']],
    ['“a” „b“ »c« «d» ”e” « f »', ['“a”', '„b“', '»c«', '«d»', '”e”', '« f »']],
    ['他说“好”。「はい」', ['“好”', '「はい」']],
    ['a 6" pipe (new', []],
    ['the "end" (of "it")', ['"end"', '(of "it")']],
    ['(a "b) c"', ['(a "b) c"']],
    ['(open\nclosed)', []],
    ["don't 'quote' this", []],
  ])('finds in %j: %j', (text, expected) => expect(found(text)).toEqual(expected));

  it('passes over what is long', () => {
    expect(found(`(${'a'.repeat(400)})`)).toEqual([]);
    expect(found(`"${'a'.repeat(100)}"`)).toEqual([]);
  });
});
