export { toFrontData, toPagination, toStoryPageData } from './answers';
export { createPage, inStyleOf } from './create-page';
export { type Front, type FrontKind, front } from './front';
export { listRails, listRelated, listTeasers } from './lists';
export { createPagesController } from './pages.controller';
export { pagesRoutes } from './pages.routes';
export { storyPage } from './story-page';
