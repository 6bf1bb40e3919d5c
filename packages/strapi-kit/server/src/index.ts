export { afterCommit, inTransaction, isPostgres, type Sql, sqlNow, table, tableName } from './connection';
export { asBusy, conflict, forbidden, invalid, notFound, tooLarge, unknownLocale } from './errors';
export { appLanguages, appLocales, chooseLocale, defaultLocale, resolveLocale } from './locales';
export { type Migration, migrate, type OwnTables, whileStarting } from './migrate';
export { parse } from './parse';
