import { describe, expect, it } from 'vitest';
import { analyseStory } from '../analyse/analyse-story';
import { createModel, frequenciesOf, type Model, noModel, packCount } from '../model/model';
import { trainModel } from '../model/train-model';
import { createContext, type IndexedStory, PART, profileBy } from './indexed-story';
import { packPhrases } from './phrase-words';
import { rankStories } from './rank-stories';
import { builtInSignals } from './signals';

const DAY = 86_400_000;
const frequencies = frequenciesOf(0.25);
const signals = builtInSignals({ days: 30 });

const story = (documentId: string, text: string, rest: Partial<IndexedStory> = {}): IndexedStory => {
  const { terms, phrases, sketch } = analyseStory({ title: '', paragraphs: [text], locale: 'en' });
  const words = {
    hashes: Int32Array.from(terms, ({ hash }) => hash),
    counts: Uint8Array.from(terms, ({ count, isName, inHeadline }) => packCount(count, isName, inHeadline)),
  };
  return {
    id: Number.parseInt(documentId, 36),
    type: 'story',
    documentId,
    locale: 'en',
    sortAt: 100 * DAY,
    sectionId: null,
    topicIds: [],
    features: { words, phrases: packPhrases(phrases), sketch, headline: 0, profile: null },
    profile: { version: -1, norm: 0, direction: new Int8Array(0) },
    surfaces: [...terms.map(({ surface }) => surface), ...phrases.map(({ parts }) => parts.join(PART))],
    ...rest,
  };
};

/** Ranks by a model that is trained on the very stories, and on some that hold the words that stand everywhere. */
function rank(of: IndexedStory, candidates: IndexedStory[], weights: Record<string, number> = {}, floor = 0) {
  const others = Array.from({ length: 20 }, (_, at) => story(`x${at}`, `The council said on day${at} that it met.`));
  const all = [of, ...candidates, ...others];
  const starts = new Int32Array(all.length + 1);
  for (const [at, { features }] of all.entries()) starts[at + 1] = starts[at] + features.words.hashes.length;
  const model: Model = createModel(
    1,
    trainModel(
      {
        starts,
        hashes: Int32Array.from(all.flatMap(({ features }) => [...features.words.hashes])),
        frequencies: Float32Array.from(
          all.flatMap(({ features }) => [...features.words.counts].map((count) => frequencies[count]))
        ),
      },
      { maxWords: 1000, dimensions: 0, commonShare: 0.3, seed: 1 }
    ),
    frequencies
  );
  const seen = (one: IndexedStory) => ({ ...one, profile: profileBy(model, one.features), telling: undefined });
  return rankStories(seen(of), candidates.map(seen), { signals, weights, floor }, createContext(model));
}

const PORT =
  'The harbour crane of Valparaiso stood still while dockers were on strike over their wages, as nobody would give way before the next round of talks.';

describe('rankStories', () => {
  const main = story('main', PORT, { topicIds: ['ports'], sectionId: 'business' });

  it('puts first what shares most, and says why in the words of the story', () => {
    const [first, second] = rank(main, [
      story('near', 'Weather keeps a crane in Valparaiso from work, it was said.'),
      story('nearest', 'A strike of dockers stops each crane in Valparaiso again.', { topicIds: ['ports'] }),
    ]);
    expect(first.story.documentId).toBe('nearest');
    expect(first.reasons).toEqual([
      { type: 'names', labels: ['Valparaiso'] },
      { type: 'terms', labels: expect.arrayContaining(['crane', 'dockers', 'strike']) },
      { type: 'topic', ids: ['ports'] },
    ]);
    expect(second.score).toBeLessThan(first.score);
  });

  it('leaves out what only shares words that stand everywhere, or nothing but its time', () => {
    expect(rank(main, [story('other', 'The council said that it met on day3.'), story('none', '')])).toEqual([]);
  });

  it('never links a story to itself, nor to another version of it', () => {
    const version = story('v2', `${PORT} Updated.`, { sortAt: 101 * DAY });
    expect(rank(main, [main, version])).toEqual([]);
  });

  it('gives the newest of several versions of one story', () => {
    const text =
      'A strike of dockers stops each crane in Valparaiso again, and the crews of nine ships wait at sea until somebody finds a berth without a picket line.';
    const links = rank(main, [
      story('old', text, { sortAt: 90 * DAY }),
      story('new', `${text} The port said so.`, { sortAt: 92 * DAY }),
    ]);
    expect(links.map((link) => link.story.documentId)).toEqual(['new']);
  });

  it('gives the same score in both directions', () => {
    const other = story('other', 'Pilots of Valparaiso began a strike.', {
      topicIds: ['ports', 'rail'],
      sortAt: 90 * DAY,
    });
    expect(rank(main, [other])[0].score).toBeCloseTo(rank(other, [main])[0].score, 5);
  });

  it('takes the nearer in time where all else is equal, then the newer, then by document id', () => {
    const links = rank(main, [
      story('b', 'In Valparaiso a lottery was won.', { sortAt: 100 * DAY }),
      story('old', 'In Valparaiso a regatta was sailed.', { sortAt: 40 * DAY }),
      story('a', 'In Valparaiso a concert was heard.', { sortAt: 100 * DAY }),
    ]);
    expect(links.map((link) => link.story.documentId)).toEqual(['b', 'a', 'old']);
  });

  it('takes the parts of one series together, and says so', () => {
    const features = (one: IndexedStory, headline: number) => ({ ...one, features: { ...one.features, headline } });
    const lottery = story('lottery', 'In Valparaiso a lottery was won.');
    const links = rank(features(main, 7), [
      lottery,
      features(story('part', 'In Valparaiso a regatta was sailed.'), 7),
      features(story('other', 'In Valparaiso a concert was heard.'), 8),
    ]);
    expect(links[0].story.documentId).toBe('part');
    expect(links[0].reasons).toContainEqual({ type: 'series' });
    // Two without letters in their headlines are no series.
    expect(rank(features(main, 0), [features(lottery, 0)])[0].reasons).not.toContainEqual({ type: 'series' });
  });

  it('lets settings switch a signal off', () => {
    const other = story('other', 'The council said that it met.', { topicIds: ['ports'] });
    expect(rank(main, [other]).map((link) => link.reasons)).toEqual([[{ type: 'topic', ids: ['ports'] }]]);
    expect(rank(main, [other], { topic: 0 })).toEqual([]);
  });

  it('ranks without a model, before there is one', () => {
    const model = noModel(frequencies);
    const seen = (one: IndexedStory) => ({ ...one, profile: profileBy(model, one.features) });
    const links = rankStories(
      seen(main),
      [seen(story('b', 'The strike of dockers.'))],
      { signals, weights: {}, floor: 0 },
      createContext(model)
    );
    expect(links).toHaveLength(1);
  });
});
