import path from 'node:path';

export { compileApp } from '../../scripts/lib/compile-app.mjs';

export const root = path.resolve(import.meta.dirname, '../..');

export const distDir = path.join(root, '.tmp/test-dist');
