export { check } from './check';
export type { Difference } from './compared';
export { health } from './health';
export { type RebuildProgress, rebuild } from './rebuild';
export { type Reconciled, reconcile } from './reconcile';
export { createRunner, lastRun, openRun, type Runner, stopRun } from './runs';
export { createSchedule, type Schedule } from './schedule';
export { CHANGED, CHANGED_KEY, createTeller, type Teller, tellMapping } from './tell-changes';
export { createWorker, type Worker } from './worker';
