import { expect, it } from 'vitest';
import { type ParsedByline, parseByline } from '.';

const ada = { givenName: 'Ada', familyName: 'Quill' };

it.each<[string, ParsedByline]>([
  ['By AFP', { credits: [], source: 'AFP' }],
  ['By Reuters Staff', { credits: [], label: 'Staff', source: 'Reuters' }],
  ['By Ada Quill, Associated Press', { credits: [ada], source: 'AP' }],
  ['By Ada Quill, AP Science Writer', { credits: [{ ...ada, role: 'Science Writer' }], source: 'AP' }],
  ['By Ada Quill in the West Bank', { credits: [{ ...ada, location: 'the West Bank' }] }],
  ['By Ada Quill in Seoul (photos)', { credits: [{ ...ada, location: 'Seoul', role: 'photos' }] }],
  ['By Ada Quill (photos) in Seoul', { credits: [{ ...ada, location: 'Seoul', role: 'photos' }] }],
  ['왕길환·김철수 기자', { credits: [{ name: '왕길환' }, { name: '김철수' }] }],
  ['记者 白瀛 王鹏', { credits: [{ name: '白瀛' }, { name: '王鹏' }] }],
])('%s', (text, expected) => {
  expect(parseByline(text)).toEqual(expected);
});

it('parts people in a language that has no wording of its own', () => {
  const names = parseByline('Ada Quill ja Joan Roe', { locale: 'fi', bare: true })?.credits;
  expect(names).toEqual([ada, { givenName: 'Joan', familyName: 'Roe' }]);
});
