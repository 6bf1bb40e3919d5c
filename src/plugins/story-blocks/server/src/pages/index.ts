export { toFrontData, toPagination, toStoryPageData } from './answers';
export { createPage, inStyleOf } from './create-page';
export { ownerOfFormerSlug } from './former-slug';
export { type Front, type FrontKind, front } from './front';
export { listRails, listRelated, listTeasers } from './lists';
export { createPagesController } from './pages.controller';
export { pagesRoutes } from './pages.routes';
export { openStoryPage, storyPage } from './story-page';
