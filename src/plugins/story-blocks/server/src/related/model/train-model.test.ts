import { describe, expect, it } from 'vitest';
import { hashOf } from '../analyse/hash';
import { cosineOf, createModel, frequenciesOf, noModel, packCount, type Words } from './model';
import { trainInThread } from './train-in-thread';
import { type TrainingOptions, trainModel } from './train-model';

const frequencies = frequenciesOf(0.25);
const OPTIONS: TrainingOptions = { maxWords: 1_000, dimensions: 2, commonShare: 0.6, seed: 7 };

/** A story's words, each as often as it is named. */
function wordsOf(text: string): Words {
  const counts = new Map<number, number>();
  for (const word of text.split(' ').filter(Boolean)) counts.set(hashOf(word), (counts.get(hashOf(word)) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return {
    hashes: Int32Array.from(sorted, ([hash]) => hash),
    counts: Uint8Array.from(sorted, ([, count]) => packCount(count, false)),
  };
}

function corpus(texts: readonly string[]) {
  const all = texts.map(wordsOf);
  const starts = new Int32Array(all.length + 1);
  for (const [at, { hashes }] of all.entries()) starts[at + 1] = starts[at] + hashes.length;
  return {
    starts,
    hashes: Int32Array.from(all.flatMap(({ hashes }) => [...hashes])),
    frequencies: Float32Array.from(all.flatMap(({ counts }) => [...counts].map((count) => frequencies[count]))),
  };
}

const SEA = 'ferry pier tide harbour pilot lighthouse crew anchor'.split(' ');
const COURT = 'judge trial verdict witness appeal lawyer jury sentence'.split(' ');
/** Three words of a theme, words that stand everywhere, and one that stands nowhere else. */
const themed = (theme: string[], count: number, name: string) =>
  Array.from({ length: count }, (_, at) => {
    const own = [0, 1, 3].map((step) => theme[(at + step * (1 + (at % 2))) % theme.length]);
    return `${[...new Set(own)].join(' ')} the said ${name}${at}`;
  });
const TEXTS = [...themed(SEA, 60, 'sea'), ...themed(COURT, 60, 'court')];
const model = createModel(3, trainModel(corpus(TEXTS), OPTIONS), frequencies);
const directionOf = (text: string) => model.profile(wordsOf(text)).direction;

describe('a model', () => {
  it('is the same for the same stories', () => {
    expect(trainModel(corpus(TEXTS), OPTIONS)).toEqual(trainModel(corpus(TEXTS), OPTIONS));
  });

  it('is the same from a thread of its own', async () => {
    expect(await trainInThread(corpus(TEXTS), OPTIONS).model).toEqual(trainModel(corpus(TEXTS), OPTIONS));
    const few = corpus(TEXTS.slice(0, 10));
    expect(await trainInThread(few, OPTIONS).model).toEqual(trainModel(few, OPTIONS));
  });

  it('lays stories of one theme beside each other, also those that share no word', () => {
    const [sea, court] = [
      ['ferry pier', 'lighthouse anchor', 'tide crew'],
      ['judge trial', 'jury sentence', 'witness appeal'],
    ];
    const cosines = (one: string[], other: string[]) =>
      one.flatMap((a) => other.flatMap((b) => (a === b ? [] : cosineOf(directionOf(a), directionOf(b)))));
    const within = Math.min(...cosines(sea, sea), ...cosines(court, court));
    const between = Math.max(...cosines(sea, court));
    expect(within).toBeGreaterThan(0.6);
    expect(between).toBeLessThan(within - 0.3);
  });

  it('gives words that stand everywhere no weight, and no say where a story lies', () => {
    expect([hashOf('the'), hashOf('said')].map(model.weightOf)).toEqual([0, 0]);
    expect(model.weightOf(hashOf('ferry'))).toBeGreaterThan(0);
    expect(directionOf('the said')).toHaveLength(0);
    expect(directionOf('ferry the said the')).toEqual(directionOf('ferry'));
  });

  it('gives a rare word more weight than a frequent one, and one that it has not seen the most', () => {
    const texts = TEXTS.map((text, at) => (at % 20 === 0 ? `${text} solvei` : text));
    const rare = createModel(1, trainModel(corpus(texts), { ...OPTIONS, dimensions: 0 }), frequencies);
    const weights = ['solvei', 'ferry'].map((word) => rare.weightOf(hashOf(word)));
    expect(weights[0]).toBeGreaterThan(weights[1]);
    expect(rare.weightOf(hashOf('never told'))).toBeGreaterThanOrEqual(weights[0]);
  });

  it('gives a word of one company more weight than one as rare that stands anywhere', () => {
    const texts = TEXTS.map((text, at) => `${text}${at < 12 ? ' barrel' : ''}${at % 10 === 0 ? ' respectively' : ''}`);
    const trained = createModel(1, trainModel(corpus(texts), OPTIONS), frequencies);
    expect(trained.weightOf(hashOf('barrel'))).toBeGreaterThan(1.2 * trained.weightOf(hashOf('respectively')));
  });

  it('keeps no more words than it may, the most frequent, and those that stand everywhere', () => {
    const { hashes, words } = trainModel(corpus(TEXTS), { ...OPTIONS, maxWords: 5 });
    expect(hashes).toHaveLength(7);
    expect([...words].filter((weight) => weight === 0)).toHaveLength(2);
    expect(hashes).toEqual(Int32Array.from(hashes).sort());
    // A larger archive keeps no word that stands once.
    expect([...trainModel(corpus(TEXTS), OPTIONS).hashes]).not.toContain(hashOf('sea1'));
  });

  const NEXT_TO_NOTHING = [[], [''], ['', ''], ['one'], ['one', 'one'], ['one', '', 'two'], TEXTS.slice(0, 4)];
  it.each([0, 2, 64])('of next to nothing, in %i dimensions, is numbers all the same', (dimensions) => {
    for (const texts of NEXT_TO_NOTHING) {
      const trained = trainModel(corpus(texts), { ...OPTIONS, dimensions });
      expect(trained.stories).toBe(texts.length);
      for (const values of [trained.words, trained.directions, trained.lengths]) {
        expect([...values].filter((value) => !Number.isFinite(value))).toEqual([]);
      }
      const small = createModel(1, trained, frequencies);
      const { norm } = small.profile(wordsOf('one two ferry'));
      expect(Number.isFinite(norm) && norm > 0).toBe(true);
      expect(small.weightOf(hashOf('never told'))).toBeGreaterThan(0);
    }
  });

  it.each([0, 2, 64])('of next to nothing, in %i dimensions, gives no word less than nothing', (dimensions) => {
    for (const texts of NEXT_TO_NOTHING) {
      const { words, directions } = trainModel(corpus(texts), { ...OPTIONS, dimensions });
      expect([...words, ...directions].filter((weight) => weight < 0)).toEqual([]);
    }
  });

  it('makes a profile of its own version, of a length that is that of the weighed words', () => {
    const words = wordsOf('ferry ferry pier unheard');
    const { version, norm } = model.profile(words);
    expect(version).toBe(3);
    expect(norm).toBeCloseTo(Math.hypot(...model.weigh(words)), 4);
    expect(model.profile(wordsOf('')).norm).toBe(0);
  });

  it('weighs all words alike where there is none', () => {
    const none = noModel(frequencies);
    expect(new Set(none.weigh(wordsOf('ferry pier the'))).size).toBe(1);
    expect(none.profile(wordsOf('ferry')).direction).toHaveLength(0);
  });
});

describe('how much a word counts', () => {
  it('grows with how often it stands, and a name counts for less', () => {
    const [once, twice] = [1, 2].map((count) => frequencies[packCount(count, false)]);
    expect(twice).toBeGreaterThan(once);
    expect(frequencies[packCount(2, true)]).toBeLessThan(twice);
    expect(frequenciesOf(1)[packCount(2, true)]).toBe(twice);
    expect(frequencies).toHaveLength(256);
  });
});
