export { draftLinks } from './draft-links';
export { createRelatedDeskController } from './related-desk.controller';
export { relatedDeskRoutes } from './related-desk.routes';
