import path from 'node:path';
import { expect, test } from 'vitest';
import { checkValues, isRunnable, readValue } from './check-values.mjs';
import type { Sample } from './read-samples.mjs';

test.each([
  ["'2020-10-08': it is morning in Seoul", '2020-10-08'],
  ["'By Claire LEE in Seoul'", 'By Claire LEE in Seoul'],
  ["{ style: 'upi', places: [{ city: 'X' }],\n  date: null }", { style: 'upi', places: [{ city: 'X' }], date: null }],
  ["{ dateline: { … }, line: 'a' }", { dateline: {}, line: 'a' }],
  ["[{ code: 'A', … }, { code: 'B', … }]", [{ code: 'A' }, { code: 'B' }]],
  ["{ credits: [{ a: 'b' }, …], caps: true }", { credits: [{ a: 'b' }], caps: true }],
  ['null', null],
  ['false where there was none', false],
])('%j begins with a value', (comment, value) => expect(readValue(comment)).toEqual({ value }));

test.each(['nothing is written', 'config/newsroom.ts', '…'])('%j is a remark', (comment) => {
  expect(readValue(comment)).toBeNull();
});

const library = "import { localDate } from 'strapi-plugin-datelines/text';\n";
const sample = (text: string, notes = {}) => ({ text, notes, line: 10 }) as Sample;
const root = path.resolve(import.meta.dirname, '../..');

test.each([
  [library, true],
  ["import { z } from 'zod';", false],
  [`${library}import { z } from 'zod';`, false],
  [`${library}export default {};`, false],
  ['strapi.plugin();', false],
])('%j can be run: %j', (text, expected) => expect(isRunnable(sample(text))).toBe(expected));

test.each([
  ["localDate('2020-10-07T20:00:00Z', 'Asia/Seoul');\n// '2020-10-08'\n", null],
  ["const date = localDate('2020-10-07T20:00:00Z', 'Asia/Seoul'); // '2020-10-08': morning\n", null],
  ["localDate('2020-10-07T20:00:00Z', 'UTC');\n// '2020-10-08'\n", 'line 12: the value is "2020-10-07"'],
  ["const date = localDate('x', 'UTC'); // '2020-10-08'\n", 'line 12: the value is null'],
  ["localDate('2020-10-07T20:00:00Z', 'UTC');\n// a remark\n", null],
])('%j: %j', async (text, fault) => {
  const found = await checkValues(sample(library + text), root);
  if (fault === null) expect(found).toBeNull();
  else expect(found).toContain(fault);
});
