import type { PreviewedRelated } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import type { FullCard } from '../../cards';
import { maskLinks } from '../../drafts';
import type { OpenPage } from '../open-page';
import { pageLinks } from './page-links';
import type { Parts } from './parts';

/** The links that a draft would have once it is published, as far as an administrator may read what they lead to. */
export async function draftLinks(
  parts: Parts,
  ability: Ability,
  card: FullCard,
  opened: OpenPage
): Promise<PreviewedRelated> {
  const { block, links } = await pageLinks(parts, card, opened, await parts.related.computeLinks(card));
  return { block, links: await maskLinks(parts, ability, links) };
}
