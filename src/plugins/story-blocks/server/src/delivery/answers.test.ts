import { describe, expect, it } from 'vitest';
import { createAnswers, type Made } from './answers';

const answer = (text: string, ...tags: string[]): Made<string> => ({
  value: text,
  tags: tags.join(','),
  size: text.length,
});
const made = (text: string, ...tags: string[]) => {
  const make = async () => {
    make.times += 1;
    return answer(text, ...tags);
  };
  make.times = 0;
  return make;
};

/** As a process has it that has seen generation 1. */
function opened(maxBytes: number) {
  const answers = createAnswers(maxBytes);
  answers.drop(null, 1);
  return answers;
}

describe('answers that are kept', () => {
  it('are made once for all who ask at the same time, and not again after that', async () => {
    const answers = opened(10_000);
    const make = made('page');
    expect(await Promise.all([answers.get('a', 1, make), answers.get('a', 1, make)])).toEqual(['page', 'page']);
    await answers.get('a', 1, make);
    expect(make.times).toBe(1);
  });

  it('go when a change names a tag of theirs, and no others', async () => {
    const answers = opened(10_000);
    await answers.get('a', 1, made('a', 'x', 'y'));
    await answers.get('b', 1, made('b', 'z'));
    answers.drop(['y', 'unknown'], 2);
    expect(await answers.get('a', 2, made('new'))).toBe('new');
    expect(await answers.get('b', 2, made('new'))).toBe('b');
    answers.drop(null, 3);
    expect(await answers.get('b', 3, made('newer'))).toBe('newer');
  });

  it('are not kept where something changed while they were made, nor shared with who knows of the change', async () => {
    const answers = opened(10_000);
    let finish: (made: Made<string>) => void = () => {};
    const slow = answers.get<string>('a', 1, () => new Promise((resolve) => (finish = resolve)));
    answers.drop(['x'], 2);
    const later = answers.get('a', 2, made('after'));
    finish(answer('before', 'x'));
    expect([await slow, await later]).toEqual(['before', 'after']);
    expect(await answers.get('a', 2, made('again'))).toBe('after');
  });

  it('are not kept of who began before a change, whenever they are made', async () => {
    const answers = opened(10_000);
    answers.drop(['x'], 2);
    // What a query has read already answers a later field of it.
    expect(await answers.get('a', 1, made('before', 'x'))).toBe('before');
    expect(await answers.get('a', 2, made('after', 'x'))).toBe('after');
  });

  it('stay within their bounds', async () => {
    const answers = opened(5_000);
    for (let at = 0; at < 100; at += 1) await answers.get(String(at), 1, made('x'.repeat(1_000), `tag-${at}`));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
    await answers.get('huge', 1, made('x'.repeat(9_000)));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
    expect(answers.size()).toBeGreaterThan(0);
  });

  it('are not kept where making them failed, nor where none may be kept', async () => {
    const answers = opened(10_000);
    const fail = async () => {
      throw new Error('no such story');
    };
    const failing = [answers.get('a', 1, fail), answers.get('a', 1, fail)];
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await answers.get('a', 1, made('there'))).toBe('there');
    const none = opened(0);
    await none.get('a', 1, made('one'));
    expect(await none.get('a', 1, made('two'))).toBe('two');
  });
});
