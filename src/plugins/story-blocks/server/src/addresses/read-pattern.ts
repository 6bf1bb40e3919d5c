import { matchPart } from './match-part';

/**
 * What a pattern such as `/{section}/{slug}` has in the place of its names, read from the end of an address: what stands
 * before it (`/amp`, a site's own folder) makes no difference.
 *
 * @param path - The decoded parts of an address between its slashes.
 */
export function valuesBy(pattern: string, path: readonly string[]): Record<string, string> {
  const parts = pattern.split('/').filter(Boolean);
  const values: Record<string, string> = {};
  for (let back = 1; back <= parts.length && back <= path.length; back += 1) {
    const [part, text] = [parts[parts.length - back], path[path.length - back]];
    // A part may be left out where its value was empty; then no other names the story.
    const found = matchPart(part, text);
    if (!found) break;
    Object.assign(values, found);
  }
  return values;
}

/** Whether an address has exactly the parts of a pattern, and those without a name as the pattern has them. */
export function fitsPattern(pattern: string, path: readonly string[]): boolean {
  const parts = pattern.split('/').filter(Boolean);
  return (
    parts.length === path.length &&
    parts.every((part, at) => part.includes('{') || part.toLowerCase() === path[at].toLowerCase())
  );
}
