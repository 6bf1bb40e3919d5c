/** The form in which an answer goes out. */
export type Edition = 'json' | 'text';

const TYPES: Readonly<Record<Edition, string>> = { json: 'application/json', text: 'text/plain' };

interface MediaRange {
  /** The media type, in lower case and without parameters. */
  type: string;
  /** 0 to 1. */
  weight: number;
}

/** Splits at a sign outside quotation marks: `text/plain; note="a, b"` is one range. */
function split(value: string, sign: ',' | ';'): string[] {
  const parts: string[] = [];
  let [start, isQuoted] = [0, false];
  for (let at = 0; at < value.length; at += 1) {
    if (isQuoted && value[at] === '\\') at += 1;
    else if (value[at] === '"') isQuoted = !isQuoted;
    else if (value[at] === sign && !isQuoted) {
      parts.push(value.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, value.slice(start)].map((part) => part.trim()).filter(Boolean);
}

/** A weight that is none says nothing: the range is wanted as if it had none. */
function weightOf(parameters: string[]): number {
  const found = parameters.map((parameter) => /^q\s*=\s*(\d+\.?\d*|\.\d+)$/i.exec(parameter)).find(Boolean);
  return found ? Math.min(1, Number(found[1])) : 1;
}

function rangesOf(accept: string): MediaRange[] {
  return split(accept, ',').map((range) => {
    const [type = '', ...parameters] = split(range, ';');
    return { type: type.toLowerCase(), weight: weightOf(parameters) };
  });
}

/** How closely a range names a type; 0 where it does not. */
function closeness(range: string, type: string): number {
  if (range === type) return 3;
  if (range === `${type.split('/')[0]}/*`) return 2;
  return range === '*/*' ? 1 : 0;
}

/**
 * The edition that a caller wants, by its `Accept` header (RFC 9110, 12.5.1).
 *
 * Parameters other than `q` make no difference: the text edition is `text/plain; charset=utf-8`, whoever asks for that asks
 * for it. Libraries that compare them find that it is none of what we offer.
 *
 * @returns Among equals the one that is named more closely, then the one that is named first; JSON where nothing fits.
 */
export function editionOf(accept: string | undefined): Edition {
  const ranges = rangesOf(accept ?? '');
  const wishes = (['json', 'text'] as const).flatMap((edition) => {
    const named = ranges
      .map(({ type, weight }, at) => ({ edition, weight, at, close: closeness(type, TYPES[edition]) }))
      .filter(({ close }) => close > 0)
      .sort((a, b) => b.close - a.close || a.at - b.at);
    return named.slice(0, 1).filter(({ weight }) => weight > 0);
  });
  const [best] = wishes.sort((a, b) => b.weight - a.weight || b.close - a.close || a.at - b.at);
  return best?.edition ?? 'json';
}
