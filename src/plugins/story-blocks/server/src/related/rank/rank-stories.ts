import type { Reason } from '../../../../shared/src';
import type { RankContext, RankedStory, Signal } from './signal';
import { focusOf } from './words-reason';

/** Links kept of each story. */
export const MAX_LINKS = 30;
/** What unlike stories reach by chance. */
export const MIN_SCORE = 0.005;

export interface RankedLink<Story extends RankedStory = RankedStory> {
  story: Story;
  /** 0 to 1. */
  score: number;
  reasons: Reason[];
}

/** Signals with the weights of the newsroom's settings. */
export interface Weighed {
  signals: readonly Signal[];
  /** By name; the signal's own where there is none. */
  readonly weights: Readonly<Record<string, number>>;
  /** How much two stories must be about the same to be linked, see `focusOf`; 0 for no floor. */
  readonly floor: number;
}

/** How much two stories belong together, 0 to 1: the same whichever is asked for. */
export function scorePair<Story extends RankedStory>(
  a: Story,
  b: Story,
  { signals, weights }: Weighed,
  context: RankContext<Story>
): number {
  let [score, total] = [0, 0];
  for (const signal of signals) {
    const weight = weights[signal.name] ?? signal.weight;
    if (weight === 0) continue;
    score += weight * signal.score(a, b, context as unknown as RankContext);
    total += weight;
  }
  return total > 0 ? score / total : 0;
}

/** Cosine of places from which stories are of one subject, such as company results, whatever words they share. */
const TOGETHER = 0.8;
/** Cosine of places from which stories lie near each other, and how many times the floor it takes where they do not. */
const NEAR = 0.5;
const APART = 3;

/** Whether two stories are about the same, or a signal that needs nothing else says that they belong together. */
export function isAboveFloor<Story extends RankedStory>(
  a: Story,
  b: Story,
  { signals, weights, floor }: Weighed,
  context: RankContext<Story>
): boolean {
  if (floor <= 0) return true;
  // Where there is a space to tell it by, what lies together in it needs no words in common, and what lies apart more.
  const latent = context.latent(a, b);
  if (latent >= TOGETHER) return true;
  const focus = focusOf(a, b, context);
  if (focus >= (latent === 0 || latent >= NEAR ? floor : floor * APART)) return true;
  // What the words of a brief story can't tell, its topics do.
  const isTold = !context.isBrief(a) && !context.isBrief(b);
  if (!isTold && a.topicIds.some((id) => b.topicIds.includes(id)) && (weights.topic ?? 1) > 0) return true;
  return signals.some(
    (signal) =>
      signal.vouches !== false &&
      (weights[signal.name] ?? signal.weight) > 0 &&
      signal.score(a, b, context as unknown as RankContext) > 0
  );
}

/** Signals by which stories of a similar subject belong together. */
const OF_SUBJECT = new Set(['words', 'latent']);

/**
 * Why two stories belong together. Where their words are alike and no signal has a reason that a reader would name, they
 * are of a similar subject; none where they share nothing.
 */
export const reasonsFor = <Story extends RankedStory>(
  a: Story,
  b: Story,
  { signals, weights }: Weighed,
  context: RankContext<Story>
): Reason[] => {
  const reasons = signals.flatMap((signal) =>
    (weights[signal.name] ?? signal.weight) === 0 ? [] : (signal.reason(a, b, context as unknown as RankContext) ?? [])
  );
  const isBySubject = signals.some(({ name, weight }) => OF_SUBJECT.has(name) && (weights[name] ?? weight) > 0);
  return reasons.length === 0 && isBySubject && context.words(a, b) > 0 ? [{ type: 'subject' }] : reasons;
};

const isSame = (a: RankedStory, b: RankedStory) => a.documentId === b.documentId && a.type === b.type;
/** Which of two versions stands: the one filed later, then the higher document id. */
export const isNewer = (a: RankedStory, b: RankedStory) =>
  a.sortAt > b.sortAt || (a.sortAt === b.sortAt && a.documentId > b.documentId);
const byScore = <Story extends RankedStory>(
  a: { story: Story; score: number },
  b: { story: Story; score: number }
): number => b.score - a.score || b.story.sortAt - a.story.sortAt || (a.story.documentId < b.story.documentId ? 1 : -1);

/** Keeps the newest of several versions of one story, in the order of their own scores. */
function foldVersions<Story extends RankedStory>(
  scored: { story: Story; score: number }[],
  context: RankContext<Story>,
  limit: number
): { story: Story; score: number }[] {
  const kept: { story: Story; score: number }[] = [];
  for (const one of scored) {
    if (kept.length === limit) break;
    const at = kept.findIndex((other) => context.isVersion(one.story, other.story));
    if (at < 0) kept.push(one);
    else if (isNewer(one.story, kept[at].story)) kept[at] = one;
  }
  return kept.sort(byScore);
}

/**
 * Ranks candidates by how much they belong with a story. A pure function of its inputs: the best first, the newer first
 * where two are equal, then by document id.
 *
 * Only the newest of several versions of one story is given, and no version of the story itself. What is below the floor
 * is left out. Every link gives a reason; a candidate for which there is none is left out.
 *
 * @param limit - Links wanted.
 */
export function rankStories<Story extends RankedStory>(
  story: Story,
  candidates: Iterable<Story>,
  weighed: Weighed,
  context: RankContext<Story>,
  limit = MAX_LINKS
): RankedLink<Story>[] {
  const scored: { story: Story; score: number }[] = [];
  for (const candidate of candidates) {
    if (isSame(candidate, story) || context.isVersion(story, candidate)) continue;
    const score = scorePair(story, candidate, weighed, context);
    if (score >= MIN_SCORE && isAboveFloor(story, candidate, weighed, context))
      scored.push({ story: candidate, score });
  }
  const links: RankedLink<Story>[] = [];
  for (const one of foldVersions(scored.sort(byScore), context, limit)) {
    if (links.length === limit) break;
    const reasons = reasonsFor(story, one.story, weighed, context);
    if (reasons.length > 0) links.push({ ...one, reasons });
  }
  return links;
}
