import type { Card, CardQuery, ListQuery } from '../../cards';
import type { SectionWill } from './will';

/** Stories of one section that a caller wants. */
export interface SectionWish {
  sectionId: string;
  limit: number;
}

/** The three parts of a section's list, each in its order and as long as its wishes may need. */
export interface SectionParts {
  pins: Card[];
  rest: Card[];
  sentDown: Card[];
}

/**
 * How many stories of each section may have to be looked at: as many as are wanted of it, and one more for each that
 * another section pins, since it may stand on the page by then. Stories of two sections are never the same otherwise.
 */
function demands(wishes: SectionWish[], wills: ReadonlyMap<string, SectionWill>): Map<string, number> {
  const demand = new Map<string, number>();
  for (const { sectionId, limit } of wishes) demand.set(sectionId, (demand.get(sectionId) ?? 0) + limit);
  for (const [by, { pins }] of wills) {
    if (!demand.has(by)) continue;
    for (const { card } of pins) {
      const of = card.sectionId ?? '';
      const wanted = demand.get(of);
      if (of !== by && wanted !== undefined) demand.set(of, wanted + 1);
    }
  }
  return demand;
}

/**
 * Reads the stories of several sections, as editors want them, all their lists at once.
 *
 * @param read - Reads lists, each as if it were read alone.
 * @param query - What all the lists have in common; stories that it excludes are in none of them.
 * @param wills - What editors want of each section.
 */
export async function readSections(
  read: (lists: ListQuery[]) => Promise<Card[][]>,
  query: CardQuery,
  wishes: SectionWish[],
  wills: ReadonlyMap<string, SectionWill>
): Promise<Map<string, SectionParts>> {
  const excluded = new Set(query.exclude);
  const parts = new Map<string, SectionParts>();
  const lists: { of: SectionParts; part: 'rest' | 'sentDown'; query: CardQuery; limit: number }[] = [];
  for (const [sectionId, limit] of demands(wishes, wills)) {
    const will = wills.get(sectionId);
    const all = will?.pins.map(({ card }) => card) ?? [];
    const pinned = new Set(all.map((card) => card.documentId));
    const sentDown = (will?.sentDown ?? []).filter((id) => !pinned.has(id) && !excluded.has(id));
    const of = { pins: all.filter((card) => !excluded.has(card.documentId)), rest: [], sentDown: [] };
    parts.set(sectionId, of);
    const others = { ...query, sectionId, exclude: [...excluded, ...pinned, ...sentDown] };
    lists.push({ of, part: 'rest', query: others, limit });
    if (sentDown.length > 0) {
      lists.push({ of, part: 'sentDown', query: { ...query, exclude: [], sectionId, only: sentDown }, limit });
    }
  }
  const found = await read(lists);
  for (const [at, { of, part }] of lists.entries()) of[part] = found[at];
  return parts;
}

/**
 * Chooses stories wish by wish, none twice: pins first, then the newest, then those sent down.
 *
 * @param shown - Document ids that stand on the page already; what is chosen is added to it.
 * @returns The stories of each wish, in the order of the wishes.
 */
export function chooseStories(
  wishes: SectionWish[],
  parts: ReadonlyMap<string, SectionParts>,
  shown: Set<string>
): Card[][] {
  return wishes.map(({ sectionId, limit }) => {
    const of = parts.get(sectionId);
    const all = of ? [...of.pins, ...of.rest, ...of.sentDown] : [];
    const chosen = all.filter((card) => !shown.has(card.documentId)).slice(0, limit);
    for (const card of chosen) shown.add(card.documentId);
    return chosen;
  });
}
