import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Where files of samples stand while they are checked: inside the workspace, whose packages they import. */
const FOLDER = '.cache/samples';

/**
 * The file that a sample is checked as, and the line of it on which the sample begins. The notes `before` and `inside`
 * say what stands around it: declarations, or a text with `…` in the sample's place.
 *
 * @param {import('./read-samples.mjs').Sample} sample
 */
export function toSource({ text, notes }) {
  const before = notes.before ? `${notes.before}\n` : '';
  const [head, tail] = notes.inside ? notes.inside.split('…') : ['', ''];
  const opening = before + head;
  return { source: `${opening}${text.trimEnd()}${tail}\nexport {};\n`, offset: opening.split('\n').length - 1 };
}

const optionsFor = (ts, root) => {
  const plugin = (file) => [path.join(root, 'src/plugins', file)];
  return {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    // A sample says what it is about: types that the reader's editor asks for are no part of it.
    noImplicitAny: false,
    allowJs: true,
    skipLibCheck: true,
    noEmit: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    types: ['node'],
    paths: {
      'strapi-plugin-datelines/strapi-server': plugin('datelines/server/src/index.ts'),
      'strapi-plugin-datelines/text': plugin('datelines/text/src/index.ts'),
      'strapi-plugin-story-blocks/client': plugin('story-blocks/client/src/index.ts'),
      'strapi-plugin-story-blocks/shared': plugin('story-blocks/shared/src/index.ts'),
      'strapi-plugin-story-blocks/strapi-server': plugin('story-blocks/server/src/index.ts'),
      'strapi-plugin-story-slugs/shared': plugin('story-slugs/shared/src/index.ts'),
    },
  };
};

/**
 * Checks TypeScript samples against the workspace's types, and JavaScript ones for their syntax.
 *
 * @param {import('./read-samples.mjs').Sample[]} samples
 * @param {string} root - Of the workspace.
 * @returns {(string | null)[]} For each sample what is wrong with it, in its order.
 */
export function checkTypes(samples, root) {
  if (samples.length === 0) return [];
  const ts = require('typescript');
  const folder = path.join(root, FOLDER);
  fs.mkdirSync(folder, { recursive: true });
  const files = samples.map((sample, index) => {
    const { source, offset } = toSource(sample);
    const file = path.join(folder, `sample-${process.pid}-${index}.${sample.language}`);
    fs.writeFileSync(file, source);
    return { file, offset };
  });
  try {
    const program = ts.createProgram(
      files.map(({ file }) => file),
      optionsFor(ts, root)
    );
    return files.map(({ file, offset }, index) => {
      const source = program.getSourceFile(file);
      const [fault] = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      if (!fault) return null;
      const { line } = source.getLineAndCharacterOfPosition(fault.start);
      return `line ${samples[index].line + 1 + line - offset}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
    });
  } finally {
    for (const { file } of files) fs.rmSync(file, { force: true });
  }
}
