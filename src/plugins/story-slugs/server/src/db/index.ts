export { isPostgres, type Sql, sqlNow, TABLES, table } from './connection';
export { migrate, whileStarting } from './migrate';
export { LONGEST_KEPT } from './migrations';
