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
  /** How telling its words are, by a model, once that was asked for. */
  telling?: { model: Model; values: Float32Array };
}

/** The profile that the present model makes of a story; the kept one where that model made it. */
export const profileBy = (model: Model, { words, profile }: Features): Profile =>
  profile?.version === model.version ? profile : model.profile(words);

/** How telling a story's words are, by a model; not how often they stand there. */
export function tellingBy(model: Model, story: Omit<IndexedStory, 'id'>): Float32Array {
  if (story.telling?.model !== model) {
    const { hashes } = story.features.words;
    const values = new Float32Array(hashes.length);
    for (let at = 0; at < hashes.length; at += 1) values[at] = model.weightOf(hashes[at]);
    story.telling = { model, values };
  }
  return story.telling.values;
}

/** Words, each counted once, below which a text says too little to be told from another by its runs of words. */
const BRIEF = 20;
const isBrief = ({ features }: IndexedStory) => features.words.hashes.length < BRIEF;

/** What signals may know of indexed stories, by one model. */
export function createContext(model: Model): RankContext<IndexedStory> {
  const { frequencies } = model;
  /**
   * What the words that both hold add to their likeness: the same number whichever of the two is asked for.
   *
   * @param found - Called back with what each of them adds, and its place in both.
   */
  function likeness(
    a: IndexedStory,
    b: IndexedStory,
    found?: (gain: number, atA: number, atB: number) => void
  ): number {
    const isKnown = a.telling?.model === model || b.telling?.model !== model;
    const telling = tellingBy(model, isKnown ? a : b);
    const { hashes: left, counts } = a.features.words;
    const { hashes: right, counts: others } = b.features.words;
    let dot = 0;
    for (let i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] === right[j]) {
        const weight = telling[isKnown ? i : j];
        const gain = weight * weight * (frequencies[counts[i]] * frequencies[others[j]]);
        dot += gain;
        found?.(gain, i, j);
        i += 1;
        j += 1;
      } else if (left[i] < right[j]) i += 1;
      else j += 1;
    }
    return dot;
  }
  return {
    words: (a, b) => likeness(a, b) / (a.profile.norm * b.profile.norm || 1),
    latent: (a, b) => cosineOf(a.profile.direction, b.profile.direction),
    overlap: (a, b) => (isBrief(a) || isBrief(b) ? 0 : overlapOf(a.features.sketch, b.features.sketch)),
    isVersion: (a, b) => !isBrief(a) && !isBrief(b) && isSameText(a.features.sketch, b.features.sketch),
    isSeries: (a, b) => a.features.headline !== 0 && a.features.headline === b.features.headline,
    sharedWords(a, b) {
      const surfaces = a.surfaces ?? b.surfaces ?? [];
      const shared: SharedWord[] = [];
      likeness(a, b, (gain, i, j) => {
        const surface = surfaces[a.surfaces ? i : j];
        if (gain <= 0 || !surface) return;
        const [mine, theirs] = [isNameCount(a.features.words.counts[i]), isNameCount(b.features.words.counts[j])];
        shared.push({ surface, isName: mine && theirs, gain });
      });
      return shared.sort((x, y) => y.gain - x.gain || (x.surface < y.surface ? -1 : 1));
    },
  };
}
