import { LRUCache } from 'lru-cache';
import type { Concept } from './concept';

/** Texts that are made of concepts: a dateline for each story that is shown. */
const MOST_TEXTS = 50_000;
/** Concepts of a page, some hundred; of a whole network, some thousand. */
const MOST = 20_000;

/** Concepts that a process keeps between requests, as they are under one generation of them. */
export interface KeptConcepts {
  /** Null: there is none; undefined: not known. */
  get(key: string): Concept | null | undefined;
  set(key: string, concept: Concept | null): void;
  /** A text that is made of concepts and of what the key says. */
  text(key: string, make: () => string | null): string | null;
}

/**
 * Keeps concepts as long as none is written anywhere.
 *
 * @returns For a generation of concepts what is kept of it; nothing can be kept for one that is past.
 */
export function createKeptConcepts() {
  // A cache keeps no null.
  const kept = new LRUCache<string, { concept: Concept | null }>({ max: MOST });
  const texts = new LRUCache<string, string>({ max: MOST_TEXTS });
  let newest = 0;
  return function keptAt(generation: number): KeptConcepts {
    if (generation > newest) {
      newest = generation;
      kept.clear();
      texts.clear();
    }
    return {
      get: (key) => (generation === newest ? kept.get(key)?.concept : undefined),
      set: (key, concept) => {
        if (generation === newest) kept.set(key, { concept });
      },
      text: (key, make) => {
        const known = generation === newest ? texts.get(key) : undefined;
        if (known !== undefined) return known;
        const text = make();
        // None may be for want of concepts that nobody has loaded.
        if (text !== null && generation === newest) texts.set(key, text);
        return text;
      },
    };
  };
}
export type KeptConceptsAt = ReturnType<typeof createKeptConcepts>;
