// Stories of a corpus, as the plugin gets them.
import fs from 'node:fs';
import zlib from 'node:zlib';

/**
 * @typedef {object} EvalStory
 * @property {string | number} id
 * @property {string} lang
 * @property {number} sortAt - Milliseconds.
 * @property {string} title
 * @property {string[]} paragraphs
 * @property {string[]} topics
 */

/**
 * Reads a corpus: JSON lines, gzipped or not.
 *
 * @param {string} file
 * @param {{ withTopics?: boolean }} [options] - Topics are withheld unless they are asked for.
 * @returns {EvalStory[]} In the order of their dates.
 */
export function readStories(file, { withTopics = false } = {}) {
  const bytes = fs.readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
  const stories = text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const { id, lang, date, title, body, topics } = JSON.parse(line);
    if (id === undefined) throw new Error(`${file}, line ${at + 1}: a story without an id`);
    const paragraphs = String(body ?? '').split(/\n\s*\n/);
    return [
      {
        id,
        lang: typeof lang === 'string' && lang !== '' ? lang : 'en',
        sortAt: Date.parse(date) || 0,
        title: String(title ?? ''),
        paragraphs: paragraphs.flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').trim() || []),
        topics: withTopics && Array.isArray(topics) ? topics.map(String) : [],
      },
    ];
  });
  return stories.sort((a, b) => a.sortAt - b.sortAt);
}
