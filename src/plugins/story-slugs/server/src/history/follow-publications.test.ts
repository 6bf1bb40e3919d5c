import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore, type StoredRow, articleType as type } from '../fixtures/memory-store';
import { followPublications } from './follow-publications';

let rows: StoredRow[];
let store: ReturnType<typeof createMemoryStore>;

beforeEach(() => {
  rows = [];
  store = createMemoryStore(rows);
});

const publish = (documentId: string, slug: string, locale = 'en') =>
  followPublications({ type, action: 'publish', context: { params: { documentId } }, store }, async () => {
    const at = rows.findIndex((row) => row.documentId === documentId && row.locale === locale);
    if (at >= 0) rows.splice(at, 1);
    rows.push({ id: rows.length + 1, documentId, locale, slug, source: '', live: true });
  });
const remove = (documentId: string) =>
  followPublications({ type, action: 'delete', context: { params: { documentId } }, store }, async () => {
    rows.splice(0, rows.length, ...rows.filter((row) => row.documentId !== documentId));
  });
const takenBy = async (documentId: string, slug: string, locale = 'en') =>
  (await store.findHeld({ type, locale, documentId }, [slug])).has(slug);

describe('the history of slugs', () => {
  it('keeps every slug that was published for its document', async () => {
    await publish('kim', 'one');
    await publish('kim', 'two');
    await publish('kim', 'three');
    expect([...store.owners]).toEqual([
      ['en one', 'kim'],
      ['en two', 'kim'],
      ['en three', 'kim'],
    ]);
    expect(await takenBy('other', 'one')).toBe(true);
    expect(await takenBy('kim', 'one')).toBe(false);
    expect(await takenBy('other', 'one', 'fr')).toBe(false);
  });

  it('refuses to publish another document under a former slug, with a way out', async () => {
    await publish('kim', 'one');
    await publish('kim', 'two');
    await expect(publish('other', 'one')).rejects.toMatchObject({
      details: { code: 'SLUG_TAKEN', slug: 'one', suggestion: 'one-2', errors: [{ path: ['slug'] }] },
    });
  });

  it('lets a document return to its own', async () => {
    await publish('kim', 'one');
    await publish('kim', 'two');
    await expect(publish('kim', 'one')).resolves.toBeUndefined();
  });

  it('notes what was published before it began to watch', async () => {
    rows.push({ id: 1, documentId: 'kim', locale: 'en', slug: 'archive', source: '', live: true });
    await publish('kim', 'two');
    expect(store.owners.get('en archive')).toBe('kim');
  });

  it('frees the slugs of a deleted document, however it was deleted', async () => {
    await publish('kim', 'one');
    await remove('kim');
    expect(store.owners.size).toBe(0);

    await publish('gone', 'two');
    rows.length = 0;
    await publish('other', 'two');
    expect(store.owners.get('en two')).toBe('other');
  });

  it('leaves two that shared a slug before it in peace', async () => {
    for (const [id, documentId] of ['kim', 'double'].entries()) {
      rows.push({ id, documentId, locale: 'en', slug: 'same', source: '', live: true });
    }
    await expect(publish('kim', 'same')).resolves.toBeUndefined();
    await expect(publish('double', 'same')).resolves.toBeUndefined();
  });
});
