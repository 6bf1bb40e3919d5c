import { describe, expect, it } from 'vitest';
import { allOrEach } from './all-or-each';

describe('all at once', () => {
  const turns: (readonly number[])[] = [];
  const work = async (items: readonly number[]) => {
    turns.push([...items]);
    if (items.includes(3)) throw new Error(`not ${items.length}`);
    return items.length;
  };

  it('one turn where nothing fails', async () => {
    turns.length = 0;
    expect(await allOrEach([1, 2], work, async () => -1)).toEqual([2]);
    expect(turns).toEqual([[1, 2]]);
  });

  it('one turn each where one fails, which alone is put aside', async () => {
    turns.length = 0;
    const put: string[] = [];
    const results = await allOrEach([1, 3, 2], work, async (item, error) => {
      put.push(`${item}: ${(error as Error).message}`);
      return -1;
    });
    expect(results).toEqual([1, -1, 1]);
    expect(put).toEqual(['3: not 1']);
    expect(turns).toEqual([[1, 3, 2], [1], [3], [2]]);
  });

  it('what the putting aside throws is thrown', async () => {
    await expect(allOrEach([3], work, () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  });
});
