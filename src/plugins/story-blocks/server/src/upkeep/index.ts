export { check } from './check';
export type { Difference } from './compared';
export { health } from './health';
export { type RebuildProgress, rebuild } from './rebuild';
export { type Reconciled, reconcile } from './reconcile';
export { createSchedule, type Schedule } from './schedule';
export { createUpkeepController, upkeepAdminRoutes } from './upkeep.controller';
export { createWorker, type Worker } from './worker';
