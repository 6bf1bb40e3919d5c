import { expect, it } from 'vitest';
import { bestKey, intlLocales, parseLanguageTag, primaryLanguage } from './language-tag';

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

it('finds the key of a table that fits a language best', () => {
  const table = { pt: 1, 'pt-PT': 1, zh: 1, 'zh-Hant': 1, nb: 1, sr: 1, 'sr-Latn': 1 };
  const found = (tag: unknown) => bestKey(table, tag);
  expect(['pt', 'pt-BR', 'pt-PT', 'zh', 'zh-CN', 'zh-TW', 'zh-HK', 'zh-Hant-SG', 'no', 'nb-NO'].map(found)).toEqual([
    'pt',
    'pt',
    'pt-PT',
    'zh',
    'zh',
    'zh-Hant',
    'zh-Hant',
    'zh-Hant',
    'nb',
    'nb',
  ]);
  expect(['sr', 'sr-RS', 'sr-Latn-RS', 'sr-ME'].map(found)).toEqual(['sr', 'sr', 'sr-Latn', 'sr-Latn']);
  expect(['en', '?', '', null, 7, 'constructor'].map(found)).toEqual([null, null, null, null, null, null]);
});
