export { createCheckController } from './check.controller';
export { type CheckService, createCheckService } from './check.service';
export { createMappingController } from './mapping.controller';
