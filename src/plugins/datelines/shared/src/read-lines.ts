import { type ParsedByline, type ParsedDateline, parseByline, parseDateline } from '../../text/src';

export interface ReadLines {
  kind: 'dateline' | 'byline' | 'both' | 'neither';
  dateline: ParsedDateline | null;
  byline: ParsedByline | null;
  /** The lines themselves, as they were written. */
  datelineText: string | null;
  bylineText: string | null;
}

type Options = NonNullable<Parameters<typeof parseDateline>[1]>;

const kindOf = (dateline: unknown, byline: unknown): ReadLines['kind'] => {
  if (dateline && byline) return 'both';
  if (dateline) return 'dateline';
  return byline ? 'byline' : 'neither';
};

/**
 * Reads the head of a story as it is pasted: a dateline, a byline, or both on lines of their own.
 *
 * A byline of two lines (`By Pamela HESS`, `UPI Correspondent`) is read as one. The browser and the server read alike.
 *
 * @param options - As for `parseDateline`; `style` is not a hint: the line tells its own.
 */
export function readLines(text: string, options: Omit<Options, 'style'> = {}): ReadLines {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const byline = firstOf(lines, (line, next) => {
    // A byline of two lines, before one of its first line alone.
    const both = next ? parseByline(`${line}\n${next}`, options) : null;
    if (both) return { parsed: both, text: `${line}\n${next}` };
    const parsed = parseByline(line, options);
    return parsed && { parsed, text: line };
  });
  const dateline = firstOf(lines, (line) => {
    const parsed = parseDateline(line, options);
    return parsed && { parsed, text: line };
  });
  return {
    kind: kindOf(dateline, byline),
    dateline: dateline?.parsed ?? null,
    byline: byline?.parsed ?? null,
    datelineText: dateline?.text ?? null,
    bylineText: byline?.text ?? null,
  };
}

function firstOf<Found>(lines: string[], read: (line: string, next: string | undefined) => Found | null): Found | null {
  for (const [at, line] of lines.entries()) {
    const found = read(line, lines[at + 1]);
    if (found) return found;
  }
  return null;
}
