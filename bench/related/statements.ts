// What the database is asked, how often, and how long its answers take.
import type { Knex } from 'knex';

const LENGTH = 150;

/** One text for statements that differ in how many values they give. */
const textOf = (sql: string) =>
  sql
    .replace(/(?:"\w+"\.)?["`]?story_blocks_/g, '')
    .replace(/"|`/g, '')
    .replace(/\$\d+/g, '?')
    .replace(/(\((?:\?|default)(?:, ?(?:\?|default))*\))(?:, ?\((?:\?|default)(?:, ?(?:\?|default))*\))+/g, '$1…')
    .replace(/\?(?:, ?\?)+/g, '?…')
    .replace(/select \? (?:as \w+)?.*union all select .*/s, 'select ? union all…')
    .replace(/\s+/g, ' ');

/** How often each was asked, and how long that took in all. */
export type Statements = Map<string, { times: number; ms: number }>;

/** Knex's own way of asking, which its types keep to themselves. */
interface Asking {
  _query(connection: unknown, query: { sql: string }): Promise<unknown>;
}

export function watchStatements(knex: Knex) {
  let heard: Statements = new Map();
  let [count, ms] = [0, 0];
  let lastListed = 0;
  const texts = new Map<string, string>();
  const shortOf = (sql: string) => {
    let text = texts.get(sql);
    if (text === undefined) {
      if (texts.size > 5_000) texts.clear();
      text = textOf(sql);
      texts.set(sql, text);
    }
    return text;
  };
  const hear = (sql: string, begun: number) => {
    const now = performance.now();
    const text = shortOf(sql);
    const sum = heard.get(text) ?? { times: 0, ms: 0 };
    heard.set(text, { times: sum.times + 1, ms: sum.ms + now - begun });
    ms += now - begun;
    if (text.startsWith('insert into postings')) lastListed = now;
  };
  // Also of those that are prepared past knex.
  knex.on('query', () => {
    count += 1;
  });
  // Knex tells of a transaction's beginning and of its end, but not when they are done: hence not by its events.
  const dialect: Asking = Object.getPrototypeOf(knex.client);
  const ask = dialect._query;
  dialect._query = async function (connection, query) {
    const begun = performance.now();
    try {
      return await ask.call(this, connection, query);
    } finally {
      hear(query.sql, begun);
    }
  };
  return {
    get count() {
      return count;
    },
    /** Milliseconds of all statements. */
    get ms() {
      return ms;
    },
    /** When words' lists were last written to. */
    get lastListed() {
      return lastListed;
    },
    /** Statements since the last call. */
    take() {
      const taken = heard;
      heard = new Map();
      return taken;
    },
  };
}

export function addStatements(sums: Statements, more: Statements): void {
  for (const [text, { times, ms }] of more) {
    const sum = sums.get(text) ?? { times: 0, ms: 0 };
    sums.set(text, { times: sum.times + times, ms: sum.ms + ms });
  }
}

/**
 * Those that take longest in all.
 *
 * @param stories - Whose time it was.
 */
export function topStatements(statements: Statements, stories: number, most = 12): string[] {
  const all = [...statements].sort(([, a], [, b]) => b.ms - a.ms);
  const line = ([text, { times, ms }]: [string, { times: number; ms: number }]) =>
    `  ${(ms / stories).toFixed(3).padStart(9)} ms a story, ${(times / stories).toFixed(3).padStart(7)} times, ${(ms / times).toFixed(2).padStart(8)} ms each: ${text.slice(0, LENGTH)}`;
  const sum = all.reduce((total, [, { ms }]) => total + ms, 0);
  return [`  ${(sum / stories).toFixed(3).padStart(9)} ms a story, all statements`, ...all.slice(0, most).map(line)];
}

export type StatementWatch = ReturnType<typeof watchStatements>;
