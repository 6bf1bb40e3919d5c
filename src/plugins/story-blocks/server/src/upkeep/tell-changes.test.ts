import { describe, expect, it } from 'vitest';
import { toEvents } from './tell-changes';

const tags = (count: number) => Array.from({ length: count }, (_, at) => `tag-${at}`);

describe('events of a change', () => {
  it('have at most a hundred tags each, and all of them together', () => {
    const events = toEvents(tags(250));
    expect(events.map((one) => one.length)).toEqual([100, 100, 50]);
    expect(events.flat()).toEqual(tags(250));
    expect(toEvents([])).toEqual([]);
  });

  it('are one for everything where that is meant, or where there are too many', () => {
    expect(toEvents(['a', 'story-blocks', 'b'])).toEqual([['story-blocks']]);
    expect(toEvents(tags(1_001))).toEqual([['story-blocks']]);
  });
});
