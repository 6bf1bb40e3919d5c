import { expect, it } from 'vitest';
import { together } from './together';

const later = <Value>(value: Value) => new Promise<Value>((resolve) => setTimeout(resolve, 5, value));

it('gives what each gave', async () => {
  expect(await together(later(1), Promise.resolve('two'))).toEqual([1, 'two']);
});

it('throws once all have ended', async () => {
  let ended = false;
  const slow = later(null).then(() => {
    ended = true;
  });
  await expect(together(Promise.reject(new Error('first')), slow)).rejects.toThrow('first');
  expect(ended).toBe(true);
});
