/** Stories that a model is trained on, one after the other: their words by hash, and how much of the story each is. */
export interface TrainingStories {
  /** Where each story's words begin, and at last where they end. */
  starts: Int32Array;
  hashes: Int32Array;
  /** `log2(1 + count)`, names and all: see `termFrequency`. */
  frequencies: Float32Array;
}

export interface TrainingOptions {
  maxWords: number;
  dimensions: number;
  /** Words in a larger share of the stories say nothing. */
  commonShare: number;
  seed: number;
}

/** What an archive's words mean to each other. Plain arrays, which a thread can hand over. */
export interface TrainedModel {
  stories: number;
  dimensions: number;
  /** In ascending order. */
  hashes: Int32Array;
  /** How telling each word is when it is shared. */
  words: Float32Array;
  /** How much each word counts for the direction of a story. */
  directions: Float32Array;
  /** A direction of length 1 for each word, as bytes, and the length it had. */
  vectors: Int8Array;
  lengths: Float32Array;
}

/**
 * Learns from a sample of an archive how telling each word is and which words belong together.
 *
 * - How telling: the inverse document frequency of BM25 (Robertson and Spärck Jones 1976), times how much the stories
 *   that hold the word are about one thing: the mean cosine of their pairs, in a first latent space. A word of rare
 *   company ("oper", "barrel") says more than one as rare that stands anywhere ("respectively").
 * - Belonging: latent semantic analysis (Deerwester et al. 1990) by subspace iteration (Halko, Martinsson and Tropp 2011)
 *   with a fixed seed.
 *
 * It runs in a thread of its own, to which its source is handed as text: it refers to nothing outside itself.
 */
export function trainModel(stories: TrainingStories, options: TrainingOptions): TrainedModel {
  const { starts, hashes, frequencies } = stories;
  const count = starts.length - 1;
  const FIRST_DIMENSIONS = 64;
  const ROUNDS = 3;
  /** Stories whose mean a word's own is drawn to. */
  const PRIOR = 5;
  const FEWEST = 3;
  const FEW = 16;
  const MOST_OF_FEW = 0.6;
  const LEAST_COMPANY = 0.02;

  const known = new Map<number, number>();
  for (const hash of hashes) known.set(hash, (known.get(hash) ?? 0) + 1);
  // A few stories may all be about one thing: there a word is common only where most have it.
  const most = Math.max(FEWEST, options.commonShare * count, Math.min(FEW, MOST_OF_FEW * count));
  if (count >= 50) for (const [hash, stories] of known) if (stories === 1) known.delete(hash);
  const chosen = [...known].filter(([, held]) => held <= most);
  chosen.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const common = [...known].filter(([, held]) => held > most);
  const vocabulary = Int32Array.from([...chosen.slice(0, options.maxWords), ...common].map(([hash]) => hash)).sort();
  const size = vocabulary.length;
  const held = Float64Array.from(vocabulary, (hash) => known.get(hash) ?? 1);
  const isCommon = Uint8Array.from(held, (stories) => (stories > most ? 1 : 0));
  /** Places in the vocabulary of words that say something. */
  const placeOf = new Map<number, number>();
  for (let word = 0; word < size; word += 1) if (isCommon[word] === 0) placeOf.set(vocabulary[word], word);

  // The stories as rows of a sparse matrix over the vocabulary.
  const rowStarts = new Int32Array(count + 1);
  let filled = 0;
  for (const hash of hashes) if (placeOf.has(hash)) filled += 1;
  const columns = new Int32Array(filled);
  const entries = new Float32Array(filled);
  filled = 0;
  for (let story = 0; story < count; story += 1) {
    for (let at = starts[story]; at < starts[story + 1]; at += 1) {
      const word = placeOf.get(hashes[at]);
      if (word === undefined) continue;
      columns[filled] = word;
      entries[filled] = frequencies[at];
      filled += 1;
    }
    rowStarts[story + 1] = filled;
  }

  let state = options.seed | 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const gauss = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());

  const weigh = (weights: Float64Array): Float32Array => {
    const values = new Float32Array(columns.length);
    for (let story = 0; story < count; story += 1) {
      let sum = 0;
      for (let at = rowStarts[story]; at < rowStarts[story + 1]; at += 1) {
        values[at] = entries[at] * weights[columns[at]];
        sum += values[at] * values[at];
      }
      const length = Math.sqrt(sum) || 1;
      for (let at = rowStarts[story]; at < rowStarts[story + 1]; at += 1) values[at] /= length;
    }
    return values;
  };

  /** Makes the columns of a matrix orthonormal, by the Cholesky factor of their products. */
  const orthonormalise = (matrix: Float32Array, rows: number, k: number) => {
    const factor = new Float64Array(k * k);
    for (let row = 0; row < rows; row += 1) {
      for (let a = 0; a < k; a += 1) {
        const value = matrix[row * k + a];
        if (value !== 0) for (let b = a; b < k; b += 1) factor[a * k + b] += value * matrix[row * k + b];
      }
    }
    for (let a = 0; a < k; a += 1) {
      const whole = factor[a * k + a];
      let square = whole;
      for (let p = 0; p < a; p += 1) square -= factor[p * k + a] ** 2;
      // What the columns before it span already is no direction of its own: noise would be blown up to one.
      if (!(square > 1e-7 * whole)) {
        factor.fill(0, a * k, (a + 1) * k);
        continue;
      }
      const pivot = Math.sqrt(square);
      factor[a * k + a] = pivot;
      for (let b = a + 1; b < k; b += 1) {
        let value = factor[a * k + b];
        for (let p = 0; p < a; p += 1) value -= factor[p * k + a] * factor[p * k + b];
        factor[a * k + b] = value / pivot;
      }
    }
    for (let row = 0; row < rows; row += 1) {
      for (let a = 0; a < k; a += 1) {
        let value = matrix[row * k + a];
        for (let p = 0; p < a; p += 1) value -= matrix[row * k + p] * factor[p * k + a];
        matrix[row * k + a] = factor[a * k + a] === 0 ? 0 : value / factor[a * k + a];
      }
    }
  };

  /** The words' directions, an orthonormal basis of the space in which stories differ most, and the stories in it. */
  const decompose = (values: Float32Array, k: number) => {
    const words = Float32Array.from({ length: size * k }, gauss);
    const rows = new Float32Array(count * k);
    const toRows = () => {
      rows.fill(0);
      for (let story = 0; story < count; story += 1) {
        for (let at = rowStarts[story]; at < rowStarts[story + 1]; at += 1) {
          const [value, from, to] = [values[at], columns[at] * k, story * k];
          for (let c = 0; c < k; c += 1) rows[to + c] += value * words[from + c];
        }
      }
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      toRows();
      orthonormalise(rows, count, k);
      words.fill(0);
      for (let story = 0; story < count; story += 1) {
        for (let at = rowStarts[story]; at < rowStarts[story + 1]; at += 1) {
          const [value, to, from] = [values[at], columns[at] * k, story * k];
          for (let c = 0; c < k; c += 1) words[to + c] += value * rows[from + c];
        }
      }
      orthonormalise(words, size, k);
    }
    toRows();
    return { words, rows };
  };

  /** How much the stories that hold a word are about one thing; 1 on average. */
  const companies = (rows: Float32Array, k: number): Float64Array => {
    const sums = new Float64Array(size * k);
    const stories = new Float64Array(size);
    for (let story = 0; story < count; story += 1) {
      let square = 0;
      for (let c = 0; c < k; c += 1) square += rows[story * k + c] ** 2;
      const length = Math.sqrt(square) || 1;
      for (let at = rowStarts[story]; at < rowStarts[story + 1]; at += 1) {
        stories[columns[at]] += 1;
        for (let c = 0; c < k; c += 1) sums[columns[at] * k + c] += rows[story * k + c] / length;
      }
    }
    const cosines = new Float64Array(size);
    let [total, several] = [0, 0];
    for (let word = 0; word < size; word += 1) {
      const n = stories[word];
      if (n < 2) continue;
      let square = 0;
      for (let c = 0; c < k; c += 1) square += sums[word * k + c] ** 2;
      cosines[word] = (square - n) / (n * (n - 1));
      total += cosines[word];
      several += 1;
    }
    const mean = total / (several || 1);
    // Too little to tell one from the other.
    if (!(mean > LEAST_COMPANY)) return new Float64Array(size).fill(1);
    return cosines.map((cosine, word) => {
      const n = stories[word] < 2 ? 0 : stories[word];
      return Math.max(LEAST_COMPANY, (cosine * n + mean * PRIOR) / (n + PRIOR)) / mean;
    });
  };

  const rarity = held.map((stories) => Math.log(1 + (count - stories + 0.5) / (stories + 0.5)));
  const spread = held.map((stories) => Math.log(count / stories));
  const { dimensions } = options;
  let company = new Float64Array(size).fill(1);
  let basis = new Float32Array(0);
  if (dimensions > 0) {
    const first = Math.min(FIRST_DIMENSIONS, dimensions);
    company = companies(decompose(weigh(spread), first).rows, first) as typeof company;
    for (let word = 0; word < size; word += 1) spread[word] *= Math.sqrt(company[word]);
    basis = decompose(weigh(spread), dimensions).words as typeof basis;
  }

  const vectors = new Int8Array(size * dimensions);
  const lengths = new Float32Array(size);
  for (let word = 0; word < size; word += 1) {
    let most = 0;
    for (let c = 0; c < dimensions; c += 1) most = Math.max(most, Math.abs(basis[word * dimensions + c]));
    if (most === 0) continue;
    lengths[word] = most / 127;
    for (let c = 0; c < dimensions; c += 1) {
      vectors[word * dimensions + c] = Math.round((basis[word * dimensions + c] / most) * 127);
    }
  }
  return {
    stories: count,
    dimensions,
    hashes: vocabulary,
    words: Float32Array.from(rarity, (value, word) => (isCommon[word] === 1 ? 0 : value * company[word])),
    directions: Float32Array.from(spread, (value, word) => (isCommon[word] === 1 ? 0 : Math.max(0, value))),
    vectors,
    lengths,
  };
}
