import type { Core } from '@strapi/strapi';
import type { BoardCandidate } from '../../../../shared/src';
import { createView, findCards, kickerOf, loadForViews } from '../../cards';
import type { Desk } from '../../config';
import { type Ability, findVisible, mayManage } from '../../http/admin-reader';

const MAX_WORDS = 8;
const MAX_FOUND = 10;

/** The last part of a pasted address, which is a story's slug; null for what is no address. */
export function slugIn(text: string): string | null {
  if (!/^https?:\/\//i.test(text)) return null;
  const path = text.replace(/[?#].*$/, '').replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replace(/\.html?$/i, '') || null;
  } catch {
    return last;
  }
}

/** Words that a headline must hold, all of them. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean).slice(0, MAX_WORDS);

/**
 * Stories that an editor may mean: by words of the headline, by a pasted address, or by document id; in one language,
 * published or not, the newest first, as far as he may read them.
 */
export async function findCandidates(
  strapi: Core.Strapi,
  desk: Desk,
  ability: Ability,
  asked: string,
  locale: string
): Promise<BoardCandidate[]> {
  const text = asked.trim();
  if (text === '') return [];
  const slug = slugIn(text);
  const view = await createView(strapi, desk, locale);
  const found: BoardCandidate[] = [];
  for (const { uid, fields } of desk.newsroom.types.story) {
    if (!mayManage(ability, uid) || !mayManage(ability, uid, fields.title)) continue;
    const bySlug = fields.slug && slug !== null ? [{ [fields.slug]: slug }] : [];
    const byWords =
      slug === null ? [{ $and: wordsOf(text).map((word) => ({ [fields.title]: { $containsi: word } })) }] : [];
    const rows = await findVisible(strapi, ability, uid, {
      filters: { $or: [{ documentId: text }, ...bySlug, ...byWords] },
      fields: [fields.title],
      locale,
      sort: 'createdAt:desc',
      limit: MAX_FOUND,
    });
    const ids = rows.map(({ documentId }) => documentId);
    const cards = await findCards(strapi, uid, desk.keyLocale(uid, locale), ids);
    await loadForViews(view, cards);
    for (const row of rows) {
      const card = cards.find(({ documentId }) => documentId === row.documentId);
      const maySeeKicker = fields.section !== undefined && mayManage(ability, uid, fields.section);
      found.push({
        documentId: row.documentId,
        type: uid,
        locale: row.locale,
        title: String(row[fields.title] ?? ''),
        kicker: card && maySeeKicker ? kickerOf(view, card) : null,
        isLive: card !== undefined,
      });
    }
  }
  return found.slice(0, MAX_FOUND);
}
