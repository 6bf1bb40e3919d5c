import { mix } from './hash';

/** Bytes of a sketch: one lowest hash each, of which a byte is kept (b-bit minwise hashing, Li and König 2010). */
export const SKETCH_LENGTH = 128;
/** Words of a shingle. */
const SHINGLE = 5;

const seeds = Uint32Array.from({ length: SKETCH_LENGTH }, (_, at) => mix(Math.imul(at + 1, 0x9e3779b1)) >>> 0);

/**
 * A sketch of a text's runs of five words, by which near-duplicates are told.
 *
 * @param words - Hashes of all its words, in their order.
 */
export function sketchOf(words: readonly number[]): Uint8Array {
  const lowest = new Uint32Array(SKETCH_LENGTH).fill(0xffffffff);
  const runs = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at += 1) {
    let run = 0;
    for (let word = at; word < at + SHINGLE; word += 1) run = (Math.imul(run, 0x01000193) ^ words[word]) | 0;
    runs.add(mix(run));
  }
  // A text of fewer words is one run.
  if (runs.size === 0 && words.length > 0) runs.add(mix(words.reduce((run, word) => Math.imul(run, 31) ^ word, 7)));
  for (const run of runs) {
    for (let at = 0; at < SKETCH_LENGTH; at += 1) {
      let hash = Math.imul(run ^ seeds[at], 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
      const value = (hash ^ (hash >>> 13)) >>> 0;
      if (value < lowest[at]) lowest[at] = value;
    }
  }
  return Uint8Array.from(lowest, (value) => value & 0xff);
}

/**
 * How much of two texts is the same, from their sketches: an estimate of the Jaccard overlap of their runs of five
 * words, 0 to 1, with a standard error of at most .045.
 */
export function overlapOf(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== SKETCH_LENGTH || b.length !== SKETCH_LENGTH) return 0;
  let same = 0;
  for (let at = 0; at < SKETCH_LENGTH; at += 1) if (a[at] === b[at]) same += 1;
  // One byte in 256 is the same by chance.
  return Math.max(0, (same / SKETCH_LENGTH - 1 / 256) / (1 - 1 / 256));
}

/** Overlap from which two texts are versions of one story. Half is one for certain; a sketch is an estimate. */
const SAME_TEXT = 0.42;
/** Places after which two texts are told apart that share nearly nothing: fewer than one in ten thousand of the others. */
const FIRST_LOOK = 32;
const FEWEST = 4;

/** Whether half of two texts, or more, is the same; most pairs that are not are told by a first look. */
export function isSameText(a: Uint8Array, b: Uint8Array): boolean {
  let same = 0;
  for (let at = 0; at < FIRST_LOOK; at += 1) if (a[at] === b[at]) same += 1;
  return same >= FEWEST && overlapOf(a, b) >= SAME_TEXT;
}
