export { type EditorsWill, readWill, storeWill } from './pins/store-pins';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { relatedLinks } from './related-links';
export { relatedLinksBlock } from './related-links.block';
export { createRelated, type Related } from './related.service';
export { createPinsController, pinsAdminRoutes } from './pins/pins.controller';
