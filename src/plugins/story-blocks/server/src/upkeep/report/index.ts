export { createHealthController } from './health.controller';
export { healthAdminRoutes } from './health.routes';
