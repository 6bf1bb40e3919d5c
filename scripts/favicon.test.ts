import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { drawFavicon } from './favicon.mjs';

test('favicon.ico is the icon that the script draws', () => {
  expect(fs.readFileSync(path.resolve(import.meta.dirname, '../favicon.ico')).equals(drawFavicon())).toBe(true);
});

test('it says itself how long it is, and that it is an icon', () => {
  const file = drawFavicon();
  expect([...file.subarray(0, 6)]).toEqual([0, 0, 1, 0, 1, 0]);
  expect(file.readUInt32LE(14) + file.readUInt32LE(18)).toBe(file.length);
});
