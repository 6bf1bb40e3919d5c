export { followIncludes, registerIncludes } from './include';
export type { Entry } from './loaders';
export { loadStory, relatedOf, type StoryRequest, teaserOf } from './story-fields';
