/** Far more than a newsroom's languages; a caller who names them at will cannot fill the memory with them. */
const MAX_KEYS = 500;

/** What is kept under a key, made where it is not; past a bound the keeping begins anew. */
export function remember<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= MAX_KEYS) kept.clear();
  kept.set(key, made);
  return made;
}
