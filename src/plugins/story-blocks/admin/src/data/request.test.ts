import { describe, expect, test } from 'vitest';
import { createRequest } from './request';

/** A promise with its ends. */
function later<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { ask: () => promise, resolve, reject };
}

describe('something asked of the server', () => {
  test('is loading until it is answered, and tells who listens', async () => {
    const asking = createRequest<string>();
    const told: (string | null)[] = [];
    asking.subscribe(() => told.push(asking.state().data));
    expect(asking.state()).toMatchObject({ data: null, isLoading: true, hasFailed: false });
    await asking.ask(async () => 'a');
    expect(asking.state()).toEqual({ data: 'a', error: null, isLoading: false, hasFailed: false, count: 1 });
    expect(told).toEqual([null, 'a']);
  });

  test('keeps the last answer where the next one fails, and until it is there', async () => {
    const asking = createRequest<string>();
    await asking.ask(async () => 'a');
    const next = later<string>();
    const asked = asking.ask(next.ask);
    expect(asking.state()).toMatchObject({ data: 'a', isLoading: true });
    next.reject('why');
    await asked;
    expect(asking.state()).toEqual({ data: 'a', error: 'why', isLoading: false, hasFailed: true, count: 2 });
    await asking.ask(async () => 'b');
    expect(asking.state()).toMatchObject({ data: 'b', error: null, hasFailed: false });
  });

  test('drops answers and failures of older questions', async () => {
    const asking = createRequest<string>();
    const [old, failing] = [later<string>(), later<string>()];
    const asked = [asking.ask(old.ask), asking.ask(failing.ask)];
    await asking.ask(async () => 'new');
    old.resolve('old');
    failing.reject('late');
    await Promise.all(asked);
    expect(asking.state()).toMatchObject({ data: 'new', hasFailed: false, count: 1 });
  });

  test.each(['renew', 'reset', 'put'] as const)('drops what is on its way: %s', async (act) => {
    const asking = createRequest<string>();
    await asking.ask(async () => 'a');
    const next = later<string>();
    const asked = asking.ask(next.ask);
    asking[act]('c');
    next.resolve('b');
    await asked;
    expect(asking.state().data).toBe({ renew: 'a', reset: null, put: 'c' }[act]);
  });
});
