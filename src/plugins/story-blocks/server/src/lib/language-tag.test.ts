import { expect, it } from 'vitest';
import { intlLocales, parseLanguageTag, primaryLanguage } from './language-tag';

it('reads language tags as they are written', () => {
  expect(parseLanguageTag('en_au')).toBe('en-AU');
  expect(parseLanguageTag(' zh-hans-CN ')).toBe('zh-Hans-CN');
  for (const value of ['', 'a', 'not a tag', 'en-', null, undefined, 7]) expect(parseLanguageTag(value)).toBeNull();
});

it('looks languages up without their region', () => {
  expect(primaryLanguage('pt-BR')).toBe('pt');
  expect(primaryLanguage('?')).toBe('');
});

it('falls back on English, not on the language of the server', () => {
  expect(intlLocales('de-AT')).toEqual(['de-AT', 'en']);
  expect(intlLocales('?')).toEqual(['en']);
});
