import { describe, expect, it } from 'vitest';
import { slugTag } from '../delivery/tags';
import { storyChangeTags } from './changes';

const key = { type: 'api::article.article', documentId: 'a', locale: 'en' };
const placing = {
  sectionId: 's',
  topicIds: ['t'],
  credits: [{ authorId: 'w' }, { authorId: null }],
  sortAt: 1,
  slug: null,
};
const own = ['a', 'any:story'];
const lists = ['newest:en', 'section:s:en', 'topic:t:en', 'author:w:en'];

describe('tags of a story that changed', () => {
  it('are its own where it stands as it stood', () => {
    expect(storyChangeTags({ key, before: placing, after: { ...placing } })).toEqual(own);
  });

  it('are those of its lists too where it came or went', () => {
    expect(storyChangeTags({ key, before: null, after: placing })).toEqual([...own, ...lists]);
    expect(storyChangeTags({ key, before: placing, after: null })).toEqual([...own, ...lists]);
  });

  it('are those of its former and its present lists where it moved', () => {
    expect(storyChangeTags({ key, before: placing, after: { ...placing, sectionId: 'z' } })).toEqual([
      ...own,
      ...lists,
      'section:z:en',
    ]);
    expect(storyChangeTags({ key, before: placing, after: { ...placing, sortAt: 2 } })).toEqual([...own, ...lists]);
  });

  it('are those of the slugs that it leaves and takes', () => {
    const tags = storyChangeTags({ key, before: { ...placing, slug: 'old' }, after: { ...placing, slug: 'new' } });
    expect(tags).toEqual([...own, slugTag('old'), slugTag('new')]);
    expect(storyChangeTags({ key, before: null, after: { ...placing, slug: 'new' } })).toContain(slugTag('new'));
  });
});
