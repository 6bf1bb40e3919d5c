/** A word or number that is written wrong, and what it stands for. */
export interface Slip {
  /** As it stands in the line. */
  written: string;
  /** Left out where nobody can tell: a day that no month has. */
  meant?: string;
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two letters lie beside each other on a keyboard, in a row or one above the other. */
function areNeighbours(a: string, b: string): boolean {
  const [first, second] = [a, b].map((letter) => {
    const row = ROWS.findIndex((keys) => keys.includes(letter));
    return { row, column: ROWS[row]?.indexOf(letter) ?? Number.NaN };
  });
  return first !== undefined && second !== undefined && first.row >= 0 && second.row >= 0
    ? Math.abs(first.row - second.row) <= 1 && Math.abs(first.column - second.column) <= 1
    : false;
}

/** What one slip counts for. Changed places and a neighbouring key are likelier than any other letter. */
const SWAPPED = 0.8;
const NEIGHBOUR = 0.85;
const MISSING = 0.9;

/**
 * How far a word is from the one that was meant, in slips of the keyboard: a letter more, less or other, or two that
 * changed places. Likelier slips count for a little less than one.
 */
export function slipsBetween(written: string, meant: string): number {
  const rows: number[][] = [Array.from({ length: meant.length + 1 }, (_, column) => column * MISSING)];
  for (let i = 1; i <= written.length; i += 1) {
    const row = [i * MISSING];
    for (let j = 1; j <= meant.length; j += 1) {
      const [a = '', b = ''] = [written[i - 1], meant[j - 1]];
      const other = a === b ? 0 : areNeighbours(a, b) ? NEIGHBOUR : 1;
      const at = (back: number, column: number) => rows[i - back]?.[column] ?? 0;
      const isSwapped = i > 1 && j > 1 && a === meant[j - 2] && written[i - 2] === b && a !== b;
      row.push(
        Math.min(
          at(1, j) + MISSING,
          (row[j - 1] ?? 0) + MISSING,
          at(1, j - 1) + other,
          isSwapped ? at(2, j - 2) + SWAPPED : Number.POSITIVE_INFINITY
        )
      );
    }
    rows.push(row);
  }
  return rows[written.length]?.[meant.length] ?? 0;
}

/** Letters that are struck for digits: `l2` for 12, `2O` for 20. */
export const readDigits = (text: string): string => text.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1');

/** Digits that are struck for letters within a word: `T0KYO`, `BR1STOL`. */
export const readLetters = (text: string): string =>
  text
    .replace(/(?<=\p{L})0|0(?=\p{L})/gu, 'O')
    .replace(/(?<=\p{Lu})1|1(?=\p{Lu})/gu, 'I')
    .replace(/(?<=\p{Ll})1|1(?=\p{Ll})/gu, 'l');
