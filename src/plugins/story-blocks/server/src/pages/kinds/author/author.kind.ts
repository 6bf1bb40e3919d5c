import { frontAppearances, ofConcepts } from '../front/front-appearances';
import { frontKind } from '../front/front-kind';

/** The front of an author. */
export const authorFront = frontKind(
  { kind: 'author', stories: ({ documentId: id }) => ({ ref: { role: 'author', id } }) },
  { plural: 'authors', a: 'an author' },
  frontAppearances(ofConcepts('author', ({ card }) => card.credits.flatMap(({ authorId }) => authorId ?? [])))
);
