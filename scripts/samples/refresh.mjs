// A printed sample as it reads with a real answer's values: as short as it was.
import { isObject, LEFT_OUT, matchesText, pairUp, TIMED } from './match.mjs';

const WIDTH = 120;
/** These grow with every write, or are of the day on which the samples are run: a new number would tell nobody anything. */
const KEPT = ['generation', 'version', 'firstPublishedAt', ...TIMED];

/** A real text, cut where the printed one was. */
function refreshText(printed, real) {
  if (printed === LEFT_OUT || matchesText(printed, real)) return printed;
  if (!printed.includes(LEFT_OUT)) return real;
  const kept = printed.indexOf(LEFT_OUT);
  return real.length <= kept ? real : `${real.slice(0, kept)}${LEFT_OUT}`;
}

/**
 * @param {unknown} printed
 * @param {unknown} real
 * @returns {unknown} The printed sample's shape with the real values.
 */
export function refreshJson(printed, real) {
  if (printed === LEFT_OUT) return printed;
  if (typeof printed === 'string' && typeof real === 'string') return refreshText(printed, real);
  if (Array.isArray(printed) && Array.isArray(real)) {
    // Short lists of plain values are printed whole; of others, as many items as the sample has.
    if (printed.length > 0 && printed.every((item) => typeof item === 'string' && !item.includes(LEFT_OUT)))
      return real;
    const places = pairUp(printed, real, '');
    return printed.flatMap((item, index) => {
      if (item === LEFT_OUT) return [item];
      const place = places[index] ?? index;
      return place < real.length ? [refreshJson(item, real[place])] : [];
    });
  }
  if (isObject(printed) && isObject(real)) {
    return Object.fromEntries(
      Object.entries(printed).flatMap(([key, value]) => {
        if (!(key in real)) return [];
        if (KEPT.includes(key) && typeof value === typeof real[key]) return [[key, value]];
        // The reasons of a link belong together: they are taken whole.
        if (key === 'reasons' && Array.isArray(real[key])) return [[key, real[key]]];
        return [[key, refreshJson(value, real[key])]];
      })
    );
  }
  return real;
}

/** As {@link refreshJson}, line by line: a line that is no more is replaced by the one that stands there now. */
export function refreshLines(printed, real) {
  const rows = real.trimEnd().split('\n');
  let at = 0;
  return printed
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      if (line.trim() === LEFT_OUT) return [line];
      const found = rows.findIndex((row, index) => index >= at && matchesText(line, row));
      if (found >= 0) {
        at = found + 1;
        return [line];
      }
      const row = rows[at];
      at += 1;
      if (row === undefined) return [];
      return [row.length > WIDTH - 20 ? `${row.slice(0, WIDTH - 20).replace(/\S*$/, '')}${LEFT_OUT}` : row];
    })
    .join('\n');
}

/**
 * JSON as the guides have it: what fits on a line stands on one.
 *
 * @param {unknown} value
 * @param {string} [indent]
 * @param {number} [taken] - Characters of the line that are taken already.
 */
export function printJson(value, indent = '', taken = indent.length) {
  const line = flat(value);
  // A comma may follow.
  if (typeof value !== 'object' || value === null || taken + line.length < WIDTH) return line;
  const inner = `${indent}  `;
  const print = (item, before = '') => inner + before + printJson(item, inner, inner.length + before.length);
  if (Array.isArray(value)) return `[\n${value.map((item) => print(item)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value).map(([key, item]) => print(item, `${JSON.stringify(key)}: `));
  return `{\n${entries.join(',\n')}\n${indent}}`;
}

function flat(value) {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`);
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}
