// Samples of a pure library are run as well, and what they give is held against the comment behind each line.
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { findDifference } from './match.mjs';

const require = createRequire(import.meta.url);

/** Libraries that need no application, and where their sources are. */
const LIBRARIES = { 'strapi-plugin-datelines/text': 'src/plugins/datelines/text/src/index.ts' };

/** Whether a sample can be run without an application: it imports libraries alone, and gives values. */
export function isRunnable({ text }) {
  const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  return imported.length > 0 && imported.every((name) => name in LIBRARIES) && !text.includes('export default');
}

const evaluate = (text) => {
  try {
    return { value: new Function(`return (${text});`)() };
  } catch {
    return null;
  }
};

/**
 * The value that a comment begins with, such as `'2020-10-08': it is morning in Seoul` or `{ date: '--09-02', … }`.
 *
 * @param {string} comment - Without its slashes.
 * @returns {{ value: unknown } | null} `null` where it begins with none: a remark.
 */
export function readValue(comment) {
  const text = comment.replace(/,?\s*…\s*(?=[\]}])/g, ' ');
  for (let end = text.length; end > 0; end -= 1) {
    if (!/['\]}\dle]/.test(text[end - 1])) continue;
    const found = evaluate(text.slice(0, end));
    if (found) return found;
  }
  return null;
}

/** Statements of a sample that have a comment behind them: where each stands, and the comment. */
function findPromises(ts, text) {
  const source = ts.createSourceFile('sample.ts', text, ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    const isValue = ts.isExpressionStatement(statement);
    const [declaration] = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    const expression = isValue ? statement.expression : declaration?.initializer;
    const behind = isValue ? /^\s*((?:\/\/[^\n]*\n\s*)*\/\/[^\n]*)/ : /^[ \t]*(\/\/[^\n]*)/;
    const [, comment] = behind.exec(text.slice(statement.end)) ?? [];
    if (!expression || !comment) return [];
    const promised = readValue(comment.replaceAll(/^\s*\/\/ ?/gm, ''));
    if (!promised) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
    return [{ start: expression.getStart(), end: expression.end, line, value: promised.value }];
  });
}

/**
 * Runs a sample of a library and compares what its lines give.
 *
 * @param {import('./read-samples.mjs').Sample} sample
 * @param {string} root - Of the workspace.
 * @returns {Promise<string | null>} What differs first.
 */
export async function checkValues({ text, notes, line: fence }, root) {
  const promises = findPromises(require('typescript'), text);
  let code = text;
  // Replaced from the last to the first: what stands before keeps its place.
  for (const [index, { start, end }] of [...promises.entries()].reverse()) {
    code = `${code.slice(0, start)}(globalThis.sampleValues[${index}] = ${code.slice(start, end)})${code.slice(end)}`;
  }
  const alias = Object.fromEntries(Object.entries(LIBRARIES).map(([name, file]) => [name, path.join(root, file)]));
  const { outputFiles } = await build({
    stdin: { contents: `${notes.before ?? ''}\n${code}`, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'node',
    logLevel: 'error',
    alias,
  });
  globalThis.sampleValues = [];
  try {
    new Function('require', outputFiles[0].text)(require);
    for (const [index, { value, line }] of promises.entries()) {
      const fault = findDifference(value, globalThis.sampleValues[index], 'the value');
      if (fault) return `line ${fence + 1 + line}: ${fault}`;
    }
    return null;
  } finally {
    delete globalThis.sampleValues;
  }
}
