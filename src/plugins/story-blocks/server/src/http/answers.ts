import { LRUCache } from 'lru-cache';

/** An answer as it goes over the wire. */
export interface Answer {
  /** Its `Content-Type`. */
  type: string;
  body: Buffer;
  /** Of JSON, what follows the number of the generation, which is put in when it is sent; null where it has none. */
  tail: Buffer | null;
  /** Its `Cache-Tag`: tags with commas between. */
  tags: string;
}

interface Kept {
  key: string;
  value: unknown;
  tags: string;
  size: number;
}

/** What an entry takes beside its body, and what each of its tags takes. */
const ENTRY = 500;
const TAG = 120;

/** Keeps what was made of what is published, as long as no tag of it is named by a change. */
export interface Answers {
  /**
   * Gives an answer that is kept, or makes it; once for all who ask for it under one generation.
   *
   * @param key - Says all that the answer depends on beside what is published.
   * @param generation - What is published, as the one who asks has found it.
   * @throws Whatever `make` throws, to all who wait for it; it is not kept.
   */
  answer(key: string, generation: number, make: () => Promise<Answer>): Promise<Answer>;
  /** The same for a number, such as of the stories of a list. */
  count(key: string, generation: number, tags: readonly string[], make: () => Promise<number>): Promise<number>;
  /** Lets go of what a change has touched; of everything where it may have touched anything. */
  drop(tags: readonly string[] | null): void;
  /** Bytes that are kept. */
  size(): number;
}

/** @param maxBytes - 0 to keep nothing. */
export function createAnswers(maxBytes: number): Answers {
  const byTag = new Map<string, Set<Kept>>();
  const making = new Map<string, Promise<unknown>>();
  /** How often something was let go of: what was begun before is not kept, since it may be of what was before. */
  let drops = 0;

  function forget(entry: Kept): void {
    for (const tag of entry.tags.split(',')) {
      const entries = byTag.get(tag);
      entries?.delete(entry);
      if (entries?.size === 0) byTag.delete(tag);
    }
  }
  const kept =
    maxBytes > 0
      ? new LRUCache<string, Kept>({ maxSize: maxBytes, sizeCalculation: ({ size }) => size, dispose: forget })
      : null;

  function keep(entry: Kept): void {
    if (!kept || entry.size > maxBytes) return;
    kept.set(entry.key, entry);
    for (const tag of entry.tags.split(',')) {
      const entries = byTag.get(tag) ?? new Set();
      byTag.set(tag, entries.add(entry));
    }
  }

  async function get<Value>(
    key: string,
    generation: number,
    make: () => Promise<Value>,
    describe: (value: Value) => { tags: string; size: number }
  ): Promise<Value> {
    const known = kept?.get(key);
    if (known) return known.value as Value;
    // Another generation may have other answers.
    const turn = `${generation} ${key}`;
    const running = making.get(turn);
    if (running) return running as Promise<Value>;
    const begun = drops;
    const made = make()
      .then((value) => {
        const { tags, size } = describe(value);
        if (begun === drops) keep({ key, value, tags, size: size + ENTRY + tags.split(',').length * TAG });
        return value;
      })
      .finally(() => making.delete(turn));
    making.set(turn, made);
    return made;
  }

  return {
    answer: (key, generation, make) => get(key, generation, make, ({ body, tags }) => ({ tags, size: body.length })),
    count: (key, generation, tags, make) => get(key, generation, make, () => ({ tags: tags.join(','), size: 0 })),
    drop(tags) {
      drops += 1;
      if (tags === null) {
        kept?.clear();
        return;
      }
      for (const tag of tags) for (const { key } of [...(byTag.get(tag) ?? [])]) kept?.delete(key);
    },
    size: () => kept?.calculatedSize ?? 0,
  };
}
