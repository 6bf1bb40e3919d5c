/** Documents that are looked at together. */
export const CHUNK = 100;

export interface Difference {
  uid: string;
  documentId: string;
  locale: string;
  problem: 'missing' | 'outdated' | 'left over';
}

export interface Compared {
  /** Live entries looked at in this chunk. */
  seen: number;
  /** Every document of this chunk. */
  documentIds: string[];
  differences: Difference[];
}
