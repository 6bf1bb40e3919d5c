import { type ParsedByline, type ParsedDateline, parseByline, parseDateline } from '../../text/src';

export interface ReadLines {
  kind: 'dateline' | 'byline' | 'both' | 'neither';
  dateline: ParsedDateline | null;
  byline: ParsedByline | null;
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
  let dateline: ParsedDateline | null = null;
  let byline: ParsedByline | null = null;
  for (let at = 0; at < lines.length && !(dateline && byline); at += 1) {
    const line = lines[at] ?? '';
    const next = lines[at + 1];
    byline ??= (next ? parseByline(`${line}\n${next}`, options) : null) ?? parseByline(line, options);
    dateline ??= parseDateline(line, options);
  }
  return { kind: kindOf(dateline, byline), dateline, byline };
}
