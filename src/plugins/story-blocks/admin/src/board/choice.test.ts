import { describe, expect, test } from 'vitest';
import type { BoardList } from '../../../shared/src/board.contract';
import { nameIn, resolveChoice } from './choice';

const section = (documentId: string, siteId: string | null, ...locales: string[]) => ({
  documentId,
  siteId,
  languages: locales.map((locale) => ({ locale, name: `${documentId} ${locale}` })),
});
const list: BoardList = {
  sites: [
    { documentId: 'north', name: 'North' },
    { documentId: 'south', name: 'South' },
  ],
  sections: [section('alone', null, 'en'), section('world', 'north', 'en', 'ar'), section('port', 'south', 'ar')],
  locales: [],
};
const shown = (asked: Parameters<typeof resolveChoice>[1]) => {
  const choice = resolveChoice(list, asked);
  return choice && `${choice.siteId} ${choice.section.documentId} ${choice.locale}`;
};

describe('what the board shows', () => {
  test('is what the address names', () => {
    expect(shown({ section: 'world', locale: 'ar' })).toBe('north world ar');
    expect(shown({ section: 'alone' })).toBe('null alone en');
  });
  test("is the first site's first section where it names none", () => {
    expect(shown({})).toBe('north world en');
  });
  test('is a section of the site that was chosen, in a language that it has', () => {
    expect(shown({ site: 'south', locale: 'en' })).toBe('south port ar');
  });
  test('is the nearest where what it names is gone', () => {
    expect(shown({ site: 'nowhere', section: 'nothing', locale: 'xx' })).toBe('null alone en');
    expect(resolveChoice({ ...list, sections: [] }, {})).toBeNull();
  });
  test('a section is named in its language', () => {
    expect(nameIn(list.sections[1], 'ar')?.name).toBe('world ar');
    expect(nameIn(list.sections[2], 'en')?.name).toBe('port ar');
  });
});
