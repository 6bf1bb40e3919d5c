export { dropUnmappedIndex, relatedFollowsCards } from './follow-cards';
export { type OwnLinks, readOwnLinks } from './own-links';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { readStoryLinks, type StoryLink } from './read-links';
export type { LanguageState } from './relate/work';
export { createRelated, type Related } from './related.service';
export { loadLinks, relatedLinks } from './related-links';
export { storiesLinking } from './store-links';
