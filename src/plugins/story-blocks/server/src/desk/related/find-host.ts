import type { DeskRelated } from '../../../../shared/src';
import type { CardKey, FullCard } from '../../cards';
import { findCard } from '../../cards';
import type { KeptHold } from '../../holds';
import { type Ability, mayManage, visibleRows } from '../../http/admin-reader';
import { forbidden, notFound } from '../../http/errors';
import { findTypes, type StoryRef } from '../../related';
import { activeHolds } from '../stories';
import type { Parts } from './parts';

/** A story in one language, as an administrator may see it. */
export interface Host {
  key: CardKey;
  state: DeskRelated['state'];
  hold: KeptHold | null;
  /** As readers get it; null where it is not published. */
  card: FullCard | null;
}

/** Languages in which a story is written, whoever may see them. */
async function writtenIn({ strapi, desk }: Parts, { type, documentId }: StoryRef): Promise<string[]> {
  const rows: { locale?: string | null }[] = await strapi.db
    .query(type as never)
    .findMany({ select: ['locale'], where: { documentId } } as never);
  return rows.map((row) => desk.keyLocale(type, row.locale));
}

/**
 * The story whose panel is opened.
 *
 * @throws A 404 for an unknown story, a 403 where the administrator may not read it in the content manager.
 */
export async function findHost(parts: Parts, ability: Ability, documentId: string, locale: string): Promise<Host> {
  const { strapi, desk, now } = parts;
  const type = (await findTypes(strapi, desk, [documentId])).get(documentId);
  if (!type) throw notFound('Unknown story');
  if (!mayManage(ability, type)) throw forbidden('You may not read stories of this type in the content manager.');
  const key: CardKey = { type, documentId, locale: desk.keyLocale(type, locale) };
  const rows = await visibleRows(strapi, ability, type, [documentId]);
  const isVisible = rows.some((row) => desk.keyLocale(type, row.locale) === key.locale);
  const hold = (await activeHolds(strapi, [key], now().getTime()))(key);
  if (!isVisible) {
    if (rows.length === 0 || (await writtenIn(parts, key)).includes(key.locale)) {
      throw forbidden('You may not read this story in the content manager.');
    }
    return { key, state: 'new', hold, card: null };
  }
  const card = await findCard(strapi, key);
  return { key, state: card ? 'published' : hold ? 'held' : 'draft', hold, card };
}
