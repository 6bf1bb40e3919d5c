// Random numbers that are the same in every run.

/** From 0 to below 1. */
export type Random = () => number;

/** 32 bits that differ wherever one of the numbers does. */
export function mix(...numbers: number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ number, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An identifier such as Strapi makes. */
export function documentIdOf(random: Random): string {
  let id = LETTERS[Math.floor(random() * 26)] ?? '';
  while (id.length < 24) id += LETTERS[Math.floor(random() * LETTERS.length)];
  return id;
}
