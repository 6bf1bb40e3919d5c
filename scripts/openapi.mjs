// npm run openapi: writes docs/openapi.json from the schemas that the plugins' routes are checked by.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
require('./plugin-source.cjs');
const { openApiDocument } = require('./openapi/document.ts');

const root = path.resolve(import.meta.dirname, '..');
const file = path.join(root, 'docs/openapi.json');
fs.writeFileSync(file, `${JSON.stringify(openApiDocument(), null, 2)}\n`);
execFileSync(process.execPath, [path.join(root, 'node_modules/@biomejs/biome/bin/biome'), 'format', '--write', file]);
console.log('docs/openapi.json is written.');
