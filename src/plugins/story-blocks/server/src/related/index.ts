export { findDeadPins } from '../curation/pins/dead-pins';
export { findStates, findTitles, findTypes } from '../curation/pins/find-targets';
export { createPinsController } from '../curation/pins/pins.controller';
export { pinsAdminRoutes } from '../curation/pins/pins.routes';
export { presentWill } from '../curation/pins/present-will';
export { nextPinEnd, storiesPinning } from '../curation/pins/read-wills';
export type { EffectiveWill, StoryRef } from '../curation/pins/will';
export type { RelatedSettings } from './model/models';
export { type OwnLinks, readOwnLinks } from './own-links';
export type { RankContext, RankedStory, Signal } from './rank/signal';
export { readStoryLinks, type StoryLink } from './read-links';
export { isQueued } from './relate/queue';
export type { LanguageState } from './relate/work';
export { createRelated, type KnownSignal, type Related } from './related.service';
export { loadLinks, relatedLinks } from './related-links';
export {
  asksFor,
  RELATED_LINKS,
  type RelatedSettings as RelatedBlockSettings,
  relatedLinksBlock,
} from './related-links.block';
export { forgetLinks, storiesLinking } from './store-links';
