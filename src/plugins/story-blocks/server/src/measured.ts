import type { Core } from '@strapi/strapi';
import { inTransaction } from '@wiredesk/strapi-kit/server';
import { assemblyOf } from './assemble';
import { type CardKey, type FullCard, findCard } from './cards';
import { storeCards } from './cards/store-cards';
import { readStoryLinks, type StoryLink } from './related';
import { BREATH_MS } from './upkeep/compared';

export type { CardKey, FullCard, StoryLink };

/**
 * What measurements of related links take apart, past HTTP and past Strapi's documents: cards without their entries, the
 * steps of the ranking one by one. For this repository alone: the built plugin does not have it.
 *
 * @param strapi - Without its worker, which would take the steps itself.
 */
export function openMeasured(strapi: Core.Strapi) {
  const { newsroom, related } = assemblyOf(strapi);
  const { wake, nextStep, relateNext, renew } = related;
  return {
    steps: { wake, nextStep, relateNext, renew },
    /** Milliseconds that a rebuild waits between two steps. */
    breathMs: BREATH_MS,
    /** Writes cards of stories that have none yet, or have others. */
    store: (cards: FullCard[]) => inTransaction(strapi, (sql) => storeCards(strapi, sql, cards, [])),
    findCard: (key: CardKey): Promise<FullCard | null> => findCard(strapi, key),
    /** Links of stories of one language, by the story. */
    readLinks: (locale: string, cards: FullCard[]): Promise<Map<string, StoryLink[]>> =>
      readStoryLinks(strapi, { newsroom, locale, now: new Date() }, cards),
  };
}
export type Measured = ReturnType<typeof openMeasured>;
