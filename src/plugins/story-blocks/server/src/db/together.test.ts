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

it('throws what failed first in time, wherever it stands', async () => {
  const later = new Promise((_, reject) => setTimeout(reject, 5, new Error('aborted')));
  await expect(together(later, Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full');
});
