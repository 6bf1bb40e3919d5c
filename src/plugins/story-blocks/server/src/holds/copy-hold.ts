import type { Core } from '@strapi/strapi';
import type { Sql } from '@wiredesk/strapi-kit/server';
import { entries } from '@wiredesk/strapi-kit/server';
import { lockDocument } from '../db';
import { isActive, type KeptHold } from './hold';
import { findHold, storeHold } from './store-holds';

/**
 * The hold of a story that is about to be copied; null where nothing holds it now. Whoever sets one meanwhile waits for the
 * copy to be made.
 */
export async function holdToCarry(
  strapi: Core.Strapi,
  sql: Sql,
  type: string,
  documentId: string,
  now: number
): Promise<KeptHold | null> {
  await lockDocument(strapi, sql, type, documentId);
  const hold = await findHold(strapi, sql, type, documentId);
  return hold && isActive(hold, now) ? hold : null;
}

/**
 * Holds a copy as its original is held: what may not be read under one id may not be read under another. From then on it is
 * a hold of its own, and publishes nothing by itself: an editor decides what becomes of a copy.
 */
export async function carryHold(
  strapi: Core.Strapi,
  sql: Sql,
  hold: KeptHold,
  copyId: string,
  now: number
): Promise<void> {
  const rows = (await entries(strapi, hold.type).findMany({ select: ['locale'], where: { documentId: copyId } })) as {
    locale: string | null;
  }[];
  const written = new Set(rows.map(({ locale }) => locale ?? ''));
  const copy = {
    ...hold,
    documentId: copyId,
    thenPublish: false,
    locales: hold.locales.filter((locale) => written.has(locale)),
    copiedFrom: hold.documentId,
  };
  await storeHold(strapi, sql, copy, now);
}
