import { describe, expect, it } from 'vitest';
import { createTags, listTag, MAX_HEADER, newestTag } from './tags';

const id = (at: number) => `story${String(at).padStart(19, '0')}`;

describe('tags of an answer', () => {
  it('name what it shows, each once, and what it lists', () => {
    const tags = createTags();
    tags.shows('story', 'a');
    tags.shows('story', 'a');
    tags.shows('site', 's');
    tags.lists(listTag('section', 'x', 'en'));
    tags.lists(newestTag(''));
    expect(tags.all()).toEqual(['story-blocks', 'section:x:en', 'newest:any', 'site:s', 'a']);
  });

  it('name a kind as a whole where its members do not fit into a header, the others one by one', () => {
    const tags = createTags();
    for (let at = 0; at < 2_500; at += 1) tags.shows('story', id(at));
    tags.shows('author', 'writer');
    const all = tags.all();
    expect(all).toEqual(['story-blocks', 'any:story', 'writer']);
  });

  it('fit into a header, however much is shown', () => {
    const tags = createTags();
    for (let at = 0; at < 200; at += 1)
      for (const kind of ['story', 'image', 'topic'] as const) tags.shows(kind, kind + id(at));
    expect(tags.all().join(',').length).toBeLessThanOrEqual(MAX_HEADER);
  });
});
