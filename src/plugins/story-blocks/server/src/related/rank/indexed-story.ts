import { bareWord } from '../analyse/phrases';
import { isSameText, overlapOf } from '../analyse/sketch';
import type { Features } from '../index/codec';
import { cosineOf, countOf, isHeadlineCount, isNameCount, type Model, type Profile } from '../model/model';
import { commonRun, unpackPhrases } from './phrase-words';
import type { RankContext, RankedStory, SharedPhrase, SharedWord } from './signal';

/** A story with what the index keeps of it. */
export interface IndexedStory extends RankedStory {
  /** Its number in the index; the same as long as its document is there. */
  id: number;
  features: Features;
  /** By the present model. */
  profile: Profile;
  /** Its words as written, in the order of the hashes, and behind them its phrases, see {@link PART}; where they have been read. */
  surfaces?: string[];
  /** How telling its words are, by a model, once that was asked for. */
  telling?: { model: Model; values: Float32Array };
}

/** Stands between the words of a phrase as it is written. */
export const PART = '\t';
/** What joins a word to the next, at the end of a phrase. */
const JOINT = /(?<![ \u00a0.・･\-‐‑])[ \u00a0.・･\-‐‑]+$/u;

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

/** How often a word is said for its story to be about it, and to be so for certain. */
const [AGAIN, OFTEN] = [2, 4];
const weightIn = (packed: number): number =>
  Number(isHeadlineCount(packed)) + Number(countOf(packed) >= AGAIN) + Number(countOf(packed) >= OFTEN);

/** Where a story has a word, -1 where it has not: its words are in the order of their hashes. */
function placeOf(hashes: Int32Array, hash: number): number {
  let [from, to] = [0, hashes.length - 1];
  while (from <= to) {
    const at = (from + to) >> 1;
    if (hashes[at] === hash) return at;
    if (hashes[at] < hash) from = at + 1;
    else to = at - 1;
  }
  return -1;
}

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
        const hash = a.features.words.hashes[i];
        const [mine, theirs] = [a.features.words.counts[i], b.features.words.counts[j]];
        const isName = isNameCount(mine) && isNameCount(theirs);
        shared.push({
          surface,
          isName,
          gain,
          rarity: model.weightOf(hash) / model.rarest,
          weight: [weightIn(mine), weightIn(theirs)],
        });
      });
      return shared.sort((x, y) => y.gain - x.gain || (x.surface < y.surface ? -1 : 1));
    },
    sharedPhrases(a, b) {
      const [told, other] = a.surfaces ? [a, b] : [b, a];
      const texts = told.surfaces?.slice(told.features.words.hashes.length) ?? [];
      const others = unpackPhrases(other.features.phrases);
      const found = new Map<string, SharedPhrase>();
      for (const [at, { hashes, isName }] of unpackPhrases(told.features.phrases).entries()) {
        for (const theirs of others) {
          const run = commonRun(hashes, theirs.hashes);
          // A word that two names share names neither, unless it is a name by itself.
          if (!run || (run.length === 1 && !run.isWhole)) continue;
          const parts = texts[at]?.split(PART).slice(run.at, run.at + run.length) ?? [];
          const surface = bareWord(parts.join('').replace(JOINT, ''));
          if (!surface) continue;
          const words = Array.from(hashes).slice(run.at, run.at + run.length);
          const telling = words.map((hash) => model.weightOf(hash));
          const places = words.map((hash) => [
            placeOf(a.features.words.hashes, hash),
            placeOf(b.features.words.hashes, hash),
          ]);
          const weights = (side: 0 | 1) =>
            Math.max(
              0,
              ...places.map((place) => {
                const { counts } = (side === 0 ? a : b).features.words;
                return place[side] < 0 ? 0 : weightIn(counts[place[side]]);
              })
            );
          found.set(surface, {
            surface,
            isName: isName && theirs.isName,
            length: run.length,
            gain: telling.reduce((sum, value) => sum + value * value, 0),
            rarity: Math.max(...telling) / model.rarest,
            weight: [weights(0), weights(1)],
          });
        }
      }
      return [...found.values()].sort((x, y) => y.gain - x.gain || (x.surface < y.surface ? -1 : 1));
    },
    isBrief,
    stories: model.stories,
  };
}
