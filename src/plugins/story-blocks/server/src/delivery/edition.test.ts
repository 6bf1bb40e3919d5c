import { describe, expect, it } from 'vitest';
import { type Edition, editionOf } from './edition';

const CASES: [accept: string | undefined, wanted: Edition][] = [
  ['text/plain', 'text'],
  ['text/plain; charset=utf-8', 'text'],
  ['text/plain;charset=UTF-8', 'text'],
  ['text/plain;charset="UTF-8";q=0.9', 'text'],
  ['text/plain ; charset=utf-8 ; q=0.5', 'text'],
  ['TEXT/PLAIN; CHARSET=UTF-8', 'text'],
  ['Text/Plain;Q=0.3', 'text'],
  ['text/*', 'text'],
  ['text/*;format=flowed', 'text'],
  ['text/plain; format=flowed; delsp=yes', 'text'],
  ['text/plain; charset=iso-8859-1', 'text'],
  ['text/plain;q=', 'text'],
  ['text/plain;q=1', 'text'],
  ['text/plain;q=1.', 'text'],
  ['text/plain;q=.5', 'text'],
  ['text/plain;q=often', 'text'],
  ['text/plain;q=7', 'text'],
  ['text/plain; note="a, application/json"', 'text'],
  ['text/plain; note="a; q=0"', 'text'],
  ['text/plain; note="\\"; q=0"', 'text'],
  ['text/html, text/plain;charset=utf-8', 'text'],
  ['text/plain;charset=utf-8, application/json', 'text'],
  ['application/json;q=0.5, text/plain;charset=utf-8', 'text'],
  ['*/*;q=0.1, text/plain;charset=utf-8;q=0.1', 'text'],
  ['text/plain, */*', 'text'],
  ['application/json;q=0, */*', 'text'],
  [' , ,text/plain', 'text'],
  [undefined, 'json'],
  ['', 'json'],
  ['*/*', 'json'],
  ['*/*;charset=utf-8', 'json'],
  ['application/json', 'json'],
  ['application/json; charset=utf-8', 'json'],
  ['application/JSON;indent=2, text/plain', 'json'],
  ['application/*, text/*', 'json'],
  ['text/*;level=1, application/json', 'json'],
  ['text/plain;q=0', 'json'],
  ['text/plain;charset=utf-8;q=0.000', 'json'],
  ['text/plain;q=0, text/*', 'json'],
  ['text/plain;q=0.4;charset=utf-8, application/json;q=0.8', 'json'],
  ['text/html, application/xhtml+xml, */*;q=0.8', 'json'],
  ['image/avif,image/webp,*/*;q=0.8', 'json'],
  ['text/html', 'json'],
  ['image/png', 'json'],
  ['text', 'json'],
  ['text/plainer', 'json'],
  [';;;,,,"', 'json'],
];

describe('the edition that a caller wants', () => {
  it.each(CASES)('%s: %s', (accept, wanted) => expect(editionOf(accept)).toBe(wanted));

  it('is found in a long header in step with its length', () => {
    expect(editionOf(`${'text/x;a="\\"",'.repeat(20_000)}text/plain;charset=utf-8`)).toBe('text');
  });
});
