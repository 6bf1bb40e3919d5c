import type { CardDifference } from '../cards';

/** Documents that are looked at together. */
export const CHUNK = 100;
/** Pauses between two chunks: whoever waits for the connection, or for an answer, comes first. */
export const BREATH_MS = 1;

export interface Difference extends CardDifference {
  uid: string;
}

export interface Compared {
  uid: string;
  /** Live entries looked at in this chunk. */
  seen: number;
  /** Every document of this chunk, in order. */
  documentIds: string[];
  differences: Difference[];
}
