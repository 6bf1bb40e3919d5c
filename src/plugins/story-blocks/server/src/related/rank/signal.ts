import type { Reason } from '../../../../shared/src';

/** A story as the ranking sees it. */
export interface RankedStory {
  type: string;
  documentId: string;
  sortAt: number;
  sectionId: string | null;
  topicIds: string[];
  /** Weights of telling words, by term. */
  terms: Map<string, { weight: number; surface: string; isName: boolean }>;
}

/** What a signal may know besides the two stories. */
export interface RankContext {
  /** How rare a term is in the archive of this language: 1 for one that stands once, 0 for one that stands everywhere. */
  rarity(term: string): number;
}

/**
 * One ground on which stories belong together.
 *
 * `score` gives 0 to 1 and is the same whichever of the two is asked for: a new story enters the links of older ones by
 * the same number by which they enter its own.
 */
export interface Signal {
  name: string;
  /** How much it counts. */
  weight: number;
  score(a: RankedStory, b: RankedStory, context: RankContext): number;
  /**
   * Why, in the words of the two stories; null where it is no reason that a reader would name. Topics and sections are
   * given as `ids`: their names are filled in when the reason is read, so that a rename is seen at once.
   */
  reason(a: RankedStory, b: RankedStory, context: RankContext): Reason | null;
}
