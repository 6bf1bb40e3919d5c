export { check } from './check';
export { health } from './health';
export { reconcile } from './reconcile';
export { createRunner, lastRun, openRun, type Runner, stopRun } from './runs';
export { createSchedule, type Schedule } from './schedule';
export { CHANGED, CHANGED_KEY, createTeller, tellMapping } from './tell-changes';
export { createWorker, type Worker } from './worker';
