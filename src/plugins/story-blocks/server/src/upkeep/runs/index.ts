export { createRunner, type Runner } from './runner';
export { lastRun, openRun, stopRun } from './store-runs';
