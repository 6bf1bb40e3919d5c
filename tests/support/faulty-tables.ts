import type { Core } from '@strapi/strapi';

const isPostgres = (strapi: Core.Strapi) => strapi.db.dialect.client === 'postgres';
let count = 0;

/**
 * Has the database refuse writes of some rows, as a full disk or a broken index would: by a trigger.
 *
 * @param options.when - A condition on `new` (of a delete on `old`).
 * @returns Ends it.
 */
export async function refuseRows(
  strapi: Core.Strapi,
  table: string,
  { on, when, message = 'the disk is full' }: { on: 'insert' | 'update' | 'delete'; when: string; message?: string }
): Promise<() => Promise<void>> {
  count += 1;
  const name = `refuse_rows_${count}`;
  const sql = strapi.db.connection;
  if (isPostgres(strapi)) {
    await sql.raw(
      `create function ${name}() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`
    );
    await sql.raw(
      `create trigger ${name} before ${on} on ${table} for each row when (${when}) execute function ${name}()`
    );
    return async () => {
      await sql.raw(`drop trigger ${name} on ${table}`);
      await sql.raw(`drop function ${name}()`);
    };
  }
  await sql.raw(
    `create trigger ${name} before ${on} on ${table} when ${when} begin select raise(abort, '${message}'); end`
  );
  return async () => {
    await sql.raw(`drop trigger ${name}`);
  };
}
