/** More than a newsroom's languages: what is read of one takes a megabyte, and callers name languages at will. */
const MOST_LANGUAGES = 60;

/**
 * What is kept under a key, made where it is not.
 *
 * @param most - Keys that are kept; past that the keeping begins anew.
 */
export function remember<Value>(
  kept: Map<string, Value>,
  key: string,
  make: () => Value,
  most: number = MOST_LANGUAGES
): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= most) kept.clear();
  kept.set(key, made);
  return made;
}
