import type { Core } from '@strapi/strapi';
import { entries, WITH_CREATOR } from '@wiredesk/strapi-kit/server';
import { asReadable, type Row } from '../lib/entries';
import type { Reader } from '../lib/reader';
import type { Desk } from '../newsroom';

/**
 * Entries by document id as the admin shows them, drafts where there are, in the order asked for. An id that is unknown,
 * or that the caller may not read, is left out; so are fields that they may not read.
 */
export async function readEntries(
  strapi: Core.Strapi,
  desk: Desk,
  uid: string,
  ids: readonly string[],
  options: { reader: Reader; locale?: string | null; populate?: Record<string, unknown> }
): Promise<Row[]> {
  const { reader, locale, populate } = options;
  if (ids.length === 0 || !reader.can.read()) return [];
  const where = {
    documentId: { $in: ids },
    ...(desk.hasDrafts(uid) ? { publishedAt: null } : {}),
    ...(desk.isLocalized(uid) && locale ? { locale } : {}),
  };
  const query = entries(strapi, uid);
  const rows = await query.findMany<Row>({ where, populate: { ...populate, ...WITH_CREATOR } });
  const readable = await asReadable(rows, reader);
  return readable.sort((a, b) => ids.indexOf(a.documentId) - ids.indexOf(b.documentId));
}
