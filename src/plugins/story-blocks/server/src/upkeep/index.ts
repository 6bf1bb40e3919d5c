export { check, type Drift } from './check';
export { health } from './health';
export { type RebuildProgress, rebuild } from './rebuild';
export { type Reconciled, reconcile } from './reconcile';
export { createUpkeepController, upkeepAdminRoutes } from './upkeep.controller';
export { createWorker, type Worker } from './worker';
