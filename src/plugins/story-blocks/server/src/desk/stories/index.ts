export { activeHolds } from './active-holds';
export { changedRelation } from './changed-relation';
export { type MayLink, withNewLinks } from './new-links';
export { readsStories } from './reads-stories.policy';
export { createStoriesDeskController } from './stories.controller';
export { storiesDeskRoutes } from './stories.routes';
export { isItem, isListedStory, type ListedStory, storiesIn } from './stories-in';
export { titlesOf } from './titles-of';
export { writtenIn } from './written-in';
