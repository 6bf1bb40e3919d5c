/** What stands in a list of an editor's wishes. */
interface Named {
  documentId: string;
}

export const without = <Item extends Named>(items: readonly Item[], documentId: string): Item[] =>
  items.filter((item) => item.documentId !== documentId);

/** @param at - A place outside the list means its nearest one. */
export function insert<Item>(items: readonly Item[], item: Item, at: number): Item[] {
  const place = Math.max(0, Math.min(at, items.length));
  return [...items.slice(0, place), item, ...items.slice(place)];
}
