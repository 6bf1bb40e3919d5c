/**
 * @typedef {object} Sample A fenced block of a Markdown file.
 * @property {string} file - As it was given.
 * @property {number} line - Of the opening fence, from 1.
 * @property {string} language - `''` where the fence names none.
 * @property {string} text - Without the fence's own indentation, with a line break at its end.
 * @property {string} indent - Of the fence.
 * @property {Record<string, string>} notes - What comments before the fence say: `<!-- sample: KEY: VALUE -->`.
 * @property {boolean} isNext - Whether nothing but blank lines and comments stands between it and the block before.
 */

const FENCE = /^( *)(`{3,}|~{3,})\s*([\w-]*)/;
const NOTE = /<!--\s*sample:\s*([a-z ]+?)(?::\s*([\s\S]*?))?\s*-->/g;
const KEYS = ['not run', 'answer of', 'input of', 'refused', 'before', 'inside', 'schema'];

/** Reads the notes of comments; one that is misspelt must not pass in silence. */
function readNotes(text, where) {
  const notes = {};
  for (const [, key, value = ''] of text.matchAll(NOTE)) {
    if (!KEYS.includes(key))
      throw new Error(`${where}: a sample has no note "${key}"; it may have ${KEYS.join(', ')}.`);
    if (key === 'not run' && !value) throw new Error(`${where}: say why the sample is not run.`);
    notes[key] = value;
  }
  return notes;
}

/**
 * Takes the fenced blocks out of a Markdown text.
 *
 * @param {string} file - Its name, for messages.
 * @param {string} markdown
 * @returns {Sample[]}
 * @throws Where a fence is not closed, or a note is none.
 */
export function readSamples(file, markdown) {
  const lines = markdown.split('\n');
  const samples = [];
  let between = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [opening, indent, fence, language] = FENCE.exec(lines[at]) ?? [];
    if (opening === undefined) {
      between.push(lines[at]);
      continue;
    }
    const line = at + 1;
    const isEnd = (text) => text.trim().startsWith(fence) && /^[`~]+$/.test(text.trim());
    const end = lines.findIndex((text, index) => index > at && isEnd(text));
    if (end < 0) throw new Error(`${file}:${line}: the block has no end.`);
    const text = lines.slice(at + 1, end).map((row) => (row.startsWith(indent) ? row.slice(indent.length) : row));
    const gap = between.join('\n');
    // Comments count for the block below them alone: nothing else may stand between.
    const comments = /(?:\s*<!--(?:(?!-->)[\s\S])*-->)*\s*$/.exec(gap)[0];
    samples.push({
      file,
      line,
      language,
      indent,
      text: text.map((row) => `${row}\n`).join(''),
      notes: readNotes(comments, `${file}:${line}`),
      isNext: samples.length > 0 && comments.trim() === gap.trim(),
    });
    between = [];
    at = end;
  }
  return samples;
}

/**
 * Puts other texts into a Markdown file's blocks.
 *
 * @param {string} markdown - As the samples were read from it.
 * @param {{ sample: Sample, text: string }[]} changes
 */
export function writeSamples(markdown, changes) {
  const lines = markdown.split('\n');
  // Replaced from the last to the first: what stands above keeps its line.
  for (const { sample, text } of [...changes].sort((a, b) => b.sample.line - a.sample.line)) {
    const rows = text.trimEnd().split('\n');
    lines.splice(
      sample.line,
      sample.text.split('\n').length - 1,
      ...rows.map((row) => (row === '' ? '' : sample.indent + row))
    );
  }
  return lines.join('\n');
}
