import type { Write } from '../writes/write';

/**
 * Remembers that the plugin made a slug, so that it can follow its headline until the entry is published.
 *
 * @param documentId - Of what was written; nothing is kept where the action gave none.
 */
export async function noteMade(
  { type, store }: Pick<Write, 'type' | 'store'>,
  documentId: unknown,
  locale: string | null,
  slug: string
): Promise<void> {
  // What readers see at once keeps its slug from the start.
  if (type.draftAndPublish && typeof documentId === 'string') await store.made.save(type, documentId, locale, slug);
}
