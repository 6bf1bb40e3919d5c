export { migrate, whileStarting } from './migrate';
export { LONGEST_KEPT, TABLES } from './tables';
