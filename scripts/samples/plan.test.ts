import { expect, test } from 'vitest';
import { planSample, promiseOf } from './plan.mjs';
import type { Sample } from './read-samples.mjs';

const sample = (language: string, more: Partial<Sample> = {}): Sample => ({
  file: 'a.md',
  line: 1,
  indent: '',
  text: '',
  notes: {},
  isNext: false,
  language,
  ...more,
});
const shell = sample('sh');

test.each([
  ['sh', sample('sh'), undefined, 'shell'],
  ['bash', sample('bash'), undefined, 'shell'],
  ['sh that is not run', sample('sh', { notes: { 'not run': 'why' } }), undefined, 'skipped'],
  ['JSON after sh', sample('json', { isNext: true }), shell, 'answer'],
  ['text after sh', sample('', { isNext: true }), shell, 'answer'],
  ['JSON apart from sh', sample('json'), shell, 'json'],
  ['JSON after JSON', sample('json', { isNext: true }), sample('json'), 'json'],
  [
    'JSON after sh that is not run',
    sample('json', { isNext: true }),
    sample('sh', { notes: { 'not run': 'x' } }),
    'unknown',
  ],
  ['JSON with a request', sample('json', { notes: { 'answer of': 'curl' } }), undefined, 'answer'],
  ['JSON that is sent', sample('json', { notes: { 'input of': 'curl' } }), undefined, 'input'],
  ['GraphQL', sample('graphql'), undefined, 'graphql'],
  ['signatures', sample('graphql', { notes: { schema: '' } }), undefined, 'schema'],
  ['TypeScript', sample('ts'), undefined, 'types'],
  ['JavaScript', sample('js'), undefined, 'types'],
  ['no language', sample(''), undefined, 'unknown'],
  ['a language that nothing runs', sample('vcl'), undefined, 'unknown'],
  ['a drawing that is not run', sample('mermaid', { notes: { 'not run': 'a drawing' } }), undefined, 'skipped'],
])('%s', (_name, one, previous, plan) => expect(planSample(one, previous)).toBe(plan));

test.each([
  ['ls\n# a\n# b\n', 'a\nb'],
  ['ls\n', ''],
  ['# a comment\nls\n', ''],
  ['ls\n#a\n', 'a'],
  ['a\n# of a\nb\n# of b\n', 'of b'],
])('%j promises %j', (text, promise) => expect(promiseOf(text)).toBe(promise));
