import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore as createRows, type StoredRow, articleType as type } from '../fixtures/memory-store';
import type { SlugType } from '../slug-types';
import { onClone } from './on-clone';
import { onCreate } from './on-create';
import { onPublish } from './on-publish';
import { onUpdate } from './on-update';
import type { Write } from './write';

let rows: StoredRow[];
let written: Record<string, unknown> | null;

beforeEach(() => {
  rows = [
    { id: 1, documentId: 'kim', locale: 'en', slug: 'kim-heads-to-russia', source: 'Kim heads to Russia' },
    { id: 2, documentId: 'kim', locale: 'fr', slug: 'kim-en-russie', source: 'Kim en Russie' },
    { id: 3, documentId: 'bare', locale: 'en', slug: '', source: 'Bare story' },
    { id: 4, documentId: 'bare', locale: 'fr', slug: '', source: '' },
  ];
  written = null;
});

/** Runs a write and gives the slug that reaches Strapi. */
async function slugOf(
  action: (write: Write) => Promise<unknown>,
  params: Record<string, unknown>,
  change: Partial<SlugType> = {}
): Promise<unknown> {
  const context = { params };
  const next = async () => {
    written = context.params;
    return { documentId: 'copy', entries: [] };
  };
  const store = createRows(rows);
  const { drafts } = await store.findDocument(type, String(params.documentId));
  await action({ type: { ...type, ...change }, store, context, drafts, next });
  return (written?.data as { slug?: unknown } | undefined)?.slug;
}

describe('create', () => {
  it.each([{}, { slug: undefined }, { slug: null }, { slug: '' }, { slug: '  ' }])(
    'makes a slug for %j',
    async (given) => {
      expect(await slugOf(onCreate, { data: { title: 'Spring', ...given } })).toBe('spring');
    }
  );

  it('numbers a slug that another document has in this language', async () => {
    expect(await slugOf(onCreate, { data: { title: 'Kim heads to Russia' } })).toBe('kim-heads-to-russia-2');
    expect(await slugOf(onCreate, { data: { title: 'Kim heads to Russia' }, locale: 'fr' })).toBe(
      'kim-heads-to-russia'
    );
    expect(await slugOf(onCreate, { data: { title: 'Kim en Russie' } }, { sharedSlug: true })).toBe('kim-en-russie-2');
  });

  it('keeps the slug that the client chose', async () => {
    expect(await slugOf(onCreate, { data: { title: 'Spring', slug: 'Primavera_1' } })).toBe('Primavera_1');
  });

  it('leaves blanks at its ends away, before it looks whether another has it', async () => {
    expect(await slugOf(onCreate, { data: { title: 'Spring', slug: '  primavera\n' } })).toBe('primavera');
    const taken = slugOf(onCreate, { data: { title: 'Spring', slug: ' kim-heads-to-russia ' } });
    await expect(taken).rejects.toMatchObject({ details: { code: 'SLUG_TAKEN' } });
    expect(await slugOf(onUpdate, { documentId: 'kim', data: { slug: ' new ' } })).toBe('new');
  });

  it('refuses a taken one with a way out', async () => {
    const creating = slugOf(onCreate, { data: { title: 'Spring', slug: 'kim-heads-to-russia' } });
    await expect(creating).rejects.toMatchObject({
      name: 'ValidationError',
      details: { code: 'SLUG_TAKEN', slug: 'kim-heads-to-russia', suggestion: 'kim-heads-to-russia-2' },
    });
    expect(written).toBeNull();
  });

  it('leaves a draft without a headline alone, but nothing that readers see', async () => {
    expect(await slugOf(onCreate, { data: {} })).toBeUndefined();
    expect(await slugOf(onCreate, { data: {}, status: 'published' })).toBe('article');
    expect(await slugOf(onCreate, { data: {} }, { draftAndPublish: false })).toBe('article');
  });

  it("uses the language's own letters", async () => {
    expect(await slugOf(onCreate, { data: { title: 'Grüße' }, locale: 'de' })).toBe('gruesse');
    expect(await slugOf(onCreate, { data: { title: 'Grüße' }, locale: '' })).toBe('grusse');
  });

  it.each([{ data: { title: 'Spring' }, locale: '*' }, { data: ['Spring'] }, { data: { title: 'x', slug: 5 } }, {}])(
    'leaves %j to Strapi',
    async (params) => {
      await slugOf(onCreate, params);
      expect(written).toBe(params);
    }
  );

  it("doesn't write into the caller's object", async () => {
    const data = { title: 'Spring' };
    await slugOf(onCreate, { data });
    expect(data).toEqual({ title: 'Spring' });
  });
});

describe('update', () => {
  it('keeps the slug when the headline changes', async () => {
    expect(await slugOf(onUpdate, { documentId: 'kim', data: { title: 'Kim home again' } })).toBeUndefined();
  });

  it('makes one where the entry has none', async () => {
    expect(await slugOf(onUpdate, { documentId: 'bare', data: {} })).toBe('bare-story');
    expect(await slugOf(onUpdate, { documentId: 'bare' })).toBe('bare-story');
    expect(await slugOf(onUpdate, { documentId: 'bare', data: { title: 'Kim heads to Russia' } })).toBe(
      'kim-heads-to-russia-2'
    );
  });

  it('makes one for a new language, of its own headline', async () => {
    const params = { documentId: 'kim', locale: 'de' };
    expect(await slugOf(onUpdate, { ...params, data: { title: 'Kim über Land' } })).toBe('kim-ueber-land');
    expect(await slugOf(onUpdate, { ...params, data: {} })).toBeUndefined();
    expect(await slugOf(onUpdate, { ...params, data: {} }, { sharedSource: true })).toBe('kim-heads-to-russia');
  });

  it('makes a new one where the client empties it', async () => {
    expect(await slugOf(onUpdate, { documentId: 'kim', data: { title: 'Kim home', slug: null } })).toBe('kim-home');
    expect(await slugOf(onUpdate, { documentId: 'kim', data: { slug: '' } })).toBe('kim-heads-to-russia');
    expect(await slugOf(onUpdate, { documentId: 'bare', locale: 'fr', data: { slug: '' } })).toBe('');
    expect(await slugOf(onUpdate, { documentId: 'bare', locale: 'fr', data: { slug: '' }, status: 'published' })).toBe(
      'article'
    );
  });

  it('takes its own slug again, and refuses that of another', async () => {
    expect(await slugOf(onUpdate, { documentId: 'kim', data: { slug: 'kim-heads-to-russia' } })).toBe(
      'kim-heads-to-russia'
    );
    const taking = slugOf(onUpdate, { documentId: 'bare', data: { slug: 'kim-heads-to-russia' } });
    await expect(taking).rejects.toMatchObject({ details: { suggestion: 'kim-heads-to-russia-2' } });
  });

  it('saves an entry whose slug two had before', async () => {
    rows.push({ id: 5, documentId: 'double', locale: 'en', slug: 'kim-heads-to-russia', source: 'Double' });
    const params = { documentId: 'double', data: { title: 'Corrected', slug: 'kim-heads-to-russia' } };
    expect(await slugOf(onUpdate, params)).toBe('kim-heads-to-russia');
  });

  it('leaves a document that is not there to Strapi', async () => {
    expect(await slugOf(onUpdate, { documentId: 'none', data: { title: 'Spring' } })).toBeUndefined();
    expect(await slugOf(onUpdate, { documentId: 'none', data: { slug: 'kim-heads-to-russia' } })).toBe(
      'kim-heads-to-russia'
    );
  });
});

describe('publish', () => {
  it('gives drafts of the published languages a slug', async () => {
    await slugOf(onPublish, { documentId: 'bare' });
    expect(rows.map((row) => row.slug).slice(2)).toEqual(['bare-story', '']);
    await slugOf(onPublish, { documentId: 'bare', locale: '*' });
    expect(rows.map((row) => row.slug).slice(2)).toEqual(['bare-story', 'article']);
  });

  it('notes the slugs that it made, and no other', async () => {
    const publish = async (rowsOf: StoredRow[], of: SlugType) => {
      const store = createRows(rowsOf);
      const [row] = rowsOf;
      const documentId = row?.documentId ?? '';
      const context = { params: { documentId, locale: '*' } };
      const { drafts } = await store.findDocument(of, documentId);
      await onPublish({ type: of, store, context, drafts, next: async () => null });
      return Promise.all(['en', 'fr'].map((locale) => store.made.find(of, documentId, locale)));
    };
    expect(await publish(rows.slice(2), type)).toEqual(['bare-story', 'article']);
    const shared = { ...type, sharedSlug: true };
    const chosen = rows.slice(0, 2).map((row) => ({ ...row, slug: row.locale === 'en' ? 'own' : '' }));
    expect(await publish(chosen, shared)).toEqual([null, null]);
  });

  it('takes a list of languages', async () => {
    await slugOf(onPublish, { documentId: 'bare', locale: ['fr', 'de'] });
    expect(rows.map((row) => row.slug).slice(2)).toEqual(['', 'article']);
  });

  it('gives all languages the one slug where they share it', async () => {
    await slugOf(onPublish, { documentId: 'bare', locale: '*' }, { sharedSlug: true });
    expect(rows.map((row) => row.slug).slice(2)).toEqual(['bare-story', 'bare-story']);
  });

  it('takes no lock where the slug is the one that it has', async () => {
    const store = createRows(rows);
    const context = { params: { documentId: 'kim', locale: 'en', data: { slug: 'kim-heads-to-russia' } } };
    const { drafts } = await store.findDocument(type, 'kim');
    await onUpdate({ type, store, context, drafts, next: async () => null });
    expect(store.locks).toEqual([]);
  });

  it('locks languages in one order', async () => {
    const store = createRows([...rows].reverse());
    const { drafts } = await store.findDocument(type, 'bare');
    const context = { params: { documentId: 'bare', locale: '*' } };
    await onPublish({ type, store, context, drafts, next: async () => null });
    expect(store.locks).toEqual(['api::article.article:en', 'api::article.article:fr']);
  });
});

describe('clone', () => {
  it('makes a slug of its own, also where the form sends the old one', async () => {
    expect(await slugOf(onClone, { documentId: 'kim' })).toBe('kim-heads-to-russia-2');
    const slug = 'kim-heads-to-russia';
    expect(await slugOf(onClone, { documentId: 'kim', data: { slug } })).toBe('kim-heads-to-russia-2');
    expect(await slugOf(onClone, { documentId: 'kim', data: { slug, title: 'Another' } })).toBe('another');
  });

  it('keeps a free slug that the client chose and refuses a taken one', async () => {
    expect(await slugOf(onClone, { documentId: 'kim', data: { slug: 'mine' } })).toBe('mine');
    expect(await slugOf(onClone, { documentId: 'kim', data: { slug: ' mine\n' } })).toBe('mine');
    const taking = slugOf(onClone, { documentId: 'bare', data: { slug: 'kim-heads-to-russia' } });
    await expect(taking).rejects.toMatchObject({ details: { code: 'SLUG_TAKEN' } });
  });

  it('gives each language its own slug', async () => {
    const context = { params: { documentId: 'kim', locale: '*' } };
    const next = async () => {
      const { data } = context.params as { data?: { slug: string } };
      const copies = rows.filter((row) => row.documentId === 'kim');
      rows.push(...copies.map((row) => ({ ...row, id: row.id + 10, documentId: 'copy', slug: data?.slug ?? '' })));
      return {
        documentId: 'copy',
        entries: rows.filter((row) => row.documentId === 'copy').map((row) => ({ ...row })),
      };
    };
    const result = await onClone({ type, store: createRows(rows), context, drafts: [], next });
    expect(rows.slice(-2).map((row) => row.slug)).toEqual(['kim-heads-to-russia-2', 'kim-en-russie-2']);
    expect(result).toMatchObject({ entries: [{ slug: 'kim-heads-to-russia-2' }, { slug: 'kim-en-russie-2' }] });
  });
});
