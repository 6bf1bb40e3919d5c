import type { Write } from '../writes/write';

/**
 * Remembers that the plugin made a slug: it may follow its headline until the entry is published, and be made again.
 *
 * @param documentId - Of what was written; nothing is kept where the action gave none.
 */
export async function noteMade(
  { type, store }: Pick<Write, 'type' | 'store'>,
  documentId: unknown,
  locale: string | null,
  slug: string
): Promise<void> {
  if (typeof documentId === 'string') await store.made.save(type, documentId, locale, slug);
}
