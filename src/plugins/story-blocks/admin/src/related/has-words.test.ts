import { expect, test } from 'vitest';
import { toChange } from '../stories/form-values';
import { hasWords } from './has-words';

const fields = { title: 'headline', body: 'copy' };
const block = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

test('takes a field that is not in the form for one that did not change', () => {
  expect(toChange(undefined)).toEqual({ connect: [], disconnect: [] });
});

test('has words once something is written', () => {
  const words = (values: Record<string, unknown>) => hasWords(values, fields);
  expect([words({}), words({ headline: '  ' }), words({ copy: block('') }), words({ copy: block(' ') })]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([words({ headline: 'a' }), words({ copy: block('a') }), words({ copy: 'a' })]).toEqual([true, true, true]);
});
