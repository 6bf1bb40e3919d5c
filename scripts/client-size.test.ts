import { describe, expect, test } from 'vitest';
import { measureClient } from './client-size.mjs';

describe('the client in a bundle', async () => {
  const [whole, one] = await measureClient();

  test('is made of files of the plugin alone: no zod, nothing of Node', () => {
    const own = /story-blocks\/(client|shared)\/src\//;
    for (const { code, inputs } of [whole, one]) {
      const foreign = inputs.filter((file) => file !== '<stdin>' && !own.test(file));
      expect(foreign).toEqual([]);
      expect(code).not.toMatch(/\b(require|Buffer|process)\b|node:|zod/i);
    }
  });

  test('is as small as the guide says', () => {
    expect(whole.gzipped).toBeLessThan(1_700);
    expect(one.gzipped).toBeLessThan(1_200);
  });
});
