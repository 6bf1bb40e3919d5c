import type { Core } from '@strapi/strapi';
import { entries, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import type { Reader } from './reader';

export type Row = Record<string, unknown> & { id: number; documentId: string };

/** Text of a field, `null` where it is empty or is none. */
export const textOf = (row: Record<string, unknown>, field: string | undefined): string | null => {
  const value = field === undefined ? undefined : row[field];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

/** Those of the rows that an administrator may read, with the fields that they may read. Ids are always kept. */
export const asReadable = (rows: readonly Row[], reader: Reader): Promise<Row[]> =>
  Promise.all(rows.filter((row) => reader.can.read(row)).map((row) => reader.sanitizeOutput(row)));

/**
 * Rows of a content type that an administrator may read, with the fields that they may read, in the order asked for.
 *
 * @param ids - Row ids.
 */
export async function readableRows(
  strapi: Core.Strapi,
  uid: string,
  ids: readonly number[],
  reader: Reader,
  populate?: Record<string, unknown>
): Promise<Row[]> {
  if (ids.length === 0 || !reader.can.read()) return [];
  const query = entries(strapi, uid);
  const rows = await query.findMany<Row>({ where: { id: { $in: ids } }, populate: { ...populate, ...WITH_CREATOR } });
  const readable = await asReadable(rows, reader);
  return readable.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
