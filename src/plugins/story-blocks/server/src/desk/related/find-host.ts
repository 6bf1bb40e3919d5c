import type { DeskRelated } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import { readableType, storyAccess } from '../../access/story-access';
import type { CardKey, FullCard } from '../../cards';
import { findCard } from '../../cards';
import type { KeptHold } from '../../holds';
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

/**
 * The story whose panel is opened.
 *
 * @throws A 404 for an unknown story, a 403 where the administrator may not read it in the content manager.
 */
export async function findHost(parts: Parts, ability: Ability, documentId: string, locale: string): Promise<Host> {
  const { strapi, newsroom, now } = parts;
  const access = await storyAccess(strapi, newsroom, ability, [documentId]);
  const type = readableType(access, ability, documentId, locale);
  const key: CardKey = { type, documentId, locale: newsroom.keyLocale(type, locale) };
  const hold = (await activeHolds(strapi, [key], now().getTime()))(key);
  if (!access.isWritten(documentId, key.locale)) return { key, state: 'new', hold, card: null };
  const card = await findCard(strapi, key);
  return { key, state: card ? 'published' : hold ? 'held' : 'draft', hold, card };
}
