import type { Core } from '@strapi/strapi';
import { ERROR_CODES, type Receipt, type SetHold } from '../../../shared/src';
import type { Desk } from '../config';
import { inTransaction, lockDocument, type Sql, sqlNow, TABLES, table } from '../db';
import { invalid, notFound } from '../http/errors';
import { documentsOf } from '../lib/documents';
import { isActive, type KeptHold } from './hold';
import { deleteHold, endedEmbargoes, findHold, heldIds, storeHold } from './store-holds';

export interface HoldsPorts {
  /** Where the story stands now: every block and page that shows it. */
  standing(uid: string, documentId: string): Promise<Receipt>;
  now(): number;
}

interface Row {
  locale: string | null;
  publishedAt: unknown;
}

/** Milliseconds before an embargo whose publishing failed is tried again, doubled at each failure. */
const FIRST_RETRY_MS = 5_000;
const MAX_RETRY_MS = 10 * 60_000;
const CHUNK = 100;

/** Sets and lifts holds, and ends embargoes at their instant. */
export function createHolds(strapi: Core.Strapi, desk: Desk, ports: HoldsPorts) {
  const rowsOf = (uid: string, documentId: string) =>
    strapi.db
      .query(uid as never)
      .findMany({ select: ['locale', 'publishedAt'], where: { documentId } } as never) as Promise<Row[]>;

  /** The mapped story type that a document is of. */
  async function typeOf(documentId: string, uid?: string): Promise<string> {
    for (const { uid: candidate } of desk.newsroom.types.story) {
      if (uid && uid !== candidate) continue;
      if ((await rowsOf(candidate, documentId)).length > 0) return candidate;
    }
    throw notFound('Unknown story');
  }

  /** Languages that wait for the end of an embargo: those named, else those that were live, else all that are written. */
  function waiting(hold: SetHold, rows: Row[], before: KeptHold | null): string[] {
    const locales = (of: Row[]) => [...new Set(of.map((row) => row.locale ?? ''))];
    const written = locales(rows);
    if (hold.locales) {
      const unknown = hold.locales.find((locale) => !written.includes(locale));
      if (unknown !== undefined) {
        throw invalid(`The story is not written in "${unknown}"; it is in ${written.join(', ')}.`, ['data', 'locales']);
      }
      return hold.locales;
    }
    const live = locales(rows.filter((row) => row.publishedAt !== null));
    if (live.length > 0) return live;
    return before ? before.locales : written;
  }

  async function unpublish(uid: string, documentId: string): Promise<void> {
    await documentsOf(strapi, uid).unpublish({ documentId, locale: '*' });
  }

  /** Taken before the transaction, so that no other writer waits for it and no fault in it stops a kill. */
  async function standing(uid: string, documentId: string): Promise<Receipt | null> {
    try {
      return await ports.standing(uid, documentId);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      strapi.log.error(`[story-blocks] where ${documentId} stood could not be found out: ${message}`);
      return null;
    }
  }

  async function takeBack(type: string, documentId: string): Promise<void> {
    await inTransaction(strapi, async (sql) => {
      await lockDocument(strapi, sql, type, documentId);
      const hold = await findHold(strapi, sql, type, documentId);
      if (!hold || !isActive(hold, ports.now())) return;
      await unpublish(type, documentId);
      strapi.log.warn(`[story-blocks] ${documentId} is held but was published past the plugin; it is unpublished.`);
    });
  }

  return {
    typeOf,

    /** Unpublishes held stories that got published where nobody refused it: with the plugin off, by an import. */
    async enforce(): Promise<void> {
      for (const { uid } of desk.newsroom.types.story.filter((type) => desk.hasDrafts(type.uid))) {
        for (let ids = await heldIds(strapi, await sqlNow(strapi), uid, '', CHUNK); ids.length > 0; ) {
          const live = (await strapi.db.query(uid as never).findMany({
            select: ['documentId'],
            where: { documentId: { $in: ids }, publishedAt: { $notNull: true } },
          } as never)) as { documentId: string }[];
          for (const id of new Set(live.map((row) => row.documentId))) await takeBack(uid, id);
          ids = await heldIds(strapi, await sqlNow(strapi), uid, ids[ids.length - 1], CHUNK);
        }
      }
    },

    async find(documentId: string, uid?: string): Promise<KeptHold | null> {
      const type = await typeOf(documentId, uid);
      return findHold(strapi, await sqlNow(strapi), type, documentId);
    },

    /**
     * Sets a hold and takes the story out of the published state in every language, in one transaction.
     *
     * @returns The hold, and the receipt: where the story stood; null where that could not be found out.
     * @throws A 404 for an unknown story, a 400 where the type has no draft & publish or an embargo is already over.
     */
    async set(documentId: string, hold: SetHold, uid?: string): Promise<{ hold: KeptHold; receipt: Receipt | null }> {
      const type = await typeOf(documentId, uid);
      if (!desk.hasDrafts(type)) {
        throw invalid(
          `${type} has no draft & publish, so its stories are always published and cannot be held.`,
          ['documentId'],
          {
            code: ERROR_CODES.notHoldable,
          }
        );
      }
      const now = ports.now();
      const until = hold.until ? Date.parse(hold.until) : null;
      if (until !== null && until <= now) throw invalid('until has passed already', ['data', 'until']);
      const receipt = await standing(type, documentId);
      return inTransaction(strapi, async (sql: Sql) => {
        await lockDocument(strapi, sql, type, documentId);
        const rows = await rowsOf(type, documentId);
        const kept: KeptHold = {
          type,
          documentId,
          state: hold.state,
          until,
          thenPublish: hold.thenPublish ?? false,
          locales: waiting(hold, rows, await findHold(strapi, sql, type, documentId)),
          note: hold.note ?? null,
        };
        await storeHold(strapi, sql, kept, now);
        await unpublish(type, documentId);
        return { hold: kept, receipt };
      });
    },

    /** Lifts a hold; the story stays a draft until somebody publishes it. @returns False where there was none. */
    async lift(documentId: string, uid?: string): Promise<boolean> {
      const type = await typeOf(documentId, uid);
      return inTransaction(strapi, async (sql) => {
        await lockDocument(strapi, sql, type, documentId);
        const hold = await findHold(strapi, sql, type, documentId);
        if (!hold) return false;
        await deleteHold(strapi, sql, type, documentId);
        return true;
      });
    },

    /**
     * Ends the embargoes that are over: lifts each and publishes the languages that wait for it, in one transaction.
     * One that cannot be published stays, is logged, and is tried again later and later.
     *
     * @returns The instant of the next one that is to end, or null.
     */
    async endEmbargoes(): Promise<number | null> {
      const now = ports.now();
      for (const due of await endedEmbargoes(strapi, await sqlNow(strapi), now, 50)) {
        try {
          await inTransaction(strapi, async (sql) => {
            await lockDocument(strapi, sql, due.type, due.documentId);
            const hold = await findHold(strapi, sql, due.type, due.documentId);
            // Another node ended it, or an editor changed it, since it was listed.
            if (!hold || isActive(hold, ports.now())) return;
            await deleteHold(strapi, sql, due.type, due.documentId);
            if (!hold.thenPublish) return;
            const written = new Set((await rowsOf(due.type, due.documentId)).map((row) => row.locale ?? ''));
            const locales = hold.locales.filter((locale) => written.has(locale));
            for (const locale of locales) {
              await documentsOf(strapi, due.type).publish({
                documentId: due.documentId,
                locale: locale === '' ? '*' : locale,
              });
            }
          });
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          strapi.log.error(
            `[story-blocks] embargo of ${due.documentId} is over, but it could not be published: ${message}`
          );
          await postpone(due);
        }
      }
      const row = await table(strapi, await sqlNow(strapi), TABLES.holds)
        .where({ state: 'embargo' })
        .min({ until: strapi.db.connection.raw('coalesce(retry_at, until)') })
        .first();
      return row?.until === null || row?.until === undefined ? null : Number(row.until);
    },
  };

  async function postpone(due: KeptHold): Promise<void> {
    await inTransaction(strapi, async (sql) => {
      const where = { type: due.type, document_id: due.documentId };
      const row = await table(strapi, sql, TABLES.holds).where(where).first('attempts');
      const attempts = Number(row?.attempts ?? 0) + 1;
      const wait = Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), MAX_RETRY_MS);
      await table(strapi, sql, TABLES.holds)
        .where(where)
        .update({ attempts, retry_at: ports.now() + wait });
    });
  }
}

export type Holds = ReturnType<typeof createHolds>;
