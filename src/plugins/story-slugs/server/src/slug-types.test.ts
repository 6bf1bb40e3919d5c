import { describe, expect, it } from 'vitest';
import { readSlugTypes, type SlugSchema } from './slug-types';

const i18n = { i18n: { localized: true } };
const article: SlugSchema = {
  info: { singularName: 'article' },
  options: { draftAndPublish: true },
  pluginOptions: i18n,
  attributes: {
    title: { type: 'string', pluginOptions: i18n },
    slug: { type: 'string', maxLength: 60, pluginOptions: i18n },
  },
};
const author: SlugSchema = {
  info: { singularName: 'author' },
  attributes: { name: { type: 'string' }, slug: { type: 'string' } },
};
const schemas = { 'api::article.article': article, 'api::author.author': author };
const read = (newsroom: unknown, all: Record<string, SlugSchema> = schemas) =>
  readSlugTypes(newsroom, all, { maxLength: 80, stopWords: {} });
const story = { uid: 'api::article.article', fields: { title: 'title', slug: 'slug', byline: { field: 'byline' } } };

describe('readSlugTypes', () => {
  it('describes the mapped types', () => {
    const { types, problems } = read({
      types: { story, author: { uid: 'api::author.author', fields: { name: 'name', slug: 'slug' } } },
      datelineStyle: 'ap',
    });
    expect(problems).toEqual([]);
    expect(types.get('api::article.article')).toEqual({
      uid: 'api::article.article',
      singularName: 'article',
      slugField: 'slug',
      sourceField: 'title',
      localized: true,
      sharedSlug: false,
      sharedSource: false,
      draftAndPublish: true,
      maxLength: 60,
      stopWords: {},
    });
    expect(types.get('api::author.author')).toMatchObject({ localized: false, sharedSlug: true, maxLength: 80 });
  });

  it('takes one type or several of a kind, each once', () => {
    expect([...read({ types: { story: [story, story] } }).types.keys()]).toEqual(['api::article.article']);
  });

  it('passes over types that map no slug', () => {
    const source = { uid: 'api::source.source', fields: { code: 'code', name: 'name' } };
    expect(read({ types: { source, site: null } })).toEqual({ types: new Map(), problems: [] });
    expect(read(undefined)).toEqual({ types: new Map(), problems: [] });
  });

  it('tells a slug of one language from one for all', () => {
    const title = { type: 'string', pluginOptions: i18n };
    const shared = { ...article, attributes: { title, slug: { type: 'string' } } };
    const uid = { ...article, attributes: { title, slug: { type: 'uid' } } };
    expect(read({ types: { story } }, { 'api::article.article': shared }).types.get(story.uid)?.sharedSlug).toBe(true);
    expect(read({ types: { story } }, { 'api::article.article': uid }).types.get(story.uid)?.sharedSlug).toBe(false);
  });

  it('says what does not fit', () => {
    const map = (uid: string, fields: object) => read({ types: { story: { uid, fields } } }).problems;
    expect(map('api::x.x', { slug: 'slug' })).toEqual(['There is no content type "api::x.x"']);
    expect(map(story.uid, { slug: 'sluug', title: 'title' })).toEqual(['"api::article.article" has no field "sluug"']);
    expect(map(story.uid, { slug: 'slug', title: 'headline' })[0]).toContain('no mapped title or name');
  });

  it('refuses another shape and names the key', () => {
    expect(() => read({ types: { story: { uid: 7 } } })).toThrow('types.story');
  });
});
