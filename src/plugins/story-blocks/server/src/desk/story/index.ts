export { hasOneOf } from './has-one-of.policy';
export { createPreviewService } from './preview-address';
export { refuseUnready } from './refuse-unready';
export { createStandingController } from './standing.controller';
export { createDeskStoryController } from './story.controller';
export { deskStoryRoutes } from './story.routes';
