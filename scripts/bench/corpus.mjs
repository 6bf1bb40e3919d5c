// Real stories, of which an archive of any size is mixed.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { readNews } from '../demo/news.mjs';

/**
 * @typedef {object} CorpusStory
 * @property {string} title
 * @property {string[]} paragraphs
 * @property {string[]} topics
 */

/** @returns {CorpusStory[]} */
function demoStories() {
  const isParagraph = (part) => typeof part === 'string' && !part.startsWith('#');
  return readNews().stories.flatMap(({ en, topics }) =>
    en ? [{ title: en.title, paragraphs: en.body.filter(isParagraph), topics: topics ?? [] }] : []
  );
}

/**
 * Reads a corpus: JSON lines, gzipped or not, of `{ title, body, topics? }`, a blank line between paragraphs.
 *
 * @param {string} [file] - The demo's news where none is given.
 * @returns {CorpusStory[]}
 */
export function readCorpus(file) {
  if (!file) return demoStories();
  const bytes = fs.readFileSync(file);
  const text = (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const { title, body, topics } = JSON.parse(line);
    const paragraphs = (body ?? '').split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
    return title && paragraphs.length > 0 ? [{ title, paragraphs, topics: topics ?? [] }] : [];
  });
}
