// npm run openapi: writes docs/openapi.json and docs/schema.graphql from the plugins’ contracts.
// npm run contracts -- main: says what they have gained and lost since that commit; exit 1 where something is lost.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileAt } from './contracts/base.mjs';

const require = createRequire(import.meta.url);
require('./plugin-source.cjs');
const { openApiDocument } = require('./contracts/openapi.ts');
const { graphqlDocument } = require('./contracts/graphql.ts');
const { graphqlChanges, openApiChanges } = require('./contracts/changes.ts');

const root = path.resolve(import.meta.dirname, '..');
const OPENAPI = 'docs/openapi.json';
const GRAPHQL = 'docs/schema.graphql';

function write() {
  fs.writeFileSync(path.join(root, OPENAPI), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
  fs.writeFileSync(path.join(root, GRAPHQL), graphqlDocument());
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  execFileSync(process.execPath, [biome, 'format', '--write', path.join(root, OPENAPI), path.join(root, GRAPHQL)]);
  console.log(`${OPENAPI} and ${GRAPHQL} are written.`);
}

/** @returns Whether nothing is lost. */
function report(file, { added, lost }) {
  console.log(`${file}: ${added.length} added, ${lost.length} lost`);
  for (const one of added) console.log(`  + ${one}`);
  for (const one of lost) console.log(`  - ${one}`);
  return lost.length === 0;
}

/** A document that the commit does not have has nothing to lose. */
function compareWith(base) {
  const now = { [OPENAPI]: JSON.stringify(openApiDocument()), [GRAPHQL]: graphqlDocument() };
  const changes = {
    [OPENAPI]: (before, after) => openApiChanges(JSON.parse(before), JSON.parse(after)),
    [GRAPHQL]: graphqlChanges,
  };
  const kept = Object.keys(now).map((file) => {
    let before;
    try {
      before = fileAt(base, file);
    } catch {
      console.log(`${file}: new since ${base}`);
      return true;
    }
    return report(file, changes[file](before, now[file]));
  });
  if (kept.includes(false)) process.exitCode = 1;
}

const { against } = parseArgs({ options: { against: { type: 'string' } } }).values;
if (against) compareWith(against);
else write();
