import { type ParsedByline, type ParsedDateline, parseByline, parseDateline } from '../../text/src';

export interface ReadLines {
  kind: 'dateline' | 'byline' | 'both' | 'neither';
  dateline: ParsedDateline | null;
  byline: ParsedByline | null;
  /** The lines themselves, as they were written but for blank characters at their ends. */
  datelineText: string | null;
  bylineText: string | null;
}

type Options = NonNullable<Parameters<typeof parseDateline>[1]>;

const kindOf = (dateline: unknown, byline: unknown): ReadLines['kind'] => {
  if (dateline && byline) return 'both';
  if (dateline) return 'dateline';
  return byline ? 'byline' : 'neither';
};

/** A head has a few lines; what comes after these is the story, which may have thousands. */
const MAX_LINES = 10;

/** White space, and the zero-width and direction characters that `trim()` leaves. */
const BLANK = /[\s\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Trims blank characters. A pattern with `+$` would take quadratic time on a long run of them. */
function trimLine(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && BLANK.test(line.charAt(start))) start += 1;
  while (end > start && BLANK.test(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function headOf(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    const trimmed = trimLine(line);
    if (trimmed !== '') lines.push(trimmed);
    if (lines.length === MAX_LINES) break;
  }
  return lines;
}

/**
 * Reads the head of a story as it is pasted: a dateline, a byline, or both on lines of their own. Only the first ten
 * lines that are not blank are looked at.
 *
 * A byline of two lines (`By Pamela HESS`, `UPI Correspondent`) is read as one. The browser and the server read alike.
 *
 * @param options - As for `parseDateline`; `style` is not a hint: the line tells its own.
 */
export function readLines(text: string, options: Omit<Options, 'style'> = {}): ReadLines {
  const lines = headOf(text);
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
