import { LRUCache } from 'lru-cache';
import type { Concept } from './concept';

/** Concepts of a page, some hundred; of a whole network, some thousand. */
const MOST = 20_000;

/** Concepts that a process keeps between requests, as they are under one generation of them. */
export interface KeptConcepts {
  /** Null: there is none; undefined: not known. */
  get(key: string): Concept | null | undefined;
  set(key: string, concept: Concept | null): void;
}

/**
 * Keeps concepts as long as none is written anywhere.
 *
 * @returns For a generation of concepts what is kept of it; nothing can be kept for one that is past.
 */
export function createKeptConcepts() {
  // A cache keeps no null.
  const kept = new LRUCache<string, { concept: Concept | null }>({ max: MOST });
  let newest = 0;
  return function keptAt(generation: number): KeptConcepts {
    if (generation > newest) {
      newest = generation;
      kept.clear();
    }
    return {
      get: (key) => (generation === newest ? kept.get(key)?.concept : undefined),
      set: (key, concept) => {
        if (generation === newest) kept.set(key, { concept });
      },
    };
  };
}
export type KeptConceptsAt = ReturnType<typeof createKeptConcepts>;
