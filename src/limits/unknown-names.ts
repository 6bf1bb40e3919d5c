import type { Fault } from './fault';
import type { Attribute } from './schemas';
import { isGroup, isPlace } from './values';

/** Names that every entry has, and no schema; and all of them at once. */
const OF_ENTRIES = ['id', 'documentId', '*'];

/** The fields that `fields` or `sort` names first: `a,b.c:desc`, a list of these, or an object by field. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').map((one) => one.trim().split(/[.:]/)[0]);
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => (isPlace(key) ? namesIn(below) : [key]));
}

/** The first name of `fields` and `sort` that a type does not have, where Strapi would ask the database for it. */
export function unknownNameFault(query: Record<string, unknown>, attributes: Record<string, Attribute>): Fault | null {
  const known = new Set([...OF_ENTRIES, ...Object.keys(attributes)]);
  for (const parameter of ['fields', 'sort']) {
    const unknown = namesIn(query[parameter]).find((name) => name !== '' && !known.has(name));
    if (unknown !== undefined) return { parameter, message: `"${unknown.slice(0, 50)}" is no field of this type` };
  }
  return null;
}
