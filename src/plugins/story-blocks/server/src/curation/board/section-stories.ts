import type { Core } from '@strapi/strapi';
import { type Card, type CardQuery, countCards, newestCards } from '../../cards';
import { type LivePin, type SectionWill, windowOf } from './will';

/** A list of one section's stories. */
export type SectionQuery = CardQuery & { sectionId: string };

function split({ exclude, ...query }: SectionQuery, will: SectionWill) {
  const excluded = new Set(exclude);
  const pins = will.pins.filter(({ card }) => !excluded.has(card.documentId));
  const pinned = new Set(will.pins.map(({ card }) => card.documentId));
  const sentDown = will.sentDown.filter((id) => !pinned.has(id) && !excluded.has(id));
  return { query, pins, sentDown, gone: [...excluded, ...pinned] };
}

/**
 * A section's stories as editors want them: pins in their order, then the newest, then those sent down.
 *
 * @returns A window of that list; one statement for a list that editors let be, two more at most where stories were
 *   sent down and the others do not fill it.
 */
export async function sectionStories(
  strapi: Core.Strapi,
  asked: SectionQuery,
  will: SectionWill,
  limit: number,
  offset = 0
): Promise<Card[]> {
  const { query, pins, sentDown, gone } = split(asked, will);
  const window = windowOf(pins.length, offset, limit);
  const cardOf = ({ card }: LivePin) => card;
  const first = pins.slice(window.pins.from, window.pins.from + window.pins.count).map(cardOf);
  if (window.rest.count === 0) return first;

  const others = { ...query, exclude: [...gone, ...sentDown] };
  const rest = await newestCards(strapi, others, window.rest.count, window.rest.from);
  const left = window.rest.count - rest.length;
  if (left === 0 || sentDown.length === 0) return [...first, ...rest];

  const isBehind = rest.length === 0 && window.rest.from > 0;
  const count = isBehind ? await countCards(strapi, others) : window.rest.from + rest.length;
  const last = await newestCards(strapi, { ...query, only: sentDown }, left, Math.max(0, window.rest.from - count));
  return [...first, ...rest, ...last];
}

/** How many stories there are in such a list: the section's own, and those of others that it pins. */
export async function countSectionStories(
  strapi: Core.Strapi,
  asked: SectionQuery,
  will: SectionWill
): Promise<number> {
  const { query, pins, gone } = split(asked, will);
  return pins.length + (await countCards(strapi, { ...query, exclude: gone }));
}
