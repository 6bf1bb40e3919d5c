export { eachType } from './each-type';
export {
  advanceGeneration,
  type Change,
  createGenerations,
  currentGeneration,
  foldGeneration,
  type Generation,
  markTold,
  tellCaches,
  untoldChanges,
} from './generation';
export { whereIn } from './lists';
export { lockDocument, lockFree } from './lock';
export { noteNumber, noteOnce } from './meta';
export { migrate } from './migrate';
export { readRows } from './prepared';
export { onEveryWrite } from './row-writes';
export { TABLES } from './tables';
export { together } from './together';
