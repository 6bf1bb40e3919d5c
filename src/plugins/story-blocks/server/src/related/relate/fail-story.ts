import type { Core } from '@strapi/strapi';
import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import { setAside } from '../../cards';
import { TABLES } from '../../db';
import { errorLine } from '../../troubles';

/**
 * Sets a story aside that no pass can bring in or rank: it is queued for later, with the reason for the health report, and
 * counts as done for the pass.
 */
export async function failStory(
  strapi: Core.Strapi,
  id: number,
  done: { model?: number; ranked?: number },
  error: unknown
): Promise<void> {
  const message = errorLine(error);
  const sql = await sqlNow(strapi);
  const row = await table(strapi, sql, TABLES.index).where({ id }).first('type', 'document_id', 'locale');
  strapi.log.error(`[story-blocks] related links of ${row?.document_id} (${row?.locale || 'no language'}): ${message}`);
  await table(strapi, sql, TABLES.index).where({ id }).whereNotNull('model').update(done);
  if (row) await setAside(strapi, { type: row.type, documentId: row.document_id, locale: row.locale }, message);
}
