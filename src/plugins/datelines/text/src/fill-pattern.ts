/** Puts `values` into the `{key}`s of a pattern: `fillPattern('By {names}', { names: 'A' })` → `By A`. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  // A function, since a replacement string would give `$&` in a name a meaning.
  return pattern.replace(/\{(\w+)\}/g, (_match, key: string) => values[key] ?? '');
}
