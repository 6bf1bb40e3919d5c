const MOST_STEPS = 6;
/** Each language leads to all others, so that a second step gives every entry once more for each of them. */
const ONCE = 'localizations';

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Ways from an entry to others, as the names of fields: of `a,b.c`, a list of these, or an object by field. */
function* waysOf(populate: unknown, before: readonly string[] = []): Generator<readonly string[]> {
  if (typeof populate === 'string') {
    for (const way of populate.split(',')) yield [...before, ...way.trim().split('.')];
    return;
  }
  if (!isGroup(populate)) return;
  for (const [key, value] of Object.entries(populate)) {
    if (/^\d+$/.test(key)) {
      yield* waysOf(value, before);
      continue;
    }
    const way = [...before, ...key.split('.')];
    yield way;
    if (!isGroup(value)) continue;
    yield* waysOf(value.populate, way);
    if (isGroup(value.on))
      for (const part of Object.values(value.on)) if (isGroup(part)) yield* waysOf(part.populate, way);
  }
}

/**
 * What makes a populate lead too far, however it is written.
 *
 * @param populate - Of no more levels and values than `query-shape` lets through.
 */
export function populateFault(populate: unknown): string | null {
  for (const way of waysOf(populate)) {
    if (way.length > MOST_STEPS)
      return `must not lead further than ${MOST_STEPS} steps: "${way.join('.').slice(0, 50)}…"`;
    if (way.indexOf(ONCE) !== way.lastIndexOf(ONCE)) return `must not name ${ONCE} within ${ONCE}`;
  }
  return null;
}
