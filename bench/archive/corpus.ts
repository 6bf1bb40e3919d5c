// Real stories, of which an archive of any size is mixed.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { readNews } from '../../scripts/demo/news.mjs';

export interface CorpusStory {
  title: string;
  paragraphs: string[];
  topics: string[];
}

/** A story of the demo, as far as it is read here. */
interface DemoStory {
  en?: { title: string; body: unknown[] };
  topics?: string[];
}

function demoStories(): CorpusStory[] {
  const isParagraph = (part: unknown): part is string => typeof part === 'string' && !part.startsWith('#');
  const stories = readNews().stories as DemoStory[];
  return stories.flatMap(({ en, topics }) =>
    en ? [{ title: en.title, paragraphs: en.body.filter(isParagraph), topics: topics ?? [] }] : []
  );
}

/**
 * Reads a corpus: JSON lines, gzipped or not, of `{ title, body, topics? }`, a blank line between paragraphs.
 *
 * @param file - The demo's news where none is given.
 */
export function readCorpus(file?: string): CorpusStory[] {
  if (!file) return demoStories();
  const bytes = fs.readFileSync(file);
  const text = (file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    const { title, body, topics }: { title?: string; body?: string; topics?: string[] } = JSON.parse(line);
    const paragraphs = (body ?? '').split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
    return title && paragraphs.length > 0 ? [{ title, paragraphs, topics: topics ?? [] }] : [];
  });
}
