// Whether a printed sample agrees with a real answer. `…` stands for whatever is left out.
const LEFT_OUT = '…';
/** What changes with the ranking or with each write. They must be there, as numbers or texts; which, is not compared. */
const CHANGING = ['score', 'generation', 'pages', 'total', 'version', 'labels', 'label', 'firstPublishedAt'];

/** Made within a time limit: how much of it there is depends on the machine. */
const TIMED = ['receipt'];

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value) => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
};

/** Whether a text agrees with a printed one in which `…` stands for anything. */
export function matchesText(printed, real) {
  const parts = printed.split(LEFT_OUT);
  if (parts.length === 1) return printed === real;
  const last = parts.pop();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (real.startsWith(part) ? 0 : -1) : real.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return real.length - last.length >= at && real.endsWith(last);
}

const kindOf = (value) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);

/** Whether a real value has the keys and kinds of a printed one; a list may be empty, and anything may be null. */
function hasShape(printed, real) {
  if (printed === null || real === null) return true;
  if (kindOf(printed) !== kindOf(real)) return false;
  if (Array.isArray(printed)) return real.every((item) => printed.some((known) => hasShape(known, item)));
  return (
    !isObject(printed) || Object.entries(printed).every(([key, value]) => key in real && hasShape(value, real[key]))
  );
}

/** The places of the real list that the printed items stand for, in order; `null` where one has none. */
function pairUp(printed, real, path) {
  const places = [];
  let at = 0;
  for (const item of printed) {
    if (item === LEFT_OUT) {
      places.push(null);
      continue;
    }
    const found = real.findIndex((other, index) => index >= at && findDifference(item, other, path) === null);
    places.push(found < 0 ? null : found);
    if (found >= 0) at = found + 1;
  }
  return places;
}

/**
 * The first difference between a printed sample and a real answer. The sample may leave out keys, items of lists (they
 * keep their order) and, as `…`, parts of texts.
 *
 * @param {unknown} printed
 * @param {unknown} real
 * @param {string} [path] - Where in the answer, for the sentence.
 * @returns {string | null} A sentence, or `null` where they agree.
 */
export function findDifference(printed, real, path = '') {
  const where = path || 'the answer';
  if (printed === LEFT_OUT) return real === undefined ? `${where} is missing` : null;
  if (Array.isArray(printed)) {
    if (!Array.isArray(real)) return `${where} is ${show(real)}, not a list`;
    const missing = pairUp(printed, real, path).findIndex(
      (place, index) => place === null && printed[index] !== LEFT_OUT
    );
    if (missing < 0) return null;
    const reason = real.length === 1 ? findDifference(printed[missing], real[0], `${path}[0]`) : null;
    return reason ?? `${where} has nothing like ${show(printed[missing])}`;
  }
  if (isObject(printed)) {
    if (!isObject(real)) return `${where} is ${show(real)}, not an object`;
    for (const [key, value] of Object.entries(printed)) {
      const below = path ? `${path}.${key}` : key;
      if (!(key in real)) return `${below} is missing`;
      if (TIMED.includes(key)) {
        if (hasShape(value, real[key])) continue;
        return `${below} is ${show(real[key])}, which has not the form of ${show(value)}`;
      }
      const isCounted = CHANGING.includes(key) && typeof value !== 'object';
      if (isCounted && typeof value === typeof real[key]) continue;
      if (CHANGING.includes(key) && Array.isArray(value) && Array.isArray(real[key])) continue;
      const difference = findDifference(value, real[key], below);
      if (difference) return difference;
    }
    return null;
  }
  if (typeof printed === 'string' && typeof real === 'string' && matchesText(printed, real)) return null;
  return printed === real ? null : `${where} is ${show(real)}, the sample says ${show(printed)}`;
}

/** As {@link findDifference}, line by line: the printed lines stand in the answer in their order. */
export function findTextDifference(printed, real) {
  const rows = real.trimEnd().split('\n');
  let at = 0;
  for (const line of printed.trimEnd().split('\n')) {
    if (line.trim() === LEFT_OUT) continue;
    const found = rows.findIndex((row, index) => index >= at && matchesText(line, row));
    if (found < 0) return `the answer has no line ${show(line)} where it should stand`;
    at = found + 1;
  }
  return null;
}

export { isObject, LEFT_OUT, pairUp, TIMED };
