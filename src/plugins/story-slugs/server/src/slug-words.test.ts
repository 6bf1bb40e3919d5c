import { describe, expect, it } from 'vitest';
import { slugWords } from './slug-words';

const words = (text: string, language = 'en') => [...slugWords(text, language)];

describe('slugWords', () => {
  it('joins what reads as one word', () => {
    expect(words("NKorea's U.S.-led J.K. 10,000 co\u00ADoperate")).toEqual([
      'NKoreas',
      'US',
      'led',
      'JK',
      '10000',
      'cooperate',
    ]);
  });

  it('keeps dates, decimals and names of sites apart', () => {
    expect(words('19.10.2021 3.5 www.site.com 1,5')).toEqual([
      '19',
      '10',
      '2021',
      '3',
      '5',
      'www',
      'site',
      'com',
      '1',
      '5',
    ]);
  });

  it('knows where an apostrophe ends a word', () => {
    expect(words("l'Europe", 'fr')).toEqual(['l', 'Europe']);
    expect(words("l'Europe", 'en')).toEqual(['lEurope']);
  });

  it('gives signs that are spoken, and no others', () => {
    expect(words('R&D: 5% or €10 | #1 @you')).toEqual(['R', '&', 'D', '5', '%', 'or', '€', '10', '1', 'you']);
  });

  it('finds words where no space shows them', () => {
    expect(words('中国经济增长')).toEqual(['中国', '经济', '增长']);
  });
});
