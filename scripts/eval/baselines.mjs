// npm run eval:baselines -- CORPUS.jsonl.gz RUN.jsonl --method bm25: what else would choose related stories, to compare with.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { createProgress } from '../lib/progress.mjs';
import { readStories } from './read-stories.mjs';

const require = createRequire(import.meta.url);
const KEPT = 30;

/** @typedef {import('./read-stories.mjs').EvalStory} Story */
/** @typedef {(at: number) => number[]} Chooser Places of the stories chosen for a story, best first. */

const best = (scores, self) =>
  [...scores.keys()]
    .filter((at) => at !== self && scores[at] > 0)
    .sort((a, b) => scores[b] - scores[a] || b - a)
    .slice(0, KEPT);

/** @param {Story[]} stories @returns {Chooser} */
function random(stories) {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return () => Array.from({ length: KEPT }, () => next() % stories.length);
}

/** Those that share most topics, the newest first: what shared tags give. @param {Story[]} stories @returns {Chooser} */
function topics(stories) {
  return (self) => {
    const own = new Set(stories[self].topics);
    const shared = stories.map((story) => story.topics.filter((topic) => own.has(topic)).length);
    return best(shared, self);
  };
}

/** The newest story of the first topic. @param {Story[]} stories @returns {Chooser} */
function newest(stories) {
  return (self) =>
    best(
      stories.map((story, at) => (story.topics.includes(stories[self].topics[0]) ? at + 1 : 0)),
      self
    );
}

/** @param {Story} story @returns {string[]} */
function wordsOf({ lang, title, paragraphs }) {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return [title, ...paragraphs].flatMap((text) =>
    [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment.toLowerCase() : []))
  );
}

/** The whole story as the query of BM25: k1 3, b .75, the square root of the query's counts. @param {Story[]} stories @returns {Chooser} */
function bm25(stories) {
  const [k1, b] = [3, 0.75];
  const counted = stories.map((story) => {
    const counts = new Map();
    for (const word of wordsOf(story)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
  const lengths = counted.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / stories.length;
  /** @type {Map<string, [number, number][]>} */
  const lists = new Map();
  for (const [at, counts] of counted.entries()) {
    for (const [word, count] of counts) {
      const list = lists.get(word);
      if (list) list.push([at, count]);
      else lists.set(word, [[at, count]]);
    }
  }
  return (self) => {
    const scores = new Float64Array(stories.length);
    for (const [word, asked] of counted[self]) {
      const list = lists.get(word) ?? [];
      const weight = Math.log(1 + (stories.length - list.length + 0.5) / (list.length + 0.5)) * Math.sqrt(asked);
      for (const [at, count] of list) {
        if (stories[at].lang !== stories[self].lang) continue;
        scores[at] += (weight * count * (k1 + 1)) / (count + k1 * (1 - b + (b * lengths[at]) / mean));
      }
    }
    return best(scores, self);
  };
}

/** SQLite's full-text search, asked for any of the story's words. @param {Story[]} stories @returns {Chooser} */
function fts5(stories) {
  const Database = require('better-sqlite3');
  const database = new Database(':memory:');
  database.exec('create virtual table stories using fts5(title, body)');
  const insert = database.prepare('insert into stories(rowid, title, body) values (?, ?, ?)');
  for (const [at, { title, paragraphs }] of stories.entries()) insert.run(at + 1, title, paragraphs.join('\n'));
  const ask = database.prepare('select rowid from stories where stories match ? order by rank limit ?');
  return (self) => {
    const words = [...new Set(wordsOf(stories[self]))].map((word) => `"${word.replaceAll('"', '')}"`);
    return ask
      .all(words.join(' OR '), KEPT + 1)
      .map(({ rowid }) => rowid - 1)
      .filter((at) => at !== self);
  };
}

const METHODS = { random, topics, newest, bm25, fts5 };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { method: { type: 'string', default: '' }, queries: { type: 'string' } },
});
const [corpus, run] = positionals;
if (!run || !Object.hasOwn(METHODS, values.method)) {
  console.error(
    `Usage: npm run eval:baselines -- CORPUS.jsonl.gz RUN.jsonl --method ${Object.keys(METHODS).join('|')} [--queries IDS.txt]`
  );
  process.exit(2);
}
const stories = readStories(corpus, { withTopics: true });
const asked = values.queries ? new Set(fs.readFileSync(values.queries, 'utf8').split(/\s+/)) : null;
const choose = METHODS[values.method](stories);
const lines = await createProgress().step(values.method, async (report) =>
  stories.flatMap(({ id }, at) => {
    if (asked && !asked.has(String(id))) return [];
    report({ done: at, total: stories.length });
    return `${JSON.stringify({ id, related: choose(at).map((other) => stories[other].id) })}\n`;
  })
);
fs.writeFileSync(run, lines.join(''));
