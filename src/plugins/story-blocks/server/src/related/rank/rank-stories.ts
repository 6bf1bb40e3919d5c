import type { Reason } from '../../../../shared/src';
import type { RankContext, RankedStory, Signal } from './signal';

export interface RankedLink {
  story: RankedStory;
  /** 0 to 1. */
  score: number;
  reasons: Reason[];
}

/** Links kept of each story. */
export const MAX_LINKS = 30;

function scorePair(a: RankedStory, b: RankedStory, signals: readonly Signal[], context: RankContext): number {
  let [score, total] = [0, 0];
  for (const signal of signals) {
    score += signal.weight * signal.score(a, b, context);
    total += signal.weight;
  }
  return total > 0 ? score / total : 0;
}

/**
 * Ranks candidates by how much they belong with a story. A pure function of its inputs: the best first, the newer first
 * where two are equal, then by document id.
 *
 * Every link gives a reason; a candidate for which no signal has one is left out.
 */
export function rankStories(
  story: RankedStory,
  candidates: Iterable<RankedStory>,
  signals: readonly Signal[],
  context: RankContext
): RankedLink[] {
  const links: RankedLink[] = [];
  for (const candidate of candidates) {
    if (candidate.documentId === story.documentId && candidate.type === story.type) continue;
    const reasons = signals.flatMap((signal) => signal.reason(story, candidate, context) ?? []);
    if (reasons.length === 0) continue;
    links.push({ story: candidate, score: scorePair(story, candidate, signals, context), reasons });
  }
  return links.sort(
    (a, b) => b.score - a.score || b.story.sortAt - a.story.sortAt || (a.story.documentId < b.story.documentId ? 1 : -1)
  );
}
