import { LRUCache } from 'lru-cache';

/** An answer as it goes over the wire. */
export interface Answer {
  /** Its `Content-Type`. */
  type: string;
  body: Buffer;
  /** Its `Cache-Tag`. */
  tags: string;
}

/** What an entry takes beside its body: key, object, list. */
const OVERHEAD = 500;

/** Keeps made answers, as many as fit, and makes each once for all who ask for it at the same time. */
export interface Answers {
  /**
   * @param key - Says all that the answer depends on, the generation included.
   * @param generation - Answers of an older one are let go of: nobody asks for them any more.
   * @throws Whatever `make` throws, to all who wait for it; it is not kept.
   */
  get(key: string, generation: number, make: () => Promise<Answer>): Promise<Answer>;
  /** Bytes that are kept. */
  size(): number;
}

/** @param maxBytes - Of bodies; 0 to keep none. */
export function createAnswers(maxBytes: number): Answers {
  const sizeOf = ({ body, tags }: Answer) => body.length + tags.length + OVERHEAD;
  const kept = maxBytes > 0 ? new LRUCache<string, Answer>({ maxSize: maxBytes, sizeCalculation: sizeOf }) : null;
  const making = new Map<string, Promise<Answer>>();
  let newest = 0;

  async function make(key: string, generation: number, fill: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await fill();
      if (generation === newest) kept?.set(key, answer);
      return answer;
    } finally {
      making.delete(key);
    }
  }

  return {
    async get(key, generation, fill) {
      if (generation > newest) {
        newest = generation;
        kept?.clear();
      }
      const known = kept?.get(key) ?? making.get(key);
      if (known) return known;
      const made = make(key, generation, fill);
      making.set(key, made);
      return made;
    },
    size: () => kept?.calculatedSize ?? 0,
  };
}
