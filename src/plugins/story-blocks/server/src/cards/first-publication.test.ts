import { describe, expect, it } from 'vitest';
import { type ArchiveStory, firstOfArchive } from './first-publication';

const [created, published] = [Date.parse('2019-03-04T08:00:00Z'), Date.parse('2024-06-01T12:00:00Z')];
const noted = Date.parse('2019-03-05T09:30:00Z');
const archived: ArchiveStory = { createdAt: created, publishedAt: published, slugAt: null, sharesSlug: false };

describe('firstOfArchive', () => {
  it.each<[string, Partial<ArchiveStory>, number | null]>([
    ['its creation, without a slug', {}, created],
    ['when its slug was first noted', { slugAt: noted }, noted],
    ['a note that is older than the entry, which was imported since', { slugAt: created - 1_000 }, created - 1_000],
    ['its publication, where the slug was noted in the same transaction', { slugAt: published + 40 }, published],
    ['its creation, where the slug was noted when the plugin came', { slugAt: published + 86_400_000 }, created],
    ['its publication, where that is older than the entry', { createdAt: published + 5 }, published],
    ['its creation, where the slug of another language is older', { slugAt: created - 5, sharesSlug: true }, created],
    ['the shared slug, where the entry is older', { slugAt: noted, sharesSlug: true }, noted],
    ['its slug, where the entry has no creation', { createdAt: null, slugAt: noted }, noted],
    ['its publication, where it has nothing else', { createdAt: null }, published],
    ['its creation, where it was never said to be published', { publishedAt: null }, created],
    [
      'its slug, whenever that was, where it was never said to be published',
      { publishedAt: null, slugAt: noted },
      noted,
    ],
    ['nothing, where it has no date', { createdAt: null, publishedAt: null }, null],
  ])('gives %s', (_what, story, expected) => {
    expect(firstOfArchive({ ...archived, ...story })).toBe(expected);
  });
});
