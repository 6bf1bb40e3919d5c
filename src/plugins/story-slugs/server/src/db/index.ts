export { migrate, whileStarting } from './migrate';
export { LONGEST_KEPT } from './migrations';
export { TABLES } from './tables';
