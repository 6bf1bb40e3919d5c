/** Words that mean one thing together, by the hashes of their compared forms. */
export interface PhraseWords {
  hashes: ArrayLike<number>;
  isName: boolean;
}

const IS_NAME = 0x100;
const LENGTH = 0xff;

/** Phrases as integers: of each its length, with a bit for a name, then its words. */
export const packPhrases = (phrases: readonly PhraseWords[]): Int32Array =>
  Int32Array.from(
    phrases.flatMap(({ hashes, isName }) => [hashes.length | (isName ? IS_NAME : 0), ...Array.from(hashes)])
  );

export function unpackPhrases(packed: Int32Array): PhraseWords[] {
  const phrases: PhraseWords[] = [];
  for (let at = 0; at < packed.length; ) {
    const length = packed[at] & LENGTH;
    phrases.push({ hashes: packed.subarray(at + 1, at + 1 + length), isName: (packed[at] & IS_NAME) !== 0 });
    at += 1 + length;
  }
  return phrases;
}

/** A run of words in two phrases. */
export interface CommonRun {
  /** Where it begins in the first, and how many words it has. */
  at: number;
  length: number;
  /** Whether it is all of one of the two. */
  isWhole: boolean;
}

/** The longest run of words that two phrases have in common; null where they share no word. */
export function commonRun(a: ArrayLike<number>, b: ArrayLike<number>): CommonRun | null {
  let best: CommonRun | null = null;
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) {
      let length = 0;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length += 1;
      if (length > (best?.length ?? 0)) {
        best = { at: i, length, isWhole: length === a.length || length === b.length };
      }
    }
  }
  return best;
}
