import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore, type StoredRow, articleType as type } from '../fixtures/memory-store';
import { onUpdate } from '../writes/on-update';

let rows: StoredRow[];
let store: ReturnType<typeof createMemoryStore>;

beforeEach(async () => {
  rows = [
    { id: 1, documentId: 'kim', locale: 'en', slug: 'kim-leaves', source: 'Kim leaves' },
    { id: 2, documentId: 'other', locale: 'en', slug: 'kim-arrives', source: 'Kim arrives' },
  ];
  store = createMemoryStore(rows);
  await store.made.save(type, 'kim', 'en', 'kim-leaves');
});

/** Writes a draft and gives the slug that it then has. */
async function write(data: Record<string, unknown>, of = type): Promise<string | undefined> {
  const context = { params: { documentId: 'kim', locale: 'en', data } as Record<string, unknown> };
  const [row] = rows;
  const next = async () => {
    const written = context.params.data as { title?: string; slug?: string };
    if (row) Object.assign(row, { source: written.title ?? row.source, slug: written.slug ?? row.slug });
    return { documentId: 'kim' };
  };
  const { drafts } = await store.findDocument(of, 'kim');
  await onUpdate({ type: of, store, context, drafts, next });
  return row?.slug;
}

describe('a slug that was made', () => {
  it('follows the headline of a draft that nobody has read', async () => {
    expect(await write({ title: 'Kim stays' })).toBe('kim-stays');
    expect(await write({ title: 'Kim arrives' })).toBe('kim-arrives-2');
    expect(await write({ title: 'Kim leaves' })).toBe('kim-leaves');
  });

  it('follows it also where the form sends the old slug along', async () => {
    expect(await write({ title: 'Kim stays', slug: 'kim-leaves' })).toBe('kim-stays');
  });

  it('stays from the first publication on', async () => {
    await store.history.remember(type, 'kim', [{ locale: 'en', slug: 'kim-leaves' }]);
    expect(await write({ title: 'Kim stays' })).toBe('kim-leaves');
    expect(await write({ title: 'Kim stays', slug: null })).toBe('kim-stays');
    expect(await write({ title: 'Kim goes' })).toBe('kim-stays');
  });

  it('stays where an editor chose it, until it is emptied', async () => {
    expect(await write({ slug: 'my-own' })).toBe('my-own');
    expect(await write({ title: 'Kim stays', slug: 'my-own' })).toBe('my-own');
    expect(await write({ title: 'Kim stays', slug: '' })).toBe('kim-stays');
    expect(await write({ title: 'Kim returns' })).toBe('kim-returns');
  });

  it('stays where something else wrote it', async () => {
    await store.saveSlug(type, 1, 'by-sql');
    expect(await write({ title: 'Kim stays' })).toBe('by-sql');
  });

  it('keeps its number, and takes no lock, while the headline stays', async () => {
    expect(await write({ title: 'Kim arrives' })).toBe('kim-arrives-2');
    rows.splice(1, 1);
    store.locks.length = 0;
    expect(await write({ title: 'Kim arrives' })).toBe('kim-arrives-2');
    expect(store.locks).toEqual([]);
  });

  it('stays where no draft comes before what readers see', async () => {
    expect(await write({ title: 'Kim stays' }, { ...type, draftAndPublish: false })).toBe('kim-leaves');
  });
});
