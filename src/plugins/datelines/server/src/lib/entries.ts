import type { Core } from '@strapi/strapi';
import { type PermissionChecker, WITH_CREATOR } from '@wiredesk/strapi-kit/server';

export type Row = Record<string, unknown> & { id: number; documentId: string };

interface Query {
  findMany(params: Record<string, unknown>): Promise<Row[]>;
}

/** Text of a field, `null` where it is empty or is none. */
export const textOf = (row: Record<string, unknown>, field: string | undefined): string | null => {
  const value = field === undefined ? undefined : row[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** Those of the rows that an administrator may read, with the fields that they may read. Ids are always kept. */
export const asReadable = (rows: readonly Row[], checker: PermissionChecker): Promise<Row[]> =>
  Promise.all(rows.filter((row) => checker.can.read(row)).map((row) => checker.sanitizeOutput(row)));

/**
 * Rows of a content type that an administrator may read, with the fields that they may read, in the order asked for.
 *
 * @param ids - Row ids.
 */
export async function readableRows(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  checker: PermissionChecker,
  populate?: Record<string, unknown>
): Promise<Row[]> {
  if (ids.length === 0 || !checker.can.read()) return [];
  const query = strapi.db.query(uid as never) as unknown as Query;
  const rows = await query.findMany({ where: { id: { $in: ids } }, populate: { ...populate, ...WITH_CREATOR } });
  const readable = await asReadable(rows, checker);
  return readable.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
