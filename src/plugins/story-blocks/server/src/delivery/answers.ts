import { LRUCache } from 'lru-cache';

/** An answer as it goes over the wire. */
export interface Answer {
  /** Its `Content-Type`. */
  type: string;
  body: Buffer;
  /** What follows the generation's number, which is put in when JSON is sent; null for other answers. */
  tail: Buffer | null;
  /** Its `Cache-Tag`: tags with commas between. */
  tags: string;
  /** What was sent last, for a generation that goes on. */
  sent?: { generation: number; body: Buffer };
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

/** Something that was made, with what it depends on. */
export interface Made<Value> {
  value: Value;
  /** Tags with commas between, as {@link Answer} has them. */
  tags: string;
  /** Bytes that it takes. */
  size: number;
}

/** Keeps what was made of what is published, as long as no tag of it is named by a change. */
export interface Answers {
  /**
   * Gives what is kept, or makes it; once for all who ask for it under one generation. Nobody may change it.
   *
   * @param key - Says all that it depends on beside what is published.
   * @param generation - What is published, as the one who asks has found it.
   * @throws Whatever `make` throws, to all who wait for it; it is not kept.
   */
  get<Value>(key: string, generation: number, make: () => Promise<Made<Value>>): Promise<Value>;
  /** Gives what is kept, if it is. */
  peek<Value>(key: string): Value | undefined;
  /**
   * Lets go of what a change has touched; of everything where it may have touched anything.
   *
   * @param generation - What is published now.
   */
  drop(tags: readonly string[] | null, generation: number): void;
  /** Bytes that are kept. */
  size(): number;
}

/** @param maxBytes - 0 to keep nothing. */
export function createAnswers(maxBytes: number): Answers {
  const byTag = new Map<string, Set<Kept>>();
  const making = new Map<string, Promise<unknown>>();
  let present = 0;

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

  async function make<Value>(key: string, generation: number, work: () => Promise<Made<Value>>): Promise<Value> {
    const { value, tags, size } = await work();
    // What was read since may be of what was published before a change that has been heard of.
    if (generation === present)
      keep({ key, value, tags, size: size + 2 * key.length + ENTRY + tags.split(',').length * TAG });
    return value;
  }

  return {
    async get<Value>(key: string, generation: number, work: () => Promise<Made<Value>>) {
      const known = kept?.get(key);
      if (known) return known.value as Value;
      // Another generation may have other answers.
      const turn = `${generation} ${key}`;
      const running = making.get(turn) ?? make(key, generation, work).finally(() => making.delete(turn));
      making.set(turn, running);
      return running as Promise<Value>;
    },
    peek: <Value>(key: string) => kept?.get(key)?.value as Value | undefined,
    drop(tags, generation) {
      present = generation;
      if (tags === null) {
        kept?.clear();
        return;
      }
      for (const tag of tags) for (const { key } of [...(byTag.get(tag) ?? [])]) kept?.delete(key);
    },
    size: () => kept?.calculatedSize ?? 0,
  };
}
