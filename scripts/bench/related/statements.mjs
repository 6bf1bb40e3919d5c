// What the database is asked, how often, and how long its answers take.
const LENGTH = 150;

/** One text for statements that differ in how many values they give. */
const textOf = (sql) =>
  sql
    .replace(/(?:"\w+"\.)?["`]?story_blocks_/g, '')
    .replace(/"|`/g, '')
    .replace(/\$\d+/g, '?')
    .replace(/(\((?:\?|default)(?:, ?(?:\?|default))*\))(?:, ?\((?:\?|default)(?:, ?(?:\?|default))*\))+/g, '$1…')
    .replace(/\?(?:, ?\?)+/g, '?…')
    .replace(/select \? (?:as \w+)?.*union all select .*/s, 'select ? union all…')
    .replace(/\s+/g, ' ');

/** @typedef {Map<string, { times: number, ms: number }>} Statements */

/** @param {import('knex').Knex} knex */
export function watchStatements(knex) {
  /** @type {Statements} */
  let heard = new Map();
  let [count, ms] = [0, 0];
  let lastListed = 0;
  const texts = new Map();
  const shortOf = (sql) => {
    let text = texts.get(sql);
    if (text === undefined) {
      if (texts.size > 5_000) texts.clear();
      text = textOf(sql);
      texts.set(sql, text);
    }
    return text;
  };
  const hear = (sql, begun) => {
    const now = performance.now();
    const text = shortOf(sql);
    const sum = heard.get(text) ?? { times: 0, ms: 0 };
    heard.set(text, { times: sum.times + 1, ms: sum.ms + now - begun });
    ms += now - begun;
    if (text.startsWith('insert into postings')) lastListed = now;
  };
  // Knex tells of a transaction's beginning and of its end, but not when they are done: hence not by its events.
  const dialect = Object.getPrototypeOf(knex.client);
  const ask = dialect._query;
  dialect._query = async function (connection, query) {
    count += 1;
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

/** @param {Statements} sums @param {Statements} more */
export function addStatements(sums, more) {
  for (const [text, { times, ms }] of more) {
    const sum = sums.get(text) ?? { times: 0, ms: 0 };
    sums.set(text, { times: sum.times + times, ms: sum.ms + ms });
  }
}

/**
 * Those that take longest in all.
 *
 * @param {Statements} statements
 * @param {number} stories - Whose time it was.
 */
export function topStatements(statements, stories, most = 12) {
  const all = [...statements].sort(([, a], [, b]) => b.ms - a.ms);
  const line = ([text, { times, ms }]) =>
    `  ${(ms / stories).toFixed(3).padStart(9)} ms a story, ${(times / stories).toFixed(3).padStart(7)} times, ${(ms / times).toFixed(2).padStart(8)} ms each: ${text.slice(0, LENGTH)}`;
  const sum = all.reduce((total, [, { ms }]) => total + ms, 0);
  return [`  ${(sum / stories).toFixed(3).padStart(9)} ms a story, all statements`, ...all.slice(0, most).map(line)];
}
