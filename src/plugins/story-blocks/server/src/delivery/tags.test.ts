import { describe, expect, it } from 'vitest';
import { changeTags, checkTag, createTags, listTag, MAX_HEADER, newestTag, relatedTag, siteTag } from './tags';

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

  it('stand in a header whatever an id holds, and are those by which its change is told', () => {
    for (const unfit of ['a b,c', '', '*', 'x\r\nX-Evil: 1', '<img>', 'x'.repeat(300), '../../x', 'ünï', 'a:b']) {
      const tags = createTags();
      tags.shows('story', unfit);
      tags.shows('site', unfit);
      tags.lists(relatedTag(unfit));
      tags.lists(listTag('section', unfit, 'en'));
      const all = tags.all();
      expect(all.map(checkTag)).toEqual(all);
      expect(all).toEqual(expect.arrayContaining([changeTags('story', unfit)[0], siteTag(unfit)]));
      expect(relatedTag(unfit)).not.toBe(relatedTag(`${unfit}x`));
    }
    expect(relatedTag('a1-_Z')).toBe('related:a1-_Z');
  });

  it('fit into a header, however much is shown', () => {
    const tags = createTags();
    for (let at = 0; at < 200; at += 1)
      for (const kind of ['story', 'image', 'topic'] as const) tags.shows(kind, kind + id(at));
    expect(tags.all().join(',').length).toBeLessThanOrEqual(MAX_HEADER);
  });
});
