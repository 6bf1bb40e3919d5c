/** A piece of a pattern: what stands there in any case, or the place of a name. */
type Piece = { literal: string } | { name: string };

/** Longer than any slug or document id that Strapi keeps: such a part of an address names nothing. */
const LONGEST_PART = 1_000;

/** Code unit by code unit, so that places in the text stay where they are. */
const folded = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const small = text[at].toLowerCase();
    return small.length === 1 ? small : text[at];
  }).join('');

function piecesOf(part: string): Piece[] {
  return part
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((text) => (/^\{\w+\}$/.test(text) ? { name: text.slice(1, -1) } : { literal: folded(text) }));
}

/** Strapi makes document ids of letters and digits alone; other values hold anything but a break of the line. */
const fits = (name: string, sign: string): boolean =>
  name === 'documentId' ? /[A-Za-z0-9]/.test(sign) : !/[\n\r\u2028\u2029]/.test(sign);

/**
 * What a part of an address has in the place of a pattern's names, where it fits: the first takes as much as it can. The
 * pattern is what an editor or an address has written, so it never becomes an expression: the time is that of one pass
 * over the text for each piece of the pattern, whatever either of them holds.
 *
 * @example matchPart('{slug}-{documentId}', 'ferry-runs-k2ab') // → { slug: 'ferry-runs', documentId: 'k2ab' }
 */
export function matchPart(part: string, text: string): Record<string, string> | null {
  if (text.length > LONGEST_PART || part.length > LONGEST_PART) return null;
  const pieces = piecesOf(part);
  const small = folded(text);
  /** The places in the text at which each piece, and all after it, fit. */
  const ends: Uint8Array[] = Array.from({ length: pieces.length + 1 }, () => new Uint8Array(text.length + 1));
  ends[pieces.length][text.length] = 1;
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const [piece, here, after] = [pieces[index], ends[index], ends[index + 1]];
    for (let at = text.length; at >= 0; at -= 1) {
      if ('literal' in piece) {
        here[at] = Number(after[at + piece.literal.length] === 1 && small.startsWith(piece.literal, at));
      } else if (at < text.length && fits(piece.name, text[at])) here[at] = after[at + 1] | here[at + 1];
    }
  }
  if (!ends[0][0]) return null;
  const values: Record<string, string> = {};
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    const from = at;
    if ('literal' in piece) at += piece.literal.length;
    else {
      for (let to = from; to < text.length && fits(piece.name, text[to]); to += 1)
        if (ends[index + 1][to + 1]) at = to + 1;
      values[piece.name] = text.slice(from, at);
    }
  }
  return values;
}
