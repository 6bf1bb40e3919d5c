export { afterCommit, inTransaction, isPostgres, type Sql, sqlNow, TABLES, table, tableName } from './connection';
export { eachType } from './each-type';
export {
  advanceGeneration,
  type Change,
  type CurrentGeneration,
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
export { together } from './together';
