import { describe, expect, test } from 'vitest';
import { readSamples, writeSamples } from './read-samples.mjs';

const read = (markdown: string) => readSamples('a.md', markdown);

test.each([
  ['a fence', '```sh\nls\n```', [['sh', 'ls\n', 1]]],
  ['no language', 'text\n\n```\na\n```', [['', 'a\n', 3]]],
  [
    'two of them',
    '```sh\na\n```\n\n```json\n{}\n```\n',
    [
      ['sh', 'a\n', 1],
      ['json', '{}\n', 5],
    ],
  ],
  ['tildes', '~~~ts\na\n~~~', [['ts', 'a\n', 1]]],
  ['a longer fence around another', '````md\n```sh\nls\n```\n````', [['md', '```sh\nls\n```\n', 1]]],
  ['in a list', '1. A\n\n   ```sh\n   a\n     b\n\n   c\n   ```', [['sh', 'a\n  b\n\nc\n', 3]]],
  ['empty', '```sh\n```', [['sh', '', 1]]],
  ['code in a line', 'Write `ls` or ``` in text', []],
  ['more after the language', '```ts title="x"\na\n```', [['ts', 'a\n', 1]]],
])('%s', (_name, markdown, expected) => {
  expect(read(markdown).map(({ language, text, line }) => [language, text, line])).toEqual(expected);
});

describe('notes', () => {
  test.each([
    ['<!-- sample: not run: it needs Varnish -->\n\n```sh\na\n```', { 'not run': 'it needs Varnish' }],
    ['<!-- sample: schema -->\n```graphql\na\n```', { schema: '' }],
    [
      '<!-- sample: before: let a; -->\n<!-- sample: inside: [… ] -->\n\n```ts\na\n```',
      { before: 'let a;', inside: '[… ]' },
    ],
    ['<!-- sample: answer of: one\n  two -->\n\n```json\n{}\n```', { 'answer of': 'one\n  two' }],
    ['<!-- sample: not run: why -->\n\nText between.\n\n```sh\na\n```', {}],
    ['<!-- another comment -->\n\n```sh\na\n```', {}],
    ['   <!-- sample: not run: why -->\n\n   ```sh\n   a\n   ```', { 'not run': 'why' }],
  ])('%j', (markdown, notes) => expect(read(markdown)[0]?.notes).toEqual(notes));

  test.each([
    ['<!-- sample: skip: why -->\n\n```sh\na\n```', 'a.md:3: a sample has no note "skip"'],
    ['<!-- sample: not run -->\n\n```sh\na\n```', 'a.md:3: say why the sample is not run'],
    ['text\n```sh\na\n', 'a.md:2: the block has no end'],
  ])('%j is refused', (markdown, message) => expect(() => read(markdown)).toThrow(message));
});

test.each([
  ['```sh\na\n```\n\n```json\n{}\n```', [false, true]],
  ['```sh\na\n```\n\nThe answer:\n\n```json\n{}\n```', [false, false]],
  ['```sh\na\n```\n<!-- sample: schema -->\n```json\n{}\n```', [false, true]],
])('%j: which follow the block before', (markdown, expected) => {
  expect(read(markdown).map(({ isNext }) => isNext)).toEqual(expected);
});

test('writes other texts into the blocks, each with its indentation', () => {
  const markdown = 'A\n\n```json\n1\n2\n```\n\n- B\n\n  ```json\n  3\n  ```\n\nC\n';
  const [first, second] = read(markdown);
  const changes = [
    { sample: first!, text: '1\n' },
    { sample: second!, text: '[\n\n3]\n' },
  ];
  expect(writeSamples(markdown, changes)).toBe('A\n\n```json\n1\n```\n\n- B\n\n  ```json\n  [\n\n  3]\n  ```\n\nC\n');
});
