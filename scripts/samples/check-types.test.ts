import { expect, test } from 'vitest';
import { toSource } from './check-types.mjs';
import type { Sample } from './read-samples.mjs';

const sample = (text: string, notes = {}) => ({ text, notes }) as Sample;

test.each([
  ['as it is', sample('a;\n'), 'a;\nexport {};\n', 0],
  ['after declarations', sample('a;\n', { before: 'let a;\nlet b;' }), 'let a;\nlet b;\na;\nexport {};\n', 2],
  ['inside another text', sample('a: 1,\n', { inside: 'const x = {… };' }), 'const x = {a: 1, };\nexport {};\n', 0],
  ['both', sample('a,\n', { before: 'let a;', inside: 'f(\n…)' }), 'let a;\nf(\na,)\nexport {};\n', 2],
])('%s', (_name, one, source, offset) => expect(toSource(one)).toEqual({ source, offset }));
