import ts from 'typescript';

/** Knex's `delete` takes nothing; that of a map takes a key. */
const isOfAMap = (node: ts.CallExpression) => node.arguments.length > 0;
const DELETES = new Set(['delete', 'del', 'truncate']);
const WRITES = new Set(['insert', 'update', 'delete', 'del', 'truncate', 'increment', 'decrement']);

interface Write {
  file: string;
  table: string;
}

/** The writes of a file, with the table that the chain of calls begins with, as far as the file tells it. */
export function writesIn(file: string, text: string): Write[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const declared = new Map<string, { value: ts.Node; scope: ts.Node }[]>();
  const scopeOf = (node: ts.Node): ts.Node => {
    let scope = node.parent;
    while (!ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent;
    return scope;
  };
  const note = (name: ts.Node, value: ts.Node) => {
    if (!ts.isIdentifier(name)) return;
    const declaration = ts.isFunctionDeclaration(name.parent) ? name.parent : name;
    declared.set(name.text, [...(declared.get(name.text) ?? []), { value, scope: scopeOf(declaration) }]);
  };
  const isWithin = (node: ts.Node, scope: ts.Node): boolean => node.pos >= scope.pos && node.end <= scope.end;
  const collect = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) note(node.name, node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name && node.body) note(node.name, node.body);
    if (ts.isForOfStatement(node) && ts.isVariableDeclarationList(node.initializer)) {
      note(node.initializer.declarations[0].name, node.expression);
    }
    ts.forEachChild(node, collect);
  };
  collect(source);

  /** Tables that an expression is about: where a name stands, those of what the name was declared as. */
  function tablesOf(node: ts.Node, seen: ReadonlySet<string> = new Set()): string[] {
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'TABLES') return [node.name.text];
    if (ts.isIdentifier(node)) {
      if (seen.has(node.text)) return [];
      const next = new Set([...seen, node.text]);
      return (declared.get(node.text) ?? [])
        .filter(({ scope }) => isWithin(node, scope))
        .flatMap(({ value }) => tablesOf(value, next));
    }
    const found: string[] = [];
    ts.forEachChild(node, (child) => {
      found.push(...tablesOf(child, seen));
    });
    return found;
  }

  /** What a chain begins with: `table(…)` of `table(…).where(…).select(…)`. */
  function rootOf(node: ts.Expression): ts.Expression {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      return rootOf(node.expression.expression);
    if (ts.isParenthesizedExpression(node)) return rootOf(node.expression);
    return node;
  }

  const writes: Write[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      WRITES.has(node.expression.name.text) &&
      !(DELETES.has(node.expression.name.text) && isOfAMap(node))
    ) {
      const root = rootOf(node.expression.expression);
      // Conditions may name other tables: the first that the root names is written.
      const [table] = tablesOf(root);
      if (table) writes.push({ file, table });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return writes;
}
