import { type Fault, isReserved } from './fault';

/** Deeper than any entry of a newsroom: a layout with blocks with a body is at twenty. */
const MOST_LEVELS = 64;

/** Fields that hold an address of mail, or who somebody is. */
const NAMES_SOMEBODY = /e-?mail$|identifier$|username$/i;
const ADDRESS_OF_MAIL = /e-?mail$/i;
/** The longest email address (RFC 5321, 4.5.3.1.3). */
const LONGEST_ADDRESS = 254;
/** Letters as those validators know them, so that nothing passes here that they look at twice. */
const LETTER = String.raw`a-zA-Z\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef`;
const ATOM = String.raw`[${LETTER}\d!#$%&'*+/=?^_\x60{|}~-]+`;
const LABEL = String.raw`[${LETTER}\d](?:[${LETTER}\d-]*[${LETTER}\d])?`;
const LAST_LABEL = String.raw`[${LETTER}](?:[${LETTER}\d-]*[${LETTER}])?`;
const PLAIN_ADDRESS = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@(?:${LABEL}\.)*${LAST_LABEL}$`);

/**
 * What makes the value of a field unfit by its name alone. Validators of addresses try so many ways to read one that is
 * none that thirty letters keep them busy for seconds; one that passes here is read the first way.
 */
export function namedFault(name: string, value: unknown): Fault | null {
  if (typeof value !== 'string' || !NAMES_SOMEBODY.test(name)) return null;
  if (value.length > LONGEST_ADDRESS) {
    return { parameter: name, message: `must not be longer than ${LONGEST_ADDRESS} characters` };
  }
  // A text without these two is seen at once to be no address.
  const isUnfit = ADDRESS_OF_MAIL.test(name) && /[@"]/.test(value) && !PLAIN_ADDRESS.test(value.trim());
  return isUnfit ? { parameter: name, message: 'must be an address of mail such as ana@quay.example' } : null;
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
