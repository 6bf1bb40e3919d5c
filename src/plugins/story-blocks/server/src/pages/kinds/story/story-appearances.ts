import { type Card, newestCards } from '../../../cards';
import type { Appearances, Candidates, Sighting } from '../page-kind';
import type { StoryAsked, StoryPage } from './story-page';

/** Pages that are filled to be sure; more are counted as they may show the story. */
const MAX_FILLED = 150;

const ask = (live: Card): StoryAsked => ({ live });

/** The newest stories of the sections whose pages draw on the story's: their pages may show it. */
async function inDrawing({ strapi, card, isNearTop, drawing }: Sighting) {
  const newest = new Map<string, Card>();
  let more = 0;
  for (const { documentId: sectionId } of isNearTop ? drawing : []) {
    const query = { locales: [card.locale], types: [card.type], sectionId };
    const cards = await newestCards(strapi, query, MAX_FILLED + 1);
    for (const one of cards) newest.set(one.documentId, one);
    if (cards.length > MAX_FILLED) more += 1;
  }
  return { newest, more };
}

function candidatesOf(naming: readonly Card[], others: readonly Card[] = []): Candidates<StoryAsked> {
  const likely = naming.slice(0, MAX_FILLED);
  const possible = others.slice(0, MAX_FILLED - likely.length);
  const more = naming.length + others.length - likely.length - possible.length;
  return { likely: likely.map(ask), possible: possible.map(ask), more };
}

/** The story's own page, those that link to it, and those whose blocks draw on its section. */
export const storyAppearances: Appearances<StoryAsked, StoryPage> = {
  async candidates(sighting) {
    const { card, linking } = sighting;
    const naming = new Map([card, ...linking].map((one) => [one.documentId, one]));
    const { newest, more } = await inDrawing(sighting);
    const others = [...newest.values()].filter(({ documentId }) => !naming.has(documentId));
    const found = candidatesOf([...naming.values()], others);
    return { ...found, more: found.more + more };
  },
  inOtherLanguage: ({ linking }) => candidatesOf(linking),
  ask: (documentId) => ({ documentId }),
  name: ({ story: { documentId, title, url } }) => ({ documentId, title, url }),
  partsWith: ({ card }, documentId) => (card.documentId === documentId ? ['story'] : []),
};
