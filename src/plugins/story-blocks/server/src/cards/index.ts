export { bodyLines } from './body';
export { type Card, type CardKey, type FullCard, keyColumns, storyId } from './card';
export { EXTERNAL_ADDRESS, TEXT_ADDRESS, toStored } from './card-columns';
export type { Concept, LayoutBlock } from './concept';
export { deriveCard, filedAtOf, sortAtOf, textAddressesOf } from './derive-card';
export {
  type CardQuery,
  cardSize,
  countCards,
  findCard,
  findCardBySlug,
  findCards,
  type ListQuery,
  newestCards,
  newestCardsOfEach,
  newestFullCards,
} from './find-cards';
export { createConcepts, type ReadingOf } from './find-concepts';
export { firstOf, firstPublicationOf, firstsOfMany, readFirstPublications } from './first-publications';
export { followRows } from './follow-rows';
export { followWrites } from './follow-writes';
export { type CardDifference, compareCards, readKept } from './kept-cards';
export { createKeptConcepts, type KeptConceptsAt } from './kept-concepts';
export { type CardListener, listenToCards } from './listeners';
export { type OwnSites, readOwnSites } from './own-sites';
export {
  areWaiting,
  type Claim,
  claimedCards,
  claimNext,
  failClaim,
  isQueued,
  setAside,
  settleClaims,
  stillClaimed,
} from './queue';
export { countPublished, readDocumentIds, readEntries, readPage } from './read-published';
export { queueLinks, retryFailed } from './requeue';
export { everySlugOf, liveOwners, otherOwners } from './slug-history';
export { dropUnmappedCards, markStoriesStale } from './store-cards';
export { syncConcept, syncImage } from './sync';
export { type SyncedStories, syncStories } from './sync-many';
export {
  bylineOf,
  createView,
  datelineAloneOf,
  datelineBefore,
  datelineOf,
  fillPattern,
  homeSite,
  kickerOf,
  loadConcepts,
  loadForViews,
  ownDatelineOf,
  type Shown,
  type TeaserFrame,
  toStoryView,
  toTeaserFrame,
  urlOf,
  type ViewContext,
} from './view';
