import { describe, expect, test } from 'vitest';
import { readSamples } from './read-samples.mjs';
import { runDocument } from './run-document.mjs';

const app = { url: 'http://127.0.0.1:9', variables: { TOKEN: 'secret' } };
const run = async (markdown: string) => {
  const results = await runDocument(readSamples('a.md', markdown), app);
  return results.map(({ plan, fault }) => [plan, fault]);
};
const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const json = block('json', '{ "a": 1 }');

describe('right', () => {
  test.each([
    ['a command and its answer', `${block('sh', `echo '{ "a": 1, "b": 2 }'`)}\n${json}`, ['shell', 'answer']],
    ['a text and its answer', `${block('sh', 'printf "a\\nb\\n"')}\n${block('', '…\nb')}`, ['shell', 'answer']],
    ['a comment that promises', block('sh', 'echo a-1\n# a…'), ['shell']],
    ['variables', `${block('sh', 'A=1')}\ntext\n\n${block('sh', 'test "$A$TOKEN" = 1secret')}`, ['shell', 'shell']],
    ['a request in a comment', `<!-- sample: answer of: echo '{ "a": 1 }' -->\n\n${json}`, ['answer']],
    [
      'what is sent, and its answer',
      `<!-- sample: input of: cat -->\n${json}\nA:\n\n<!-- sample: answer of -->\n${json}`,
      ['input', 'answer'],
    ],
    ['a refusal', `<!-- sample: refused: 404 -->\n${block('sh', 'echo "error: 404" >&2; false')}`, ['shell']],
    ['JSON', json, ['json']],
    ['what is not run', `<!-- sample: not run: why -->\n${block('sh', 'false')}`, ['skipped']],
  ])('%s', async (_name, markdown, plans) => {
    expect(await run(markdown)).toEqual(plans.map((plan) => [plan, null]));
  });
});

describe('wrong', () => {
  test.each([
    ['a command that fails', block('sh', 'false'), 'false'],
    ['another answer', `${block('sh', `echo '{ "a": 2 }'`)}\n${json}`, 'a is 2, the sample says 1'],
    [
      'the answer of what failed',
      `${block('sh', `echo '{ "a": 1 }'; false`)}\n${json}`,
      'the block that asks for it failed',
    ],
    ['a refusal by GraphQL', block('sh', `echo '{ "errors": [{ "message": "No such field" }] }'`), 'No such field'],
    ['a promise that is not kept', block('sh', 'echo a\n# b'), 'no line "b"'],
    ['what is not refused', `<!-- sample: refused: 404 -->\n${block('sh', 'true')}`, 'not refused with 404'],
    ['JSON that is none', block('json', '{ a }'), 'it is no JSON'],
    ['sent JSON that is none', `<!-- sample: input of: cat -->\n${block('json', '{ a }')}`, 'it is no JSON'],
    ['a language that nothing runs', block('vcl', 'a'), 'nothing runs a block of "vcl"'],
    ['no language', block('', 'a'), 'nothing runs a block of no language'],
  ])('%s', async (_name, markdown, sentence) => {
    const faults = (await run(markdown)).map(([, fault]) => fault);
    expect(faults.at(-1)).toContain(sentence);
  });
});
