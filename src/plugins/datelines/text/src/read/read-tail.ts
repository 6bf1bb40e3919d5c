import { type FoundDate, findDate } from './find-date';

/** What follows the places of a line. */
export interface Tail {
  source?: string;
  /** In the order in which they stand; copy that is sent again has two. */
  dates: FoundDate[];
  end: number;
  hasDash: boolean;
  /** Whether a dash or the line's end closes it. */
  isClosed: boolean;
}

const DASH = /^\s*[.,;:]?\s*[-_]{1,3}(?=\s|$|\p{L}|["'“<(])/u;
/** The agency in brackets, the closing one missing before a dash too. */
const SOURCE = /^\(\s*([\p{L}][\p{L}\p{N} .&'/-]{0,28}?)\s*(?:\)|(?=\s-))/u;
/** `, Reuter -`, as the agency signed in the 1980s. */
const BARE_SOURCE = /^(Reuters?|AP|AFP|UPI|Kyodo|Xinhua)(?=\s*[-_]|\s*$)/u;
const BRACKET = /^\(([^()]{1,60})\)/u;
const STRAYS = /^[\s,.;:]*/u;
/** A date and the dash before it: `KANSAS CITY, Mo. - March 13 -`. */
const JOIN = /^\s*[-_]{1,2}\s*/u;

/** A regional service counts as its agency: `(dpa/lnw)`. */
const agency = (text: string): string => {
  const plain = text.trim().replace(/\/\p{Ll}{2,4}$/u, '');
  return /^reuters?$/i.test(plain) ? 'Reuters' : plain;
};

const dateAt = (text: string, languages: readonly string[]): FoundDate | null => {
  const found = findDate(text.slice(0, 40), languages);
  return found?.start === 0 ? found : null;
};

/** Source and date within one pair of brackets: `(March 3, 2014)`, `(AFP, March 3)`, `(Reuters/March 3)`. */
function inBracket(text: string, languages: readonly string[]): { source?: string; date: FoundDate } | null {
  const date = findDate(text, languages);
  if (!date || date.isGuess) return null;
  const [before, after] = [text.slice(0, date.start), text.slice(date.end)].map((part) =>
    part.replace(/^[\s,/-]+|[\s,/-]+$/gu, '')
  );
  if (before && after) return null;
  const source = before || after;
  if (source && !/^\p{L}[\p{L} .&]{1,28}$/u.test(source)) return null;
  return { ...(source ? { source: agency(source) } : {}), date };
}

/** Reads what follows the places: dates and the source in any order, in brackets or not, and the dash. */
export function readTail(head: string, from: number, languages: readonly string[]): Tail {
  let end = from;
  let source: string | undefined;
  const dates: FoundDate[] = [];
  const shift = (date: FoundDate, by: number) => dates.push({ ...date, start: date.start + by, end: date.end + by });
  // Two dates and a source at most, each of which may be missing.
  for (let parts = 0; parts < 4; parts += 1) {
    const blank = STRAYS.exec(head.slice(end))?.[0].length ?? 0;
    const join = JOIN.exec(head.slice(end + blank))?.[0].length ?? 0;
    const at = end + blank;
    const rest = head.slice(at);
    const bracket = BRACKET.exec(rest);
    const dated = bracket?.[1] ? inBracket(bracket[1], languages) : null;
    if (bracket && dated && dates.length < 2) {
      source ??= dated.source;
      shift(dated.date, at + 1);
      end = at + bracket[0].length;
      continue;
    }
    const signed = source === undefined ? (SOURCE.exec(rest) ?? BARE_SOURCE.exec(rest)) : null;
    if (signed?.[1]) {
      source = agency(signed[1]);
      end = at + signed[0].length;
      continue;
    }
    const date = dates.length < 2 ? dateAt(rest, languages) : null;
    if (date) {
      shift(date, at);
      end = at + date.end;
      continue;
    }
    const behindDash = join > 0 && dates.length === 0 ? dateAt(head.slice(at + join), languages) : null;
    // `BONN - March was cold`: only a date with its day, and a dash behind it, goes on a line.
    if (!behindDash || behindDash.isMonthAlone) break;
    if (!DASH.test(head.slice(at + join + behindDash.end)) && !/^\s*[(,]/.test(head.slice(at + join + behindDash.end)))
      break;
    shift(behindDash, at + join);
    end = at + join + behindDash.end;
  }
  const dash = DASH.exec(head.slice(end));
  const isEnd = /^[\s,.]*$/.test(head.slice(end));
  if (dash) end += dash[0].length;
  return { ...(source ? { source } : {}), dates, end, hasDash: dash !== null, isClosed: dash !== null || isEnd };
}
