export { createBoardController } from './board.controller';
export { boardAdminRoutes } from './board.routes';
