import { type Card, cardSize, type ListQuery, newestCardsOfEach } from '../../cards';
import { createTags } from '../../delivery/tags';
import type { PageRequest } from '../page-request';
import { type ListRequest, listTags } from './list-tags';

/** Reads lists of stories, each as if it were read alone. */
export type ReadLists = (lists: ListQuery[]) => Promise<Card[][]>;

/** Kept lists are as long as a multiple of this, so that pages that want a few more or less share them. */
const STEP = 16;
/** Longer ones are read each time. */
const LONGEST = 128;

interface Narrowing {
  wide: ListQuery;
  excluded: ReadonlySet<string>;
  isKept: boolean;
}

/** The list of a section's newest stories that holds a wanted one, whatever that leaves out. */
function widened(list: ListQuery): Narrowing {
  const { exclude, ...query } = list.query;
  const excluded = new Set(exclude);
  const limit = Math.ceil((list.limit + excluded.size) / STEP) * STEP;
  const isWhole = typeof query.sectionId === 'string' && !query.only && !query.between && !query.ref;
  return isWhole && limit <= LONGEST
    ? { wide: { query, limit }, excluded, isKept: true }
    : { wide: list, excluded, isKept: false };
}

/**
 * Reads lists for a request: the newest stories of sections are kept until one is published, changed or taken down there,
 * so that the pages that one story touches do not each read them again. Those that are not kept are read by one statement.
 */
export function listReader(request: ListRequest & Pick<PageRequest, 'strapi' | 'kept'>): ReadLists {
  const { strapi, kept } = request;
  if (!kept) return (lists) => newestCardsOfEach(strapi, lists);
  return async (lists) => {
    const missing: ListQuery[] = [];
    let reading: Promise<Card[][]> | undefined;
    const read = async (list: ListQuery): Promise<Card[]> => {
      const at = missing.push(list) - 1;
      // Until all have said what they miss.
      await null;
      reading ??= newestCardsOfEach(strapi, missing);
      return (await reading)[at];
    };
    const keep = (sectionId: string, wide: ListQuery) =>
      kept(['newest', wide], async () => {
        const cards = await read(wide);
        const tags = createTags();
        for (const tag of listTags(request, 'section', sectionId)) tags.lists(tag);
        for (const { documentId } of cards) tags.shows('story', documentId);
        return { value: cards, tags: tags.all().join(','), size: cards.reduce((sum, card) => sum + cardSize(card), 0) };
      });
    const narrowings = lists.map(widened);
    const found = await Promise.all(
      narrowings.map(({ wide, isKept }) => (isKept ? keep(String(wide.query.sectionId), wide) : read(wide)))
    );
    return lists.map(({ limit }, at) => {
      const { excluded, isKept } = narrowings[at];
      return isKept ? found[at].filter(({ documentId }) => !excluded.has(documentId)).slice(0, limit) : found[at];
    });
  };
}
