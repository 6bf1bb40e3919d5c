import { describe, expect, it } from 'vitest';
import { languageProps } from './direction';

describe('languageProps', () => {
  it.each([
    ['ar-EG', { lang: 'ar-EG', dir: 'rtl' }],
    ['he', { lang: 'he', dir: 'rtl' }],
    ['ja', { lang: 'ja', dir: 'ltr' }],
    [null, { dir: 'auto' }],
  ])('of %s', (locale, props) => {
    expect(languageProps(locale)).toEqual(props);
  });
});
