import type { TrainedModel } from './train-model';

/** A story's words as numbers: their hashes in ascending order, and for each how often it stands and whether it is a name. */
export interface Words {
  hashes: Int32Array;
  /** The count in the lower six bits; the seventh is set for a word of the headline, the eighth for a name. */
  counts: Uint8Array;
}

/** What a model makes of a story's words. */
export interface Profile {
  /** The model that made it: profiles of different models are never compared. */
  version: number;
  /** Length of the vector of weighed words. */
  norm: number;
  /** The story's place in the latent space, as bytes; empty where the model has none. */
  direction: Int8Array;
}

const NAME = 0x80;
const HEADLINE = 0x40;
const COUNT = 0x3f;
export const packCount = (count: number, isName: boolean, inHeadline = false): number =>
  Math.min(count, COUNT) | (isName ? NAME : 0) | (inHeadline ? HEADLINE : 0);
export const countOf = (packed: number): number => packed & COUNT;
export const isNameCount = (packed: number): boolean => (packed & NAME) !== 0;
export const isHeadlineCount = (packed: number): boolean => (packed & HEADLINE) !== 0;

/** Frequencies by packed count: `log2(1 + count)`, where a name counts for less. */
export type Frequencies = Float32Array;

/**
 * @param nameWeight - How much of a word a name is: stories are about the same more often than about the same people.
 */
export const frequenciesOf = (nameWeight: number): Frequencies =>
  Float32Array.from({ length: 256 }, (_, packed) =>
    Math.log2(1 + countOf(packed) * (isNameCount(packed) ? nameWeight : 1))
  );

/**
 * Frequencies by which words are looked up: between those of the ranking and those that know no names. Two stories of one
 * event share few words but its names, which must not be crowded out of a long story's lists.
 */
export const lookupOf = (frequencies: Frequencies): Frequencies =>
  frequencies.map((frequency, packed) => Math.sqrt(frequency * Math.log2(1 + countOf(packed))));

/** How telling words are, and where stories lie, in one archive and language. */
export interface Model {
  version: number;
  /** Stories it was trained on; 0 for {@link noModel}. */
  stories: number;
  frequencies: Frequencies;
  /** See {@link lookupOf}. */
  lookup: Frequencies;
  /** How telling a word is that no other story has. */
  rarest: number;
  /** How telling a word is when it is shared; 0 for one that stands everywhere. */
  weightOf(hash: number): number;
  /** Weights of a story's words. */
  weigh(words: Words): Float32Array;
  profile(words: Words): Profile;
}

const lengthOf = (values: ArrayLike<number>): number => {
  let square = 0;
  for (let at = 0; at < values.length; at += 1) square += values[at] * values[at];
  return Math.sqrt(square);
};

export function createModel(version: number, trained: TrainedModel, frequencies: Frequencies): Model {
  const { stories, dimensions, hashes, words: weights, directions, vectors, lengths } = trained;
  const indexOf = new Map<number, number>();
  for (let word = 0; word < hashes.length; word += 1) indexOf.set(hashes[word], word);
  // One that the sample has not, or once, is as rare as can be.
  const unknown = Math.log(1 + Math.max(stories - 0.5, 1) / 1.5);
  const weightOf = (hash: number): number => {
    const word = indexOf.get(hash);
    return word === undefined ? unknown : weights[word];
  };
  const weigh = ({ hashes, counts }: Words): Float32Array => {
    const values = new Float32Array(hashes.length);
    for (let at = 0; at < hashes.length; at += 1) values[at] = frequencies[counts[at]] * weightOf(hashes[at]);
    return values;
  };
  return {
    version,
    stories,
    frequencies,
    lookup: lookupOf(frequencies),
    rarest: unknown,
    weightOf,
    weigh,
    profile(words) {
      const sum = new Float32Array(dimensions);
      for (let at = 0; at < words.hashes.length; at += 1) {
        const word = indexOf.get(words.hashes[at]);
        if (word === undefined) continue;
        const value = frequencies[words.counts[at]] * directions[word] * lengths[word];
        if (value === 0) continue;
        const from = word * dimensions;
        for (let c = 0; c < dimensions; c += 1) sum[c] += value * vectors[from + c];
      }
      let most = 0;
      for (const value of sum) most = Math.max(most, Math.abs(value));
      const direction =
        most === 0 ? new Int8Array(0) : Int8Array.from(sum, (value) => Math.round((value / most) * 127));
      return { version, norm: lengthOf(weigh(words)), direction };
    },
  };
}

/** Before there are stories to train on: every word tells as much as another. */
export const noModel = (frequencies: Frequencies): Model =>
  createModel(
    0,
    {
      stories: 0,
      dimensions: 0,
      hashes: new Int32Array(0),
      words: new Float32Array(0),
      directions: new Float32Array(0),
      vectors: new Int8Array(0),
      lengths: new Float32Array(0),
    },
    frequencies
  );

/** The cosine of two places in one latent space, 0 where either has none. */
export function cosineOf(a: Int8Array, b: Int8Array): number {
  if (a.length === 0 || a.length !== b.length) return 0;
  let [dot, left, right] = [0, 0, 0];
  for (let c = 0; c < a.length; c += 1) {
    dot += a[c] * b[c];
    left += a[c] * a[c];
    right += b[c] * b[c];
  }
  return dot / Math.sqrt(left * right || 1);
}
