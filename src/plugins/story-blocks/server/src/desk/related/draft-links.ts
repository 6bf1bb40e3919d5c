import type { PreviewedRelated } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import type { FullCard } from '../../cards';
import { maskLinks } from '../../drafts';
import { pageLinks } from './page-links';
import type { Parts } from './parts';

/**
 * The links that a draft would have once it is published, as far as an administrator may read what they lead to.
 *
 * @param locale - Of the page: a type without languages has none of its own.
 */
export async function draftLinks(
  parts: Parts,
  ability: Ability,
  card: FullCard,
  locale: string
): Promise<PreviewedRelated> {
  const { block, links } = await pageLinks(parts, card, locale, await parts.related.computeLinks(card));
  return { block, links: await maskLinks(parts, ability, links) };
}
