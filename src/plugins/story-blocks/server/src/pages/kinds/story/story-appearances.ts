import { type Card, newestCards } from '../../../cards';
import type { Appearances, Sighting } from '../page-kind';
import type { StoryAsked, StoryPage } from './story-page';

/** Pages that are filled to be sure; more are counted as they may show the story. */
const MAX_FILLED = 150;

const ask = (live: Card): StoryAsked => ({ live });

/** The newest stories of the sections whose pages draw on the story's: their pages may show it. */
async function inDrawing({ strapi, card, isNearTop, drawing }: Sighting) {
  const found = new Map<string, Card>();
  let more = 0;
  for (const { documentId: sectionId } of isNearTop ? drawing('story') : []) {
    const query = { locales: [card.locale], types: [card.type], sectionId };
    const cards = await newestCards(strapi, query, MAX_FILLED + 1);
    for (const one of cards) found.set(one.documentId, one);
    if (cards.length > MAX_FILLED) more += 1;
  }
  return { found, more };
}

/** The story's own page, those that link to it, and those whose blocks draw on its section. */
export const storyAppearances: Appearances<StoryAsked, StoryPage> = {
  async candidates(sighting) {
    const { card, linking } = sighting;
    const naming = new Map([card, ...linking].map((one) => [one.documentId, one]));
    const { found, more } = await inDrawing(sighting);
    const others = [...found.values()].filter(({ documentId }) => !naming.has(documentId));
    const likely = [...naming.values()].slice(0, MAX_FILLED);
    const possible = others.slice(0, MAX_FILLED - likely.length);
    return {
      likely: likely.map(ask),
      possible: possible.map(ask),
      more: more + naming.size + others.length - likely.length - possible.length,
    };
  },
  inOtherLanguage: ({ linking }) => linking.map(ask),
  ask: (documentId) => ({ documentId }),
  name: ({ story: { documentId, title, url } }) => ({ documentId, title, url }),
  partsWith: ({ card }, documentId) => (card.documentId === documentId ? ['story'] : []),
};
