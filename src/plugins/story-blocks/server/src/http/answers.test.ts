import { describe, expect, it } from 'vitest';
import { type Answer, createAnswers } from './answers';

const answer = (text: string): Answer => ({ type: 'text/plain', body: Buffer.from(text), tags: '' });

describe('answers that are kept', () => {
  it('are made once for all who ask at the same time, and not again after that', async () => {
    const answers = createAnswers(10_000);
    let made = 0;
    const make = async () => {
      made += 1;
      return answer('page');
    };
    const asked = await Promise.all([answers.get('a', 1, make), answers.get('a', 1, make)]);
    expect(asked.map(({ body }) => body.toString())).toEqual(['page', 'page']);
    await answers.get('a', 1, make);
    expect(made).toBe(1);
  });

  it('go when something is published', async () => {
    const answers = createAnswers(10_000);
    await answers.get('a', 1, async () => answer('old'));
    await answers.get('b', 2, async () => answer('new'));
    expect(answers.size()).toBeLessThan(600);
    // Made for a request that began before.
    await answers.get('a', 1, async () => answer('late'));
    expect(answers.size()).toBeLessThan(600);
  });

  it('stay within their bounds', async () => {
    const answers = createAnswers(5_000);
    for (let at = 0; at < 100; at += 1) await answers.get(String(at), 1, async () => answer('x'.repeat(1_000)));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
    await answers.get('huge', 1, async () => answer('x'.repeat(9_000)));
    expect(answers.size()).toBeLessThanOrEqual(5_000);
  });

  it('are not kept where making them failed, nor where none may be kept', async () => {
    const answers = createAnswers(10_000);
    const fail = async () => {
      throw new Error('no such story');
    };
    await expect(Promise.all([answers.get('a', 1, fail), answers.get('a', 1, fail)])).rejects.toThrow('no such story');
    expect((await answers.get('a', 1, async () => answer('there'))).body.toString()).toBe('there');
    const none = createAnswers(0);
    await none.get('a', 1, async () => answer('one'));
    expect((await none.get('a', 1, async () => answer('two'))).body.toString()).toBe('two');
  });
});
