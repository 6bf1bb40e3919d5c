import { describe, expect, it } from 'vitest';
import { rankStories } from './rank-stories';
import type { RankedStory } from './signal';
import { builtInSignals } from './signals';

const DAY = 86_400_000;
const story = (documentId: string, words: string[], rest: Partial<RankedStory> = {}): RankedStory => ({
  type: 'story',
  documentId,
  sortAt: 100 * DAY,
  sectionId: null,
  topicIds: [],
  terms: new Map(
    words.map((word) => [
      word.toLowerCase(),
      { weight: 1 / Math.sqrt(words.length), surface: word, isName: /^[A-Z]/.test(word) },
    ])
  ),
  ...rest,
});
const context = { rarity: (term: string) => (term === 'said' ? 0 : 1) };
const rank = (of: RankedStory, candidates: RankedStory[]) => rankStories(of, candidates, builtInSignals, context);

describe('rankStories', () => {
  const main = story('main', ['Valparaiso', 'crane', 'strike', 'said'], { topicIds: ['ports'], sectionId: 'business' });

  it('puts first what shares most, and says why in the words of the story', () => {
    const [first, second] = rank(main, [
      story('near', ['Valparaiso', 'crane', 'weather']),
      story('nearest', ['Valparaiso', 'crane', 'strike'], { topicIds: ['ports'] }),
    ]);
    expect(first.story.documentId).toBe('nearest');
    expect(first.reasons).toEqual([
      { type: 'names', labels: ['Valparaiso'] },
      { type: 'topic', ids: ['ports'] },
    ]);
    expect(second.score).toBeLessThan(first.score);
  });

  it('leaves out what only shares a word that stands everywhere, or nothing but its time', () => {
    expect(rank(main, [story('other', ['said', 'harvest']), story('none', [])])).toEqual([]);
  });

  it('never links a story to itself', () => {
    expect(rank(main, [main])).toEqual([]);
  });

  it('gives the same score in both directions', () => {
    const other = story('other', ['Valparaiso', 'pilot'], { topicIds: ['ports', 'rail'], sortAt: 90 * DAY });
    expect(rank(main, [other])[0].score).toBeCloseTo(rank(other, [main])[0].score);
  });

  it('takes the nearer in time where all else is equal, then the newer, then by document id', () => {
    const links = rank(main, [
      story('b', ['Valparaiso'], { sortAt: 100 * DAY }),
      story('old', ['Valparaiso'], { sortAt: 40 * DAY }),
      story('a', ['Valparaiso'], { sortAt: 100 * DAY }),
    ]);
    expect(links.map((link) => link.story.documentId)).toEqual(['b', 'a', 'old']);
  });
});
