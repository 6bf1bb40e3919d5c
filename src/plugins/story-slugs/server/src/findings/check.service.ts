import type { FieldService } from '../field/field.service';
import { findSlugFault } from '../segments/slug-fault';
import type { SlugType } from '../slug-types';
import { findSlugFindings, type SlugFinding } from './slug-findings';

/** An entry as it is stored, or as it stands in a form. */
export interface CheckedEntry {
  uid: string;
  locale: string | null;
  /** None while it is new. */
  documentId?: string;
  slug: string | null;
  headline: string;
}

/** What other plugins show of an entry's slug. */
export const createCheckService = (types: ReadonlyMap<string, SlugType>, field: FieldService) => ({
  /** What an editor should know of an entry's slug and headline; nothing of a type that has no slugs. */
  async entry({ uid, locale, documentId, slug, headline }: CheckedEntry): Promise<SlugFinding[]> {
    const type = types.get(uid);
    if (!type) return [];
    const scope = { type, locale: type.localized ? locale : null, documentId };
    const given = slug ?? '';
    const fault = given ? findSlugFault(given) : null;
    const isAlike = given !== '' && !fault && ((await field.findHolder(given, scope))?.alike ?? false);
    const suggestion = fault
      ? await field.suggestSafe(given, headline, scope)
      : isAlike
        ? await field.suggest(given, scope)
        : '';
    return findSlugFindings({ slug: given, headline, fault, isAlike, suggestion });
  },
});
