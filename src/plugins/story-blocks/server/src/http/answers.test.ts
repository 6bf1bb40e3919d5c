import { describe, expect, it } from 'vitest';
import { type Answer, createAnswers } from './answers';

const answer = (text: string, ...tags: string[]): Answer => ({
  type: 'text/plain',
  body: Buffer.from(text),
  tail: null,
  tags: tags.join(','),
});
const made = (text: string, ...tags: string[]) => {
  const make = async () => {
    make.times += 1;
    return answer(text, ...tags);
  };
  make.times = 0;
  return make;
};
const textOf = async (asked: Promise<Answer>) => (await asked).body.toString();

describe('answers that are kept', () => {
  it('are made once for all who ask at the same time, and not again after that', async () => {
    const answers = createAnswers(10_000);
    const make = made('page');
    expect(await Promise.all([textOf(answers.answer('a', 1, make)), textOf(answers.answer('a', 1, make))])).toEqual([
      'page',
      'page',
    ]);
    await answers.answer('a', 2, make);
    expect(make.times).toBe(1);
  });

  it('go when a change names a tag of theirs, and no others', async () => {
    const answers = createAnswers(10_000);
    await answers.answer('a', 1, made('a', 'x', 'y'));
    await answers.answer('b', 1, made('b', 'z'));
    answers.drop(['y', 'unknown']);
    expect(await textOf(answers.answer('a', 2, made('new')))).toBe('new');
    expect(await textOf(answers.answer('b', 2, made('new')))).toBe('b');
    answers.drop(null);
    expect(await textOf(answers.answer('b', 3, made('newer')))).toBe('newer');
  });

  it('are not kept where something changed while they were made, nor shared with who knows of the change', async () => {
    const answers = createAnswers(10_000);
    let finish: (made: Answer) => void = () => {};
    const slow = answers.answer('a', 1, () => new Promise((resolve) => (finish = resolve)));
    answers.drop(['x']);
    const later = answers.answer('a', 2, made('after'));
    finish(answer('before', 'x'));
    expect([await textOf(slow), await textOf(later)]).toEqual(['before', 'after']);
    expect(await textOf(answers.answer('a', 2, made('again')))).toBe('after');
  });

  it('stay within their bounds', async () => {
    const answers = createAnswers(5_000);
    for (let at = 0; at < 100; at += 1) await answers.answer(String(at), 1, made('x'.repeat(1_000), `tag-${at}`));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
    await answers.answer('huge', 1, made('x'.repeat(9_000)));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
    expect(answers.size()).toBeGreaterThan(0);
  });

  it('are not kept where making them failed, nor where none may be kept', async () => {
    const answers = createAnswers(10_000);
    const fail = async () => {
      throw new Error('no such story');
    };
    const failing = [answers.answer('a', 1, fail), answers.answer('a', 1, fail)];
    expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await textOf(answers.answer('a', 1, made('there')))).toBe('there');
    const none = createAnswers(0);
    await none.answer('a', 1, made('one'));
    expect(await textOf(none.answer('a', 1, made('two')))).toBe('two');
  });

  it('are numbers too', async () => {
    const answers = createAnswers(10_000);
    expect(await answers.count('n', 1, ['x'], async () => 3)).toBe(3);
    expect(await answers.count('n', 1, ['x'], async () => 4)).toBe(3);
    answers.drop(['x']);
    expect(await answers.count('n', 2, ['x'], async () => 5)).toBe(5);
  });
});
