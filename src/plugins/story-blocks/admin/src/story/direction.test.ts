import { describe, expect, it } from 'vitest';
import { languageProps } from './direction';

describe('languageProps', () => {
  it.each([
    ['ar-EG', { lang: 'ar-EG', dir: 'rtl' }],
    ['he', { lang: 'he', dir: 'rtl' }],
    ['uz-Arab', { lang: 'uz-Arab', dir: 'rtl' }],
    ['sd-Deva', { lang: 'sd-Deva', dir: 'ltr' }],
    ['no tag', { lang: 'no tag', dir: 'auto' }],
    ['ja', { lang: 'ja', dir: 'ltr' }],
    [null, { dir: 'auto' }],
  ])('of %s', (locale, props) => {
    expect(languageProps(locale)).toEqual(props);
  });
});
