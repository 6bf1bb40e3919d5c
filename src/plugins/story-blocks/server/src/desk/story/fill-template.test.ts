import { describe, expect, it } from 'vitest';
import { fillTemplate } from './fill-template';

describe('fillTemplate', () => {
  it('fills places with encoded values, and leaves others as they are', () => {
    const filled = fillTemplate('https://a.example/{slug}?id={id}&x={other}', { slug: 'a/b', id: 'c d' });
    expect(filled).toBe('https://a.example/a%2Fb?id=c%20d&x={other}');
  });
});
