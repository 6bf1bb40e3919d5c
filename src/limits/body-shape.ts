import { type Fault, isReserved } from './fault';

/** Deeper than any entry of a newsroom: a layout with blocks with a body is at twenty. */
const MOST_LEVELS = 64;

/** Fields that hold an address of mail, or who somebody is: they are checked by expressions that take long for long ones. */
const ADDRESS = /e-?mail|identifier|username/i;
/** Of an address of mail (RFC 5321, 4.5.3.1.3). */
const LONGEST_ADDRESS = 254;

/** What makes the value of a field unfit by its name alone. */
export function namedFault(name: string, value: unknown): Fault | null {
  return typeof value === 'string' && value.length > LONGEST_ADDRESS && ADDRESS.test(name)
    ? { parameter: name, message: `must not be longer than ${LONGEST_ADDRESS} characters` }
    : null;
}

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
      const fault = namedFault(key, below);
      if (fault) return fault;
      open.push([below, depth + 1]);
    }
  }
  return null;
}
