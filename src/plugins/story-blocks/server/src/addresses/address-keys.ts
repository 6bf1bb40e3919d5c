import { createHash } from 'node:crypto';
import { foldSlug } from '../lib/fold-slug';
import { plainPath, type WebAddress } from './web-address';

const KEY_LENGTH = 22;
/** Values of an address's query that may name a story. */
const MAX_VALUES = 3;
const COUNTED = /^(?:utm_|fbclid|gclid|mc_)/i;

/** What a host says of a name, as one key: which hosts are ours is asked when it is looked for, so that it may change. */
const keyOf = (host: string, name: string): string =>
  createHash('sha256')
    .update(`${host}\n${foldSlug(name)}`)
    .digest('base64url')
    .slice(0, KEY_LENGTH);

/**
 * The keys under which an address is found again by what it may name: the last two parts of its path, and the values of
 * its query.
 */
export function addressKeys({ host, path, query }: WebAddress): string[] {
  const plain = plainPath(path);
  const values = [...query].flatMap(([name, value]) => (COUNTED.test(name) || value === '' ? [] : value));
  const names = [...plain.slice(-2), ...path.slice(-1), ...values.slice(0, MAX_VALUES)];
  return [...new Set(names)].map((name) => keyOf(host, name));
}

/** A part of a pattern that holds more than a name, filled: `{slug}-{documentId}`. */
function filledParts(pattern: string, values: Record<string, string>): string[] {
  return pattern.split(/[/?&=]/).flatMap((part) => {
    if (!/\{(?:slug|documentId)\}/.test(part)) return [];
    const filled = part.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
    return filled.includes('{') ? [] : [filled];
  });
}

/**
 * The keys that an address of a story may have.
 *
 * @param hosts - Of our sites.
 * @param slugs - That it has and had.
 * @param patterns - Of stories' addresses.
 */
export function storyKeys(
  hosts: readonly string[],
  { slugs, documentId }: { slugs: readonly string[]; documentId: string },
  patterns: readonly string[]
): string[] {
  const filled = slugs.flatMap((slug) => patterns.flatMap((pattern) => filledParts(pattern, { slug, documentId })));
  const names = new Set([documentId, ...slugs, ...filled]);
  return [...new Set(hosts.flatMap((host) => [...names].map((name) => keyOf(host, name))))];
}
