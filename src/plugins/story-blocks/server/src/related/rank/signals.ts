import type { RankContext, RankedStory, Signal } from './signal';

const DAY_MS = 86_400_000;
/** Days after which nearness in time counts for a third. */
const RECENCY_DAYS = 30;
const MAX_LABELS = 4;

const sharedTerms = (a: RankedStory, b: RankedStory) => [...a.terms.keys()].filter((term) => b.terms.has(term));

/** How much of both stories a shared word is, weighed by its rarity. Weights of a story have length 1. */
const gainOf = (term: string, a: RankedStory, b: RankedStory, context: RankContext) =>
  (a.terms.get(term)?.weight ?? 0) * (b.terms.get(term)?.weight ?? 0) * context.rarity(term) ** 2;

/**
 * The telling words that both hold. Only shared words are weighed, so that ranking needs the frequencies of one story's
 * words alone; the root keeps a few shared names from vanishing beside one great match.
 */
export const wordsSignal: Signal = {
  name: 'terms',
  weight: 0.6,
  score(a, b, context) {
    let dot = 0;
    for (const term of sharedTerms(a, b)) dot += gainOf(term, a, b, context);
    return Math.min(1, Math.sqrt(dot));
  },
  reason(a, b, context) {
    const telling = sharedTerms(a, b)
      .map((term) => ({ term, gain: gainOf(term, a, b, context) }))
      .filter(({ gain }) => gain > 0)
      .sort((x, y) => y.gain - x.gain || (x.term < y.term ? -1 : 1));
    const surfaces = (isName: boolean) =>
      telling
        .filter(({ term }) => (a.terms.get(term)?.isName === true && b.terms.get(term)?.isName === true) === isName)
        .slice(0, MAX_LABELS)
        .map(({ term }) => a.terms.get(term)?.surface ?? term);
    const names = surfaces(true);
    if (names.length > 0) return { type: 'names', labels: names };
    const words = surfaces(false);
    // One word in common is chance, however rare; one name is not.
    return words.length > 1 ? { type: 'terms', labels: words } : null;
  },
};

/** Topics that both are about; the first topic of a story tells no more than the others. */
export const topicsSignal: Signal = {
  name: 'topic',
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

export const sectionSignal: Signal = {
  name: 'section',
  weight: 0.05,
  score: (a, b) => (a.sectionId !== null && a.sectionId === b.sectionId ? 1 : 0),
  reason: (a, b) =>
    a.sectionId !== null && a.sectionId === b.sectionId ? { type: 'section', ids: [a.sectionId] } : null,
};

/** Nearness of the two filings, not of the present: the ranking stays the same as time goes by. */
export const recencySignal: Signal = {
  name: 'latest',
  weight: 0.1,
  score: (a, b) => Math.exp(-Math.abs(a.sortAt - b.sortAt) / (RECENCY_DAYS * DAY_MS)),
  reason: () => null,
};

export const builtInSignals: readonly Signal[] = [wordsSignal, topicsSignal, sectionSignal, recencySignal];
