import { describe, expect, it } from 'vitest';
import { analyseStory } from '../analyse/analyse-story';
import { frequenciesOf, noModel, packCount } from '../model/model';
import { createContext, type IndexedStory } from './indexed-story';

const [ONE, OTHER] = [
  'The pilot Ottokar Brandreth steered the ferry to Oslo through fog.',
  'Fog kept the ferry in port, and the pilot Brandreth slept.',
];

/** Two stories by a model in which a name counts as much as it is told to. */
function read(nameWeight: number) {
  const model = noModel(frequenciesOf(nameWeight));
  const story = (documentId: string, text: string): IndexedStory => {
    const { terms, sketch } = analyseStory({ title: '', paragraphs: [text], locale: 'en' });
    const words = {
      hashes: Int32Array.from(terms, ({ hash }) => hash),
      counts: Uint8Array.from(terms, ({ count, isName }) => packCount(count, isName)),
    };
    return {
      id: 1,
      type: 'story',
      documentId,
      locale: 'en',
      sortAt: 0,
      sectionId: null,
      topicIds: [],
      features: { words, phrases: new Int32Array(0), sketch, headline: 0, profile: null },
      profile: model.profile(words),
      surfaces: terms.map(({ surface }) => surface),
    };
  };
  return { context: createContext(model), a: story('a', ONE), b: story('b', OTHER) };
}

describe('what two stories share', () => {
  it.each([0.25, 1, 4])('is a cosine, the same both ways, where a name counts %d', (nameWeight) => {
    const { context, a, b } = read(nameWeight);
    expect(context.words(a, b)).toBeGreaterThan(0);
    expect(context.words(a, b)).toBeLessThan(1);
    expect(context.words(a, b)).toBeCloseTo(context.words(b, a), 6);
    expect(context.words(a, { ...a })).toBeCloseTo(1, 5);
  });

  it('counts for less the less a name counts', () => {
    const of = (nameWeight: number) => {
      const { context, a, b } = read(nameWeight);
      return context.sharedWords(a, b).find(({ surface }) => surface === 'Brandreth')?.gain ?? 0;
    };
    expect(of(0.25)).toBeGreaterThan(0);
    expect(of(4)).toBeGreaterThan(of(0.25));
  });

  it('is its other words where a name counts for nothing', () => {
    const { context, a, b } = read(0);
    expect(context.words(a, b)).toBeGreaterThan(0);
    const shared = context.sharedWords(a, b).map(({ surface }) => surface);
    expect(shared).toEqual(expect.arrayContaining(['ferry', 'fog', 'pilot']));
    expect(shared).not.toContain('Brandreth');
  });

  it('is told in words as they are written in the one that has been read with them', () => {
    const { context, a, b } = read(0.25);
    const { surfaces: _, ...unread } = b;
    for (const shared of [context.sharedWords(a, unread), context.sharedWords(unread, a)]) {
      expect(shared.length).toBeGreaterThan(0);
      for (const { surface, isName } of shared) {
        expect(ONE).toContain(surface);
        expect(isName).toBe(surface === 'Brandreth');
      }
    }
  });
});
