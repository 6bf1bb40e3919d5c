import { isSameText, overlapOf } from '../analyse/sketch';
import type { Features } from '../index/codec';
import { cosineOf, isNameCount, type Model, type Profile } from '../model/model';
import type { RankContext, RankedStory, SharedWord } from './signal';

/** A story with what the index keeps of it. */
export interface IndexedStory extends RankedStory {
  /** Its number in the index; the same as long as its document is there. */
  id: number;
  features: Features;
  /** By the present model. */
  profile: Profile;
  /** Its words as written, in the order of the hashes; where they have been read. */
  surfaces?: string[];
  /** Weights of its words by a model, once they were asked for. */
  weights?: { model: Model; values: Float32Array };
}

/** The profile that the present model makes of a story; the kept one where that model made it. */
export const profileBy = (model: Model, { words, profile }: Features): Profile =>
  profile?.version === model.version ? profile : model.profile(words);

/** How telling a story's words are, by a model. */
export function weightsBy(model: Model, story: Omit<IndexedStory, 'id'>): Float32Array {
  if (story.weights?.model !== model) story.weights = { model, values: model.weigh(story.features.words) };
  return story.weights.values;
}

/** Words, each counted once, below which a text says too little to be told from another by its runs of words. */
const BRIEF = 20;
const isBrief = ({ features }: IndexedStory) => features.words.hashes.length < BRIEF;

/** Calls back with the places of each word that both hold. */
function eachShared(a: IndexedStory, b: IndexedStory, found: (atA: number, atB: number) => void): void {
  const [left, right] = [a.features.words.hashes, b.features.words.hashes];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) found(i++, j++);
    else if (left[i] < right[j]) i += 1;
    else j += 1;
  }
}

/** The product of a shared word's two weights: the other's is this one's at the other's frequency. */
const gainOf = (weight: number, own: number, other: number): number =>
  own > 0 ? ((weight * weight) / own) * other : 0;

/** What signals may know of indexed stories, by one model. */
export function createContext(model: Model): RankContext<IndexedStory> {
  const { frequencies } = model;
  const weightsOf = (story: IndexedStory): Float32Array => weightsBy(model, story);
  return {
    words(a, b) {
      const weights = weightsOf(a);
      const [counts, others] = [a.features.words.counts, b.features.words.counts];
      let dot = 0;
      eachShared(a, b, (i, j) => {
        dot += gainOf(weights[i], frequencies[counts[i]], frequencies[others[j]]);
      });
      return dot / (a.profile.norm * b.profile.norm || 1);
    },
    latent: (a, b) => cosineOf(a.profile.direction, b.profile.direction),
    overlap: (a, b) => (isBrief(a) || isBrief(b) ? 0 : overlapOf(a.features.sketch, b.features.sketch)),
    isVersion: (a, b) => !isBrief(a) && !isBrief(b) && isSameText(a.features.sketch, b.features.sketch),
    sharedWords(a, b) {
      const [written, other] = a.surfaces ? [a, b] : [b, a];
      const weights = weightsOf(written);
      const shared: SharedWord[] = [];
      eachShared(written, other, (i, j) => {
        const [mine, theirs] = [written.features.words.counts[i], other.features.words.counts[j]];
        const gain = gainOf(weights[i], frequencies[mine], frequencies[theirs]);
        if (gain <= 0) return;
        const surface = written.surfaces?.[i] ?? '';
        if (surface) shared.push({ surface, isName: isNameCount(mine) && isNameCount(theirs), gain });
      });
      return shared.sort((x, y) => y.gain - x.gain || (x.surface < y.surface ? -1 : 1));
    },
  };
}
