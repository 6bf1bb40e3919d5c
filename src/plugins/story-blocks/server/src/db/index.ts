export { afterCommit, inTransaction, isPostgres, type Sql, sqlNow, TABLES, table, tableName } from './connection';
export { advanceGeneration, currentGeneration, foldGeneration } from './generation';
export { whereIn } from './lists';
export { lockDocument, lockFree } from './lock';
export { migrate } from './migrate';
