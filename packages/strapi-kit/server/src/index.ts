export { registerAdminActions } from './admin-actions';
export { afterCommit, inTransaction, isPostgres, type Sql, sqlNow, table, tableName } from './connection';
export { asBusy, conflict, forbidden, invalid, notFound, tooLarge, unknownLocale } from './errors';
export { appLanguages, appLocales, chooseLocale, defaultLocale, resolveLocale } from './locales';
export { type Migration, migrate, type OwnTables, whileStarting } from './migrate';
export { parse } from './parse';
export { pathOf } from './path-of';
export { type PermissionChecker, permissionChecker, WITH_CREATOR } from './permission-checker';
export { createRegistry, type Registry } from './registry';
