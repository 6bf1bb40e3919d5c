import { describe, expect, it } from 'vitest';
import en from './en.json';
import fr from './fr.json';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('translations', () => {
  it('has every text in French', () => {
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries(en))('says the same of the same: %s', (key, text) => {
    const french = (fr as Record<string, string>)[key] ?? '';
    const allowed = placeholders(text);
    expect(placeholders(french).filter((name) => !allowed.includes(name))).toEqual([]);
  });
});
