const MOST = 500;
/** How knex begins a message: with the whole statement and its values, then a dash and what the database said. */
const STATEMENT = /^\s*(?:with|select|insert|update|delete|alter|create|drop|begin|commit|rollback|savepoint|set)\b/i;
const DASH = ' - ';

/**
 * What an administrator is told of a fault: what went wrong, on one line; no statement of the database, which names what
 * stories say, and no stack.
 *
 * @example errorLine(new Error("insert into `cards` values ('Secret') - SQLITE_FULL: disk is full")) // → 'SQLITE_FULL: disk is full'
 */
export function errorLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const said =
    STATEMENT.test(message) && message.includes(DASH) ? message.slice(message.lastIndexOf(DASH) + 3) : message;
  const line = said.trim().split('\n')[0].trim().slice(0, MOST);
  return line || (error instanceof Error ? error.name : 'unknown');
}
