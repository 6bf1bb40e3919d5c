import type { RankContext, RankedStory, Signal } from './signal';
import { wordsReasons } from './words-reason';

const DAY_MS = 86_400_000;
/** The words that both hold. */
export const wordsSignal: Signal = {
  name: 'words',
  vouches: false,
  weight: 0.5,
  score: (a, b, context) => context.words(a, b),
  reason: wordsReasons,
};

/** What they are about, where the words differ. Its reasons are the words that they share. */
export const latentSignal: Signal = {
  name: 'latent',
  vouches: false,
  weight: 0.5,
  score: (a, b, context) => Math.max(0, context.latent(a, b)),
  reason: () => null,
};

/** Topics that both are about; the first topic of a story tells no more than the others. */
export const topicsSignal: Signal = {
  name: 'topic',
  vouches: false,
  weight: 0.25,
  score(a, b) {
    const shared = a.topicIds.filter((id) => b.topicIds.includes(id)).length;
    const all = new Set([...a.topicIds, ...b.topicIds]).size;
    return all > 0 ? shared / all : 0;
  },
  reason(a, b) {
    const ids = a.topicIds.filter((id) => b.topicIds.includes(id));
    return ids.length > 0 ? { type: 'topic', ids } : null;
  },
};

const isSameSection = (a: RankedStory, b: RankedStory) => a.sectionId !== null && a.sectionId === b.sectionId;

export const sectionSignal: Signal = {
  name: 'section',
  vouches: false,
  weight: 0.02,
  score: (a, b) => (isSameSection(a, b) ? 1 : 0),
  reason: (a, b) => (isSameSection(a, b) ? { type: 'section', ids: [a.sectionId] } : null),
};

/**
 * Nearness of the two filings, not of the present: the ranking stays the same as time goes by.
 *
 * @param settings - Days after which nearness counts for a third: as they are when two stories are compared.
 */
export const recencySignal = (settings: { readonly days: number }): Signal => ({
  name: 'latest',
  vouches: false,
  weight: 0.05,
  score: (a, b) => Math.exp(-Math.abs(a.sortAt - b.sortAt) / (settings.days * DAY_MS)),
  reason: () => null,
});

/** Days within which a story that repeats passages of another goes on with it. */
const FOLLOW_UP_DAYS = 10;
/** Agencies repeat the background of a running story word for word; two stories by chance share no run of five words. */
const FOLLOW_UP_OVERLAP = 0.1;

/** One story goes on with the other. */
export const followUpSignal: Signal = {
  name: 'follow-up',
  weight: 0.02,
  score: (a, b, context) => (isFollowUp(a, b, context) ? 1 : 0),
  reason: (a, b, context) =>
    isFollowUp(a, b, context) ? { type: 'follow-up', label: b.sortAt > a.sortAt ? 'later' : 'earlier' } : null,
};

const isFollowUp = (a: RankedStory, b: RankedStory, context: RankContext) =>
  Math.abs(a.sortAt - b.sortAt) <= FOLLOW_UP_DAYS * DAY_MS && context.overlap(a, b) >= FOLLOW_UP_OVERLAP;

/** Parts of a series: the same headline again, with another number or date. */
export const seriesSignal: Signal = {
  name: 'series',
  weight: 0.02,
  score: (a, b, context) => (context.isSeries(a, b) ? 1 : 0),
  reason: (a, b, context) => (context.isSeries(a, b) ? { type: 'series' } : null),
};

export const builtInSignals = (settings: { readonly days: number }): Signal[] => [
  wordsSignal,
  latentSignal,
  topicsSignal,
  sectionSignal,
  followUpSignal,
  seriesSignal,
  recencySignal(settings),
];
