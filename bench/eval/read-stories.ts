// Stories of a corpus, as the plugin gets them.
import fs from 'node:fs';
import zlib from 'node:zlib';

export interface EvalStory {
  id: string | number;
  lang: string;
  /** Milliseconds. */
  sortAt: number;
  title: string;
  paragraphs: string[];
  topics: string[];
}

/** A line of a corpus, of which nobody knows what it holds. */
interface Line {
  id?: string | number;
  lang?: unknown;
  date?: string;
  title?: unknown;
  body?: unknown;
  topics?: unknown;
}

/**
 * Reads a corpus: JSON lines, gzipped or not.
 *
 * @param options - Topics are withheld unless they are asked for.
 * @returns In the order of their dates.
 */
export function readStories(file: string, { withTopics = false } = {}): EvalStory[] {
  const bytes = fs.readFileSync(file);
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes) : bytes).toString('utf8');
  const stories = text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const { id, lang, date, title, body, topics }: Line = JSON.parse(line);
    if (id === undefined) throw new Error(`${file}, line ${at + 1}: a story without an id`);
    const paragraphs = String(body ?? '').split(/\n\s*\n/);
    return [
      {
        id,
        lang: typeof lang === 'string' && lang !== '' ? lang : 'en',
        sortAt: Date.parse(date ?? '') || 0,
        title: String(title ?? ''),
        paragraphs: paragraphs.flatMap((paragraph) => paragraph.replace(/\s+/g, ' ').trim() || []),
        topics: withTopics && Array.isArray(topics) ? topics.map(String) : [],
      },
    ];
  });
  return stories.sort((a, b) => a.sortAt - b.sortAt);
}
