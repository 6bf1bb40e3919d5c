import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShell } from './shell.mjs';

let shell: ReturnType<typeof openShell>;
beforeAll(() => {
  shell = openShell({ TOKEN: 'secret' });
});
afterAll(() => shell.close());

test('variables carry over from one sample to the next', async () => {
  expect(await shell.run('A=1')).toEqual({ out: '', failed: null });
  expect(await shell.run('echo "$A $TOKEN"')).toEqual({ out: '1 secret\n', failed: null });
  expect(await shell.get('A')).toBe('1');
  expect(await shell.get('NOTHING')).toBe('');
});

test('a sample has its standard input', async () => {
  expect((await shell.run('cat', 'a\nb')).out).toBe('a\nb');
});

describe('fails', () => {
  test.each([
    ['a command', 'false', 'false'],
    ['one that is not the last', 'false\necho fine', 'false'],
    ['one that a variable is made of', 'A=$(false)\necho fine', 'false'],
    ['the first of a pipe', 'false | cat', 'cat'],
    ['one that is unknown', 'no-such-command', 'not found'],
    ['a text that is no script', 'echo "', 'unexpected EOF'],
    ['curl with an address of brackets', 'curl "http://127.0.0.1/[x]"', 'range'],
  ])('%s', async (_name, script, sentence) => {
    expect((await shell.run(script)).failed).toContain(sentence);
    expect((await shell.run('true')).failed).toBeNull();
  });
});
