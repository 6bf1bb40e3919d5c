export { createPinsController } from './pins/pins.controller';
export { pinsAdminRoutes } from './pins/pins.routes';
export { nextPinEnd, readWills, storiesPinning } from './pins/read-wills';
export type { EffectiveWill } from './pins/will';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { readStoryLinks, type StoryLink } from './read-links';
export { createRelated, type Related } from './related.service';
export { loadLinks, relatedLinks } from './related-links';
export { relatedLinksBlock } from './related-links.block';
