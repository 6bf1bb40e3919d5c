export type { RelatedSettings } from './model/models';
export { type OwnLinks, readOwnLinks } from './own-links';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { readStoryLinks, type StoryLink } from './read-links';
export { isQueued } from './relate/queue';
export type { LanguageState } from './relate/work';
export { createRelated, type KnownSignal, type Related } from './related.service';
export { loadLinks, relatedLinks } from './related-links';
export { forgetLinks, storiesLinking } from './store-links';
