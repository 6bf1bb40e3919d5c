import { expect, test } from 'vitest';
import { createRegistry } from './registry';

const registry = () =>
  createRegistry<{ name: string }>({
    nameOf: ({ name }) => name,
    tooLate: (name) => `${name} is late`,
    twice: (name) => `${name} is there`,
  });

test('keeps what is registered, in its order', () => {
  const things = registry();
  const [b, a] = [{ name: 'b' }, { name: 'a' }];
  things.register(b);
  things.register(a);
  expect(things.all()).toEqual([b, a]);
  expect(things.get('a')).toBe(a);
  expect(things.get('c')).toBeUndefined();
});

test('takes each name once', () => {
  const things = registry();
  things.register({ name: 'a' });
  expect(() => things.register({ name: 'a' })).toThrow('a is there');
});

test('takes nothing once it is closed', () => {
  const things = registry();
  things.close();
  expect(() => things.register({ name: 'a' })).toThrow('a is late');
  expect(things.all()).toEqual([]);
});
