import { POSTING } from './codec';

/** A word by which stories are looked up, and how much of the story it is. */
export interface QueryWord {
  word: number;
  /** 0 to 1. */
  weight: number;
}

/** Stories that share words with one, counted up in typed arrays that are used again for the next. */
const SIZE = 1 << 15;
const stories = new Uint32Array(SIZE);
const sums = new Float32Array(SIZE);
const lastList = new Uint16Array(SIZE);
const used = new Uint32Array(SIZE);
/** Sums are told apart by this much: a step is a thousandth of the best. */
const STEPS = 1_000;

/**
 * The stories that share most with one, by their entries in the lists of its words: a first estimate of the cosine of
 * the two, good for choosing whom to compare in full.
 *
 * @param self - The story's own number, which is left out.
 * @param limit - Stories wanted.
 * @returns Their numbers, those that share most first.
 */
export function candidatesOf(
  query: readonly QueryWord[],
  lists: ReadonlyMap<number, Uint8Array>,
  self: number,
  limit: number
): number[] {
  let count = 0;
  for (const [number, { word, weight }] of query.entries()) {
    const list = lists.get(word);
    if (!list) continue;
    // Read from the end: the later of two entries of a story counts.
    for (let at = list.length - POSTING; at >= 0 && count < SIZE / 2; at -= POSTING) {
      const story = (list[at] | (list[at + 1] << 8) | (list[at + 2] << 16) | (list[at + 3] << 24)) >>> 0;
      if (story === self) continue;
      let slot = (Math.imul(story, 0x9e3779b1) >>> 17) & (SIZE - 1);
      while (sums[slot] !== 0 && stories[slot] !== story) slot = (slot + 1) & (SIZE - 1);
      if (sums[slot] === 0) {
        stories[slot] = story;
        used[count++] = slot;
      } else if (lastList[slot] === number + 1) continue;
      lastList[slot] = number + 1;
      sums[slot] += weight * (list[at + 4] + 0.5);
    }
  }
  let best = 0;
  for (let at = 0; at < count; at += 1) best = Math.max(best, sums[used[at]]);
  const steps = new Uint32Array(STEPS + 1);
  for (let at = 0; at < count; at += 1) steps[Math.floor((sums[used[at]] / best) * STEPS)] += 1;
  let least = STEPS;
  for (let found = steps[least]; least > 0 && found < limit; ) found += steps[--least];
  const chosen: { story: number; sum: number }[] = [];
  for (let at = 0; at < count; at += 1) {
    const [story, sum] = [stories[used[at]], sums[used[at]]];
    if (Math.floor((sum / best) * STEPS) >= least) chosen.push({ story, sum });
    sums[used[at]] = 0;
    lastList[used[at]] = 0;
  }
  return chosen
    .sort((a, b) => b.sum - a.sum || b.story - a.story)
    .slice(0, limit)
    .map(({ story }) => story);
}
