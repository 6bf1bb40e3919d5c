// The demo's news, read from the files beside this one.
import fs from 'node:fs';
import path from 'node:path';
import { digestOf } from '../lib/digest.mjs';

const folder = path.join(import.meta.dirname, 'news');
const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));

/** Changes with any word of the news. */
export const newsDigest = () => digestOf(folder, ['.']);

/** Sites, sections, topics, authors, places, sources, layouts and stories, as the files hold them. */
export function readNews() {
  const files = fs
    .readdirSync(folder)
    .filter((name) => /^stories-.+\.json$/.test(name))
    .sort();
  const stories = new Map();
  // A translation comes as a story of the same key that has one language more, and may be read before its original.
  for (const story of files.flatMap(read)) stories.set(story.key, { ...stories.get(story.key), ...story });
  const byTime = [...stories.values()].sort((a, b) => (a.filedAt < b.filedAt ? -1 : 1));
  return { ...read('reference.json'), stories: byTime };
}
