import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafeUrl, safeUrl } from './safe-url';

describe('safeUrl', () => {
  it.each([
    ['https://a.example'],
    ['http://a.example:8080/b?c=d&e#f'],
    ['HTTPS://A.example/ü'],
    ['mailto:desk@a.example?subject=x'],
    ['mailto:?subject=x&body=y'],
    ['https://[::1]/a'],
  ])('gives %j as it is', (url) => {
    expect(safeUrl(url)).toBe(url);
    expect(isSafeUrl(url)).toBe(true);
  });

  it('leaves out what browsers ignore', () => {
    expect(safeUrl('\u0001 \n https://a.exa\tmple/b\r\n ')).toBe('https://a.example/b');
  });

  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    [' \u0001javascript:alert(1)'],
    ['\uFEFFjavascript:alert(1)'],
    ['java\nscript:alert(1)'],
    ['java\tscript\r:alert(1)'],
    ['data:text/html,<script>'],
    ['vbscript:x'],
    ['blob:https://a.example/1'],
    ['file:///etc/passwd'],
    ['ftp://a.example'],
    ['tel:123'],
    ['//a.example'],
    ['/\\a.example'],
    ['\\\\a.example'],
    ['/a'],
    ['a.example'],
    ['https:a.example'],
    ['https:/a.example'],
    ['https:///a.example'],
    ['http://'],
    ['https://a b.example'],
    ['https://a.example\u0000/b'],
    ['mailto:'],
    ['x:https://a.example'],
    [''],
    [' '],
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeNull();
    expect(isSafeUrl(url)).toBe(false);
  });

  it('refuses what is no text', () => {
    for (const value of [null, undefined, 1, {}, ['https://a.example']]) expect(safeUrl(value)).toBeNull();
  });

  it('allows addresses within the site where asked to', () => {
    const options = { allowRelative: true };
    for (const url of ['/uploads/a.jpg', 'a/b', '#note', '?page=2', 'https://a.example', './a:b']) {
      expect(safeUrl(url, options)).toBe(url);
    }
    for (const url of [
      '//a.example',
      '/\\a.example',
      '\\/a.example',
      '/\t/a.example',
      'javascript:x',
      'java\nscript:x',
      '',
    ]) {
      expect(safeUrl(url, options)).toBeNull();
    }
  });

  it('gives nothing that a browser opens as something else', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('https:', '//', 'javascript:', '\t', 'a.example', '\\', '/')
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        fc.boolean(),
        (value, allowRelative) => {
          const url = safeUrl(value, { allowRelative });
          if (url === null) return;
          const opened = new URL(url, 'https://page.example/a/');
          expect(['http:', 'https:', 'mailto:']).toContain(opened.protocol);
          if (!/^(https?|mailto):/i.test(url)) expect(opened.origin).toBe('https://page.example');
        }
      )
    );
  });
});
