import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskStory, StoryPreview } from '../../../shared/src/desk-story.contract';
import { createOpenForm, TYPING_MS } from './open-form';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const form = createOpenForm();
  const sent: StoryPreview[] = [];
  const write = (title: string, place = 'a') =>
    form.write({
      place,
      form: JSON.stringify({ type: 'story', values: { title } }),
      ask: async (question) => {
        sent.push(question);
        if (question.values?.title === 'bad') throw new Error('bad');
        return { title: question.values?.title } as DeskStory;
      },
    });
  return {
    form,
    write,
    sent,
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    title: () => form.state().data?.title,
  };
}

describe('the form of the open story', () => {
  test('is asked for at once when it is opened, then once a pause, however many panels write it', async () => {
    const { write, sent, wait, title } = setUp();
    write('F');
    write('F');
    await wait(0);
    expect([sent.length, title()]).toEqual([1, 'F']);
    for (const typed of ['Fe', 'Fer', 'Ferr', 'Ferry']) {
      write(typed);
      write(typed);
      await wait(TYPING_MS - 1);
    }
    expect(sent).toHaveLength(1);
    await wait(1);
    expect([sent.length, title()]).toEqual([2, 'Ferry']);
  });

  test('is asked for at once in another place, and after something was changed past it', async () => {
    const { form, write, sent, wait } = setUp();
    write('F');
    await wait(0);
    write('F', 'b');
    await wait(0);
    form.askAgain();
    await wait(0);
    expect(sent).toHaveLength(3);
  });

  test('is asked for together with the links that a panel wants, until it wants them no more', async () => {
    const { form, write, sent, wait } = setUp();
    write('F');
    form.wantLinks('1');
    await wait(0);
    form.wantLinks('1');
    form.wantLinks('2');
    await wait(TYPING_MS);
    form.wantLinks(null);
    await wait(TYPING_MS);
    write('Fe');
    await wait(TYPING_MS);
    expect(sent.map(({ include }) => include)).toEqual([['related'], ['related'], []]);
  });

  test('keeps the last answer where the next fails, and drops one to a form that changed meanwhile', async () => {
    const { form, write, wait, title } = setUp();
    write('F');
    await wait(0);
    write('bad');
    await wait(TYPING_MS);
    expect([title(), form.state().hasFailed]).toEqual(['F', true]);
    let answer: (story: DeskStory) => void = () => {};
    form.write({ place: 'a', form: '{}', ask: () => new Promise((resolve) => (answer = resolve)) });
    await wait(TYPING_MS);
    write('Fe');
    answer({ title: 'late' } as DeskStory);
    await wait(0);
    expect(title()).toBe('F');
    await wait(TYPING_MS);
    expect([title(), form.state().hasFailed]).toEqual(['Fe', false]);
  });

  test('is forgotten once the last panel that reads it is closed', async () => {
    const { form, write, sent, wait, title } = setUp();
    const close = [form.open(), form.open()];
    write('F');
    await wait(0);
    close[0]();
    expect(title()).toBe('F');
    write('Fe');
    close[1]();
    await wait(TYPING_MS);
    expect([title(), sent.length]).toEqual([undefined, 1]);
  });
});
