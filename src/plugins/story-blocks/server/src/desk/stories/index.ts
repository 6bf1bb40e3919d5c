export { activeHolds } from './active-holds';
export { readsStories } from './reads-stories.policy';
export { createStoriesDeskController } from './stories.controller';
export { storiesDeskRoutes } from './stories.routes';
export { writtenIn } from './written-in';
