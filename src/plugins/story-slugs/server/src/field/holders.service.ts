import type { SlugType } from '../slug-types';
import type { FieldService } from './field.service';

/** Whose a slug is. */
export interface SlugQuestion {
  uid: string;
  slug: string;
  locale: string | null;
  /** The document that wants it; none while it is new. */
  documentId?: string;
}

/** What other plugins ask about slugs. */
export const createHoldersService = (types: ReadonlyMap<string, SlugType>, field: FieldService) => ({
  /** Whether another document has the slug exactly so, or had it; false for a type that has no slugs. */
  async isTaken({ uid, slug, locale, documentId }: SlugQuestion): Promise<boolean> {
    const type = types.get(uid);
    if (!type || slug === '') return false;
    const holder = await field.findHolder(slug, { type, locale: type.localized ? locale : null, documentId });
    return holder !== null && !holder.alike;
  },
});
