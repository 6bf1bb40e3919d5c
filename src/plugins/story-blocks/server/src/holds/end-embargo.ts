import type { Core } from '@strapi/strapi';
import { inTransaction, type Sql, sqlNow } from '@wiredesk/strapi-kit/server';
import { lockDocument } from '../db';
import { documentsOf } from '../lib/documents';
import { type Failure, isActive, type KeptHold } from './hold';
import { languageRows } from './language-rows';
import { mayNotPublish, type Publishing } from './publishing';
import { publishingOfSetter } from './setter';
import { deleteHold, findHold, noteFailure } from './store-holds';
import { tellFailure } from './tell-failure';

/** Milliseconds before an embargo whose publishing failed is tried again, doubled at each failure. */
const FIRST_RETRY_MS = 5_000;
const MAX_RETRY_MS = 10 * 60_000;

/**
 * The languages that an embargo's end still has to publish. One that is live was published by hand since: what its draft
 * says now was written after that, and is not ours to publish.
 */
async function stillWaiting(strapi: Core.Strapi, { type, documentId, thenPublish, locales }: KeptHold) {
  if (!thenPublish) return [];
  const rows = await languageRows(strapi, type, documentId);
  const written = new Set(rows.map(({ locale }) => locale ?? ''));
  const live = new Set(rows.flatMap(({ locale, publishedAt }) => (publishedAt === null ? [] : (locale ?? ''))));
  return locales.filter((locale) => written.has(locale) && !live.has(locale));
}

/** Forgets an embargo that is over once everything that waited for its end was published by hand. */
export async function settleEnded(strapi: Core.Strapi, sql: Sql, ended: KeptHold): Promise<void> {
  if (!ended.thenPublish || (await stillWaiting(strapi, ended)).length > 0) return;
  await deleteHold(strapi, sql, ended.type, ended.documentId);
}

/** Makes what ends an embargo that is over: all its languages in one transaction, or none of them, and why. */
export function createEnding(strapi: Core.Strapi, now: () => number) {
  async function putOff(due: KeptHold, failure: Failure): Promise<void> {
    const wait = Math.min(FIRST_RETRY_MS * 2 ** Math.min(due.attempts, 20), MAX_RETRY_MS);
    const at = now();
    await noteFailure(strapi, await sqlNow(strapi), due, { failure, now: at, retryAt: at + wait });
  }

  /** The languages that may not be published: by whoever set the hold, else by the one who wants it ended now. */
  async function refusedOf(hold: KeptHold, locales: string[], asking: Publishing | undefined): Promise<string[]> {
    if (!hold.setBy || locales.length === 0) return [];
    const { type, documentId } = hold;
    const refused = await publishingOfSetter(strapi, hold.setBy)(type, documentId, locales);
    return refused.length > 0 && asking ? asking(type, documentId, locales) : refused;
  }

  return async function end(due: KeptHold, asking?: Publishing): Promise<void> {
    const { type, documentId } = due;
    let at: string | null = null;
    try {
      await inTransaction(strapi, async (sql) => {
        await lockDocument(strapi, sql, type, documentId);
        const hold = await findHold(strapi, sql, type, documentId);
        // Another node ended it, or an editor changed it, since it was listed.
        if (!hold || isActive(hold, now())) return;
        await deleteHold(strapi, sql, type, documentId);
        const waiting = await stillWaiting(strapi, hold);
        const refused = await refusedOf(hold, waiting, asking);
        if (refused.length > 0) {
          at = refused[0];
          throw mayNotPublish(documentId, refused);
        }
        for (const locale of waiting) {
          at = locale;
          await documentsOf(strapi, type).publish({ documentId, locale: locale === '' ? '*' : locale });
        }
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      strapi.log.error(`[story-blocks] embargo of ${documentId} is over, but it could not be published: ${message}`);
      await putOff(due, { ...tellFailure(error), locale: at || null });
    }
  };
}
