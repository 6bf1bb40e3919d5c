import type { ConceptKind } from '@wiredesk/newsroom';
import type { Appearances, Candidates, Sighting } from '../page-kind';
import { FRONT_SIZE, type Front, type FrontAsked } from './fill-front';

/** Fronts that are filled because their blocks may have the story. */
const MAX_POSSIBLE = 50;

const ask = (named: string): FrontAsked => ({ named, page: 1, pageSize: FRONT_SIZE });

/** The fronts of concepts, by document id; each once. */
export function frontCandidates(likely: readonly string[], possible: readonly string[], most = MAX_POSSIBLE) {
  const named = new Set(likely);
  const others = [...new Set(possible)].filter((id) => !named.has(id));
  return {
    likely: [...named].map(ask),
    possible: others.slice(0, most).map(ask),
    more: Math.max(0, others.length - most),
  } satisfies Candidates<FrontAsked>;
}

/**
 * Fronts of a story's own concepts. A site's layout is that of their fronts: where a front's blocks draw on the story's
 * section, the other concepts' fronts may have it too.
 */
export const ofConcepts =
  (kind: ConceptKind, idsOf: (sighting: Sighting) => string[]) =>
  async (sighting: Sighting): Promise<Candidates<FrontAsked>> => {
    const others = sighting.drawing.length > 0 ? await sighting.all(kind) : [];
    return frontCandidates(
      idsOf(sighting),
      others.map(({ documentId }) => documentId)
    );
  };

/** How receipts find a story on fronts. */
export const frontAppearances = (
  candidates: (sighting: Sighting) => Promise<Candidates<FrontAsked>>
): Appearances<FrontAsked, Front> => ({
  candidates,
  ask,
  name: ({ subject: { documentId, name } }) => ({ documentId, title: name, url: null }),
  partsWith: ({ cards }, documentId) => (cards.some((card) => card.documentId === documentId) ? ['teasers'] : []),
});
