/** Asks everything of everything, which takes long; else what is alike is shared out among the types. */
const isThorough = process.env.TEST_THOROUGH === '1';

/**
 * Every n-th of what is the same for many types: with another `turn` for each type, together they are asked all.
 */
export const sample = <Item>(items: Item[], n: number, turn: number): Item[] =>
  isThorough ? [...items] : items.filter((_, index) => (index + turn) % n === 0);
