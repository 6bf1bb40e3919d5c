import type { Core } from '@strapi/strapi';
import {
  entries,
  forbidden,
  inTransaction,
  invalid,
  notFound,
  type Sql,
  sqlNow,
  table,
} from '@wiredesk/strapi-kit/server';
import { ERROR_CODES, type Receipt, type SetHold } from '../../../shared/src';
import { lockDocument, TABLES } from '../db';
import { documentsOf } from '../lib/documents';
import type { Newsroom } from '../newsroom';
import type { Troubles } from '../troubles';
import { createEnding } from './end-embargo';
import { isActive, isWeaker, type KeptHold, type NewHold } from './hold';
import { type LanguageRow, languageRows } from './language-rows';
import { mayNotPublish } from './publishing';
import type { Rights } from './rights';
import { deleteHold, endedEmbargoes, findHold, heldIds, storeHold } from './store-holds';

export interface HoldsPorts {
  /** Where the story stands now: every block and page that shows it. */
  standing(uid: string, documentId: string): Promise<Receipt>;
  /** Where it notes what it cannot do. */
  troubles: Troubles;
  now(): number;
}

const CHUNK = 100;

/** @throws A 403 where somebody may not set a hold as it is, or not in the place of the one that stands. */
async function refuseSetting(hold: NewHold, before: KeptHold | null, rights: Rights, now: number): Promise<void> {
  const { type, documentId, locales } = hold;
  if (before && isActive(before, now) && isWeaker(hold, before) && !(await rights.mayLift())) {
    throw forbidden(
      `Story ${documentId} has a stronger hold ("${before.state}"), and you may not lift it. Set one that is as strong.`,
      { code: ERROR_CODES.mayNotLift, documentId, state: before.state }
    );
  }
  if (!hold.thenPublish) return;
  const refused = rights.setter ? await rights.publishing(type, documentId, locales) : locales;
  if (refused.length > 0) throw mayNotPublish(documentId, refused);
}

/** Sets and lifts holds, and ends embargoes at their instant. */
export function createHolds(strapi: Core.Strapi, newsroom: Newsroom, ports: HoldsPorts) {
  const rowsOf = (uid: string, documentId: string) => languageRows(strapi, uid, documentId);
  const end = createEnding(strapi, ports.now);

  /** The mapped story type that a document is of. */
  async function typeOf(documentId: string, uid?: string): Promise<string> {
    for (const { uid: candidate } of newsroom.config.types.story) {
      if (uid && uid !== candidate) continue;
      if ((await rowsOf(candidate, documentId)).length > 0) return candidate;
    }
    throw notFound('Unknown story');
  }

  /** Languages that wait for the end of an embargo: those named, else those that were live, else all that are written. */
  function waiting(hold: SetHold, rows: LanguageRow[], before: KeptHold | null): string[] {
    const locales = (of: LanguageRow[]) => [...new Set(of.map((row) => row.locale ?? ''))];
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

  async function unpublishHeld(type: string, documentId: string): Promise<void> {
    await inTransaction(strapi, async (sql) => {
      await lockDocument(strapi, sql, type, documentId);
      const hold = await findHold(strapi, sql, type, documentId);
      if (!hold || !isActive(hold, ports.now())) return;
      await unpublish(type, documentId);
      strapi.log.warn(`[story-blocks] ${documentId} is held but was published past the plugin; it is unpublished.`);
    });
  }

  /**
   * Unpublishes a held story that got published; one that cannot be keeps no other from it, and is noted.
   *
   * @returns Whether it is not published now.
   */
  async function takeBack(type: string, documentId: string): Promise<boolean> {
    try {
      await unpublishHeld(type, documentId);
      await ports.troubles.entriesSolved('holds', type, [documentId]);
      return true;
    } catch (error) {
      await ports.troubles.failed('holds', error, { type, documentId, locale: '' });
      return false;
    }
  }

  return {
    typeOf,
    takeBack,

    /**
     * Unpublishes held stories that got published where nobody refused it: with the plugin off, by an import.
     *
     * @throws {Error} where one or more could not be; the others are.
     */
    async enforce(): Promise<void> {
      const left: string[] = [];
      for (const { uid } of newsroom.config.types.story.filter((type) => newsroom.hasDrafts(type.uid))) {
        for (let ids = await heldIds(strapi, await sqlNow(strapi), uid, '', CHUNK); ids.length > 0; ) {
          const live = (await entries(strapi, uid).findMany({
            select: ['documentId'],
            where: { documentId: { $in: ids }, publishedAt: { $notNull: true } },
          })) as { documentId: string }[];
          for (const id of new Set(live.map((row) => row.documentId))) {
            if (!(await takeBack(uid, id))) left.push(id);
          }
          ids = await heldIds(strapi, await sqlNow(strapi), uid, ids[ids.length - 1], CHUNK);
        }
      }
      if (left.length > 0) {
        throw new Error(
          `Held stories are published and could not be unpublished: ${left.slice(0, 20).join(', ')}. The log says what prevents it.`
        );
      }
    },

    async find(documentId: string, uid?: string): Promise<KeptHold | null> {
      const type = await typeOf(documentId, uid);
      return findHold(strapi, await sqlNow(strapi), type, documentId);
    },

    /**
     * Sets a hold and takes the story out of the published state in every language, in one transaction.
     *
     * @param rights - Of the one for whom it is set; left out, code sets it, which may do everything.
     * @returns The hold, and the receipt: where the story stood; null where that could not be found out.
     * @throws A 404 for an unknown story, a 400 where the type has no draft & publish or an embargo is already over, a 403
     *   where the rights are not enough.
     */
    async set(
      documentId: string,
      hold: SetHold,
      uid?: string,
      rights?: Rights
    ): Promise<{ hold: KeptHold; receipt: Receipt | null }> {
      const type = await typeOf(documentId, uid);
      if (!newsroom.hasDrafts(type)) {
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
        const before = await findHold(strapi, sql, type, documentId);
        const kept: NewHold = {
          type,
          documentId,
          state: hold.state,
          until,
          thenPublish: hold.thenPublish ?? false,
          locales: waiting(hold, rows, before),
          note: hold.note ?? null,
          // An editor who changes the hold of a copy wants to know as before where it came from.
          copiedFrom: before?.copiedFrom ?? null,
          setBy: rights?.setter ?? null,
        };
        if (rights) await refuseSetting(kept, before, rights, now);
        await storeHold(strapi, sql, kept, now);
        await unpublish(type, documentId);
        return { hold: { ...kept, setAt: now, attempts: 0, retryAt: null, failure: null }, receipt };
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
     * One that cannot be published stays, says why, and is tried again later and later.
     *
     * @returns The instant of the next one that is to end, or null.
     */
    async endEmbargoes(): Promise<number | null> {
      for (const due of await endedEmbargoes(strapi, await sqlNow(strapi), ports.now(), 50)) await end(due);
      const row = await table(strapi, await sqlNow(strapi), TABLES.holds)
        .where({ state: 'embargo' })
        .min({ until: strapi.db.connection.raw('coalesce(retry_at, until)') })
        .first();
      return row?.until === null || row?.until === undefined ? null : Number(row.until);
    },

    /**
     * Ends an embargo that is over now, without waiting for its next turn.
     *
     * @param rights - Of the one who asks for it, who may publish where the one who set it no longer may.
     * @returns Null where it is ended; else the hold, which says why it is not.
     * @throws A 404 where no embargo of the story is over.
     */
    async tryAgain(documentId: string, uid?: string, rights?: Rights): Promise<KeptHold | null> {
      const type = await typeOf(documentId, uid);
      const find = async () => findHold(strapi, await sqlNow(strapi), type, documentId);
      const due = await find();
      if (!due || isActive(due, ports.now())) throw notFound('No embargo of this story is over and waits to be ended');
      await end(due, rights?.publishing);
      return find();
    },
  };
}

export type Holds = ReturnType<typeof createHolds>;
