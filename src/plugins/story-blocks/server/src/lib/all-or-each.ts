/**
 * Runs `work` on all at once; where that fails on each by itself, so that one keeps no other from its turn.
 *
 * @param fail - What is done with one that fails by itself.
 * @returns What each turn that did not fail, or its `fail`, gave.
 */
export async function allOrEach<Item, Result>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<Result>,
  fail: (item: Item, error: unknown) => Promise<Result>
): Promise<Result[]> {
  try {
    return [await work(items)];
  } catch (error) {
    if (items.length === 1) return [await fail(items[0], error)];
  }
  const results: Result[] = [];
  for (const item of items) results.push(...(await allOrEach([item], work, fail)));
  return results;
}
