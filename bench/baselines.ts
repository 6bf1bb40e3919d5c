// npm run eval:baselines -- CORPUS.jsonl.gz RUN.jsonl --method bm25: what else would choose related stories, to compare with.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../scripts/lib/progress.mjs';
import { type EvalStory, readStories } from './eval/read-stories';

const require = createRequire(import.meta.url);
const KEPT = 30;

/** Places of the stories chosen for a story, best first. */
type Chooser = (at: number) => number[];

const best = (scores: ArrayLike<number>, self: number): number[] =>
  Array.from(scores, (score, at) => ({ score, at }))
    .filter(({ score, at }) => at !== self && score > 0)
    .sort((a, b) => b.score - a.score || b.at - a.at)
    .slice(0, KEPT)
    .map(({ at }) => at);

function random(stories: EvalStory[]): Chooser {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return () => Array.from({ length: KEPT }, () => next() % stories.length);
}

/** Those that share most topics, the newest first: what shared tags give. */
function topics(stories: EvalStory[]): Chooser {
  return (self) => {
    const own = new Set(stories[self]?.topics);
    const shared = stories.map((story) => story.topics.filter((topic) => own.has(topic)).length);
    return best(shared, self);
  };
}

/** The newest story of the first topic. */
function newest(stories: EvalStory[]): Chooser {
  return (self) => {
    const topic = stories[self]?.topics[0];
    const isOf = (story: EvalStory) => topic !== undefined && story.topics.includes(topic);
    return best(
      stories.map((story, at) => (isOf(story) ? at + 1 : 0)),
      self
    );
  };
}

function wordsOf({ lang, title, paragraphs }: EvalStory): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return [title, ...paragraphs].flatMap((text) =>
    [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment.toLowerCase() : []))
  );
}

/** The whole story as the query of BM25: k1 3, b .75, the square root of the query's counts. */
function bm25(stories: EvalStory[]): Chooser {
  const [k1, b] = [3, 0.75];
  const counted = stories.map((story) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(story)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { lang: story.lang, counts, length: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const mean = counted.reduce((sum, { length }) => sum + length, 0) / stories.length;
  /** By word, the stories that have it. */
  const lists = new Map<string, { at: number; lang: string; length: number; count: number }[]>();
  for (const [at, { lang, counts, length }] of counted.entries()) {
    for (const [word, count] of counts) {
      const list = lists.get(word) ?? [];
      list.push({ at, lang, length, count });
      lists.set(word, list);
    }
  }
  return (self) => {
    const own = counted[self];
    const scores = new Float64Array(stories.length);
    for (const [word, asked] of own?.counts ?? []) {
      const list = lists.get(word) ?? [];
      const weight = Math.log(1 + (stories.length - list.length + 0.5) / (list.length + 0.5)) * Math.sqrt(asked);
      for (const { at, lang, length, count } of list) {
        if (lang !== own?.lang) continue;
        scores[at] += (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / mean));
      }
    }
    return best(scores, self);
  };
}

/** Of better-sqlite3, as far as it is used here. */
interface Sqlite {
  exec(sql: string): unknown;
  prepare(sql: string): { run(...values: unknown[]): unknown; all(...values: unknown[]): { rowid: number }[] };
}

/** SQLite's full-text search, asked for any of the story's words. */
function fts5(stories: EvalStory[]): Chooser {
  const Database = require('better-sqlite3') as new (file: string) => Sqlite;
  const database = new Database(':memory:');
  database.exec('create virtual table stories using fts5(title, body)');
  const insert = database.prepare('insert into stories(rowid, title, body) values (?, ?, ?)');
  for (const [at, { title, paragraphs }] of stories.entries()) insert.run(at + 1, title, paragraphs.join('\n'));
  const ask = database.prepare('select rowid from stories where stories match ? order by rank limit ?');
  return (self) => {
    const story = stories[self];
    const words = [...new Set(story ? wordsOf(story) : [])].map((word) => `"${word.replaceAll('"', '')}"`);
    return ask
      .all(words.join(' OR '), KEPT + 1)
      .map(({ rowid }) => rowid - 1)
      .filter((at) => at !== self);
  };
}

const METHODS = new Map(Object.entries({ random, topics, newest, bm25, fts5 }));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { method: { type: 'string', default: '' }, queries: { type: 'string' } },
});
const [corpus, run] = positionals;
const method = METHODS.get(values.method);
if (!corpus || !run || !method) {
  console.error(
    `Usage: npm run eval:baselines -- CORPUS.jsonl.gz RUN.jsonl --method ${[...METHODS.keys()].join('|')} [--queries IDS.txt]`
  );
  process.exit(2);
}
const stories = readStories(corpus, { withTopics: true });
const asked = values.queries ? new Set(fs.readFileSync(values.queries, 'utf8').split(/\s+/)) : null;
const choose = method(stories);
const lines = await createProgress().step(values.method, async (report) =>
  stories.flatMap(({ id }, at) => {
    if (asked && !asked.has(String(id))) return [];
    report({ done: at, total: stories.length });
    return [`${JSON.stringify({ id, related: choose(at).map((other) => stories[other]?.id) })}\n`];
  })
);
fs.writeFileSync(run, lines.join(''));
