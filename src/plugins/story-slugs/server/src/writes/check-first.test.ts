import { expect, it } from 'vitest';
import { createMemoryStore, articleType as type } from '../fixtures/memory-store';
import { checkFirst, runCheck } from './check-first';

const store = createMemoryStore([]);

it('checks the document once, and no other', async () => {
  const checked: string[] = [];
  const check = async () => {
    checked.push('kim');
  };
  await checkFirst('kim', check, async () => {
    await runCheck(type, 'other', store);
    expect(checked).toEqual([]);
    await runCheck(type, 'kim', store);
    await runCheck(type, 'kim', store);
  });
  await runCheck(type, 'kim', store);
  expect(checked).toEqual(['kim']);
});

it('stops the write where the check throws', async () => {
  const check = () => Promise.reject(new Error('stop'));
  await expect(checkFirst('kim', check, () => runCheck(type, 'kim', store))).rejects.toThrow('stop');
});
