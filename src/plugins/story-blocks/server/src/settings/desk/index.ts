export { createSettingsController } from './settings.controller';
export { settingsAdminRoutes } from './settings.routes';
