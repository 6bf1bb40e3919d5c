import { describe, expect, it } from 'vitest';
import { analyseStory, MAX_TERMS } from './analyse-story';

const terms = (title: string, paragraphs: string[], locale = 'en') => analyseStory({ title, paragraphs, locale });
const words = (...story: Parameters<typeof terms>) => terms(...story).map(({ term }) => term);

describe('analyseStory', () => {
  it('tells names by their capitals inside a sentence, and keeps how they are written', () => {
    const found = terms('The crane stops', [
      'Yesterday the crane of Valparaiso stopped. The harbour of Valparaiso is shut.',
    ]);
    expect(found.find(({ term }) => term === 'valparaiso')).toMatchObject({ surface: 'Valparaiso', isName: true });
    expect(found.find(({ term }) => term === 'crane')).toMatchObject({ isName: false });
  });

  it('sets numbers and short plain words aside, wherever they stand, and keeps short names', () => {
    const found = words('The UN and the EU', ['The 14 cranes of 2026 are in it. A UN envoy met Xi there.']);
    expect(found).toContain('un');
    expect(found).toContain('xi');
    for (const word of ['the', 'and', 'of', '14', '2026', 'it']) expect(found).not.toContain(word);
  });

  it('reads scripts without spaces and without case', () => {
    expect(words('首相官邸で会見', ['首相は東京で会見した。'], 'ja')).toEqual(
      expect.arrayContaining(['首相', '会見', '東京'])
    );
    expect(words('ميناء طنجة', ['أغلق ميناء طنجة أبوابه.'], 'ar')).toContain('ميناء');
  });

  it('weighs so that the weights have length 1, the weightiest first, the same each time', () => {
    const text = Array.from(
      { length: 300 },
      (_, index) => `word${String.fromCharCode(97 + (index % 26))}${'x'.repeat(index % 9)} `
    ).join('');
    const found = terms('Headline words here', [text]);
    expect(found.length).toBeLessThanOrEqual(MAX_TERMS);
    expect(found.reduce((sum, { weight }) => sum + weight ** 2, 0)).toBeCloseTo(1);
    expect(found.map(({ weight }) => weight)).toEqual(found.map(({ weight }) => weight).sort((a, b) => b - a));
    expect(terms('Headline words here', [text])).toEqual(found);
  });

  it('answers for a story without text, and for a language tag that is none', () => {
    expect(terms('', [])).toEqual([]);
    expect(words('Harbour closes early', [], '!!')).toContain('harbour');
  });
});
