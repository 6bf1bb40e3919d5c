export { type Card, type CardKey, type FullCard, keyColumns, storyId } from './card';
export type { AnyConceptKind, Concept, LayoutBlock, SectionData, SiteData, SourceData, TopicData } from './concept';
export { type CardQuery, countCards, findCard, findCardBySlug, findCards, newestCards } from './find-cards';
export { type Concepts, createConcepts } from './find-concepts';
export { followRows } from './follow-rows';
export { type DocumentContext, type Followed, followWrites } from './follow-writes';
export { readDocumentIds, readEntries } from './read-published';
export { storeCards } from './store-cards';
export { FILE, syncConcept, syncImage, syncStory } from './sync';
export {
  bylineOf,
  createView,
  datelineOf,
  fillPattern,
  homeSite,
  kickerOf,
  loadForViews,
  toStoryView,
  toTeaserFrame,
  urlOf,
  type ViewContext,
} from './view';
