import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

/** The packages that a script needs before its first line runs, through the files that it imports. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const named = source.statements.flatMap((one) =>
    (ts.isImportDeclaration(one) || ts.isExportDeclaration(one)) &&
    one.moduleSpecifier &&
    ts.isStringLiteral(one.moduleSpecifier)
      ? one.moduleSpecifier.text
      : []
  );
  return named.flatMap((name) => {
    if (name.startsWith('.')) return packagesOf(path.resolve(path.dirname(file), name), seen);
    return name.startsWith('node:') ? [] : `${path.relative(ROOT, file)}: ${name}`;
  });
}

test.each(['scripts/demo.mjs', 'scripts/test.mjs'])('%s starts where no package is installed yet', (script) => {
  expect(packagesOf(path.join(ROOT, script))).toEqual([]);
});
