export { createCheckController } from './check.controller';
export { createMappingController } from './mapping.controller';
