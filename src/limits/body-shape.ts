import { type Fault, isReserved } from './fault';

/** Deeper than any entry of a newsroom: a layout with blocks with a body is at twenty. */
const MOST_LEVELS = 64;

/**
 * What makes a body one that must not be stepped through: it nests without end, or names what every object of JavaScript
 * has. Looked through once, and not by recursion.
 *
 * @param allowsNull - Whether texts may hold a null character, which PostgreSQL takes in none.
 */
export function bodyFault(body: unknown, { allowsNull = true }: { allowsNull?: boolean } = {}): Fault | null {
  const open: [value: unknown, depth: number][] = [[body, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (!allowsNull && typeof value === 'string' && value.includes('\0')) {
      return { parameter: 'body', message: 'must not hold a null character (U+0000)' };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MOST_LEVELS) return { parameter: 'body', message: `must not have more than ${MOST_LEVELS} levels` };
    for (const [key, below] of Object.entries(value)) {
      if (isReserved(key)) return { parameter: key, message: 'is no name of a field' };
      open.push([below, depth + 1]);
    }
  }
  return null;
}
