// Puts the types of the packages that a plugin's build took in beside its own: the packages are not published.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../..');
const NAMED = /(?<=(?:from|import)\s*\(?\s*['"])@wiredesk\/[^'"]+/g;

const OPTIONS = {
  declaration: true,
  emitDeclarationOnly: true,
  strict: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  jsx: ts.JsxEmit.ReactJSX,
};

const declarationsIn = (dir) =>
  fs
    .readdirSync(dir, { recursive: true })
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => path.join(dir, name));

const namesIn = (file) => fs.readFileSync(file, 'utf8').match(NAMED) ?? [];

/** The source of a package's entry, such as `@wiredesk/strapi-kit/server`. */
const entryOf = (name) => fs.realpathSync(createRequire(import.meta.url).resolve(name));

/** Where a source's types are put. */
const placeOf = (dist, source) => path.join(dist, path.relative(root, source)).replace(/\.tsx?$/, '.d.ts');

/** Writes the types of entries, and of all that they stand on, below `dist/packages`. */
function emit(dist, entries) {
  const program = ts.createProgram(entries, { ...OPTIONS, rootDir: root, outDir: dist });
  const isOurs = ({ fileName }) => fileName.startsWith(path.join(root, 'packages/'));
  for (const source of program.getSourceFiles().filter(isOurs)) {
    // A package that another one names is a library to the compiler, whose types it would not write.
    if (!program.isSourceFileFromExternalLibrary(source)) program.emit(source);
  }
}

/**
 * Has a built plugin's types name no package of ours.
 *
 * @param {string} dist - What `strapi-plugin build` made.
 */
export function placeTypes(dist) {
  const placed = new Set();
  for (;;) {
    const names = new Set(declarationsIn(dist).flatMap(namesIn));
    const entries = [...names].map(entryOf).filter((entry) => !placed.has(entry));
    if (entries.length === 0) break;
    emit(dist, entries);
    for (const entry of entries) placed.add(entry);
  }
  for (const file of declarationsIn(dist)) {
    const text = fs.readFileSync(file, 'utf8');
    const toPlace = (name) => {
      const relative = path.relative(path.dirname(file), placeOf(dist, entryOf(name))).replace(/\.d\.ts$/, '');
      return relative.startsWith('.') ? relative : `./${relative}`;
    };
    const mended = text.replace(NAMED, toPlace);
    if (mended !== text) fs.writeFileSync(file, mended);
  }
}
