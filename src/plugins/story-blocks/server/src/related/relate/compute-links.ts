import { sqlNow, table } from '@wiredesk/strapi-kit/server';
import type { FullCard } from '../../cards';
import { findCards, storyId } from '../../cards';
import type { StoryRef } from '../../curation/wish';
import { TABLES, whereIn } from '../../db';
import { analyseStory } from '../analyse/analyse-story';
import { decodePostings } from '../index/codec';
import { readPostings } from '../index/postings';
import { toIndexed } from '../index/store-stories';
import { createContext, type IndexedStory } from '../rank/indexed-story';
import { rankStories } from '../rank/rank-stories';
import type { StoryLink } from '../read-links';
import { withBorrowed } from './borrow';
import { analysed } from './relate';
import type { Relating } from './relating';

/** The number of a story that is in no index: real ones begin at 1. */
const UNNUMBERED = 0;
/** Stories of which the cards are read, of those that share words with a text. */
const MOST_FOUND = 200;

/**
 * Links that a story would have by its text as it stands: analysed, held against the index and ranked like any other.
 * Nothing is written; the story need not be live, or be kept at all.
 *
 * @returns The best first; none where nothing belongs with it, or its language has no model yet.
 */
export async function computeLinks(relating: Relating, card: FullCard): Promise<StoryLink[]> {
  const { strapi, index, models, weighed } = relating;
  const { model } = await models.standing(card.locale);
  const story: IndexedStory = { ...toIndexed(card, analysed(card), model), id: UNNUMBERED };
  const [similar] = await index.similar([story], model, { surfaces: true });
  const own = rankStories(story, similar, weighed, createContext(model));
  const links = await withBorrowed(relating, story, own);
  const cards = new Map<string, StoryLink['card']>();
  const keyOf = (key: StoryRef & { locale: string }) => `${key.locale} ${storyId(key)}`;
  for (const locale of new Set(links.map((link) => link.story.locale))) {
    const here = links.map((link) => link.story).filter((other) => other.locale === locale);
    for (const type of new Set(here.map((other) => other.type))) {
      const ids = here.filter((other) => other.type === type).map(({ documentId }) => documentId);
      for (const found of await findCards(strapi, type, locale, ids)) cards.set(keyOf(found), found);
    }
  }
  return links.flatMap(({ story: other, score, reasons }) => {
    const target = cards.get(keyOf(other));
    return target ? [{ target, card: target, pinned: false, score, reasons }] : [];
  });
}

/**
 * Live stories of a language in whose most telling words those of a text are, however old they are: through the index's
 * own lists, so that the archive's size does not matter. What they say must be compared by the caller.
 */
export async function findByWords({ strapi, models }: Relating, text: string, locale: string): Promise<StoryRef[]> {
  const { terms } = analyseStory({ title: text, paragraphs: [], locale });
  const sql = await sqlNow(strapi);
  const { model } = await models.standing(locale);
  const hashes = terms.map(({ hash }) => hash);
  const lists = await readPostings(strapi, sql, { locale, model: model.version }, hashes);
  const counts = new Map<number, number>();
  for (const list of lists.values()) {
    for (const id of new Set(decodePostings(list).map(({ story }) => story))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const best = [...counts].sort(([a, m], [b, n]) => n - m || b - a).slice(0, MOST_FOUND);
  if (best.length === 0) return [];
  const rows: { type: string; document_id: string }[] = await whereIn(
    strapi,
    table(strapi, sql, TABLES.index).whereNotNull('features'),
    'id',
    best.map(([id]) => id)
  ).select('type', 'document_id');
  return rows.map((row) => ({ type: row.type, documentId: row.document_id }));
}
