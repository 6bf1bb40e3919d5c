export { createPinsController, pinsAdminRoutes } from './pins/pins.controller';
export { type EditorsWill, readWill, storeWill } from './pins/store-pins';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { readStoryLinks, type StoryLink } from './read-links';
export { createRelated, type Related } from './related.service';
export { loadLinks, relatedLinks } from './related-links';
export { relatedLinksBlock } from './related-links.block';
