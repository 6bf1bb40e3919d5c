import fs from 'node:fs';
import path from 'node:path';
import { ERROR_CODES } from 'strapi-plugin-story-blocks/shared';
import { expect, test } from 'vitest';

const guide = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/guide-frontends.md'), 'utf8');
const table = [...guide.matchAll(/^\| \d{3} +\| `([A-Z_]+)`/gm)].map(([, code]) => code);

test.each(Object.values(ERROR_CODES))('the guide for frontends explains %s', (code) => {
  expect(table).toContain(code);
});

/** Those of slugs are story-slugs' own. */
test.each(table.filter((code) => !code?.startsWith('SLUG_')))('%s of the guide is a code of ours', (code) => {
  expect(Object.values(ERROR_CODES)).toContain(code);
});
