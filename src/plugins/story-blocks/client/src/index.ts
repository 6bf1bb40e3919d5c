export type {
  FilledBlock,
  Front,
  Hold,
  Image,
  LinkKind,
  Meta,
  Rail,
  Receipt,
  RelatedLink,
  SetHold,
  StoryPage,
  StoryView,
  Teaser,
} from '../../shared/src';
export { openingParagraph, withoutDateline } from '../../shared/src/body-dateline';
export { openingLines, runIn, standAlone } from '../../shared/src/dateline-text';
export { createStoryBlocksClient, type StoryBlocksClient } from './client';
export type { Connection, ConnectionOptions, KeptAnswer, KeptAnswers } from './connection';
export { connect } from './connection';
export { StoryBlocksError } from './error';
export { authorFront, type FrontKind, type FrontOptions, front, frontText, sectionFront, topicFront } from './fronts';
export { hold, liftHold, setHold } from './holds';
export { type RailsOptions, type RelatedOptions, rails, relatedLinks, type TeasersOptions, teasers } from './lists';
export {
  type PageOptions,
  type PreviewOptions,
  previewPage,
  previewText,
  type StoryName,
  storyPage,
  storyText,
} from './pages';
export type { Answer, CallOptions, NotModified } from './request';
export { type Resolved, resolveSlug } from './slugs';
