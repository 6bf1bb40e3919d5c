import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

/** Files whose texts are cut to a few hundred characters before an expression reads them. */
const SHORT_TEXTS = [
  'src/plugins/datelines/text/src/',
  'src/plugins/story-blocks/admin/src/story/useFields.ts',
  'src/plugins/story-blocks/server/src/blocks/teasers/cut/is-wrong-break.ts',
];

/**
 * A run that has to reach the end, such as `\/+$`, is tried from each of its characters: where something stands behind it,
 * a text of nothing else takes the square of its length, and a paste of some hundred kilobytes minutes. With a look at what
 * stands before it (`(?<!\/)\/+$`) it is tried once.
 */
const RUN_TO_THE_END = /^(?:\[(?:\\.|[^\]])+\]|\\[pP]\{[^}]+\}|\\.|[^\\^([])[+*].*\$$/;

function* expressionsIn(file: string): Generator<string> {
  const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  yield* found;
}

/** What `|` parts in an expression, outside its groups and classes. */
function alternatives(expression: string): string[] {
  const found = [''];
  let depth = 0;
  for (const [sign] of expression.slice(1, expression.lastIndexOf('/')).matchAll(/\\.|\[(?:\\.|[^\]])*\]|./gu)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === '|' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
}

test.each(['/\\/+$/', '/^-+|-+$/g', '/[.,\\]]+$/u', '/\\s*\\(\\d+\\)$/', '/\\p{L}+\\.?$/u'])(
  '%s is such a one',
  (expression) => {
    expect(alternatives(expression).some((one) => RUN_TO_THE_END.test(one))).toBe(true);
  }
);

test.each(['/^\\s*x+$/', '/ #+$/', '/(?<!-)-+$/', '/[+*]$/', '/^(?:a|b+)$/'])('%s is none', (expression) => {
  expect(alternatives(expression).some((one) => RUN_TO_THE_END.test(one))).toBe(false);
});

test('no expression tries a run at the end of a text anew from each of its characters', () => {
  const files = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file}`)
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/\/(?:node_modules|dist)\//.test(file))
    .filter((file) => !SHORT_TEXTS.some((short) => file.startsWith(short)));
  expect(files.length).toBeGreaterThan(400);
  const slow = files.flatMap((file) =>
    [...expressionsIn(file)]
      .filter((expression) => alternatives(expression).some((one) => RUN_TO_THE_END.test(one)))
      .map((expression) => `${file}: ${expression}`)
  );
  expect(slow).toEqual([]);
});
