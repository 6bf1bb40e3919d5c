import type { AskAgain, AskedPage } from '../../../../shared/src';
import { allSeeing } from '../../access/caller';
import { placeOf } from '../kinds/page-kind';
import { shownOn } from './shown-on';
import type { StandingPorts } from './standing';

type Place = AskAgain['pages'][number];

/**
 * Asks pages on which a story stood whether it has left them.
 *
 * @returns Each page, in the order asked, with the blocks that still show the story.
 */
export async function askAgain(
  { strapi, newsroom, kinds, registry, problems, now }: StandingPorts,
  documentId: string,
  pages: readonly Place[]
): Promise<AskedPage[]> {
  const caller = allSeeing(newsroom);
  const asked: AskedPage[] = [];
  for (const { page, kind: kindName, documentId: named, locale } of pages) {
    const kind = kinds.all().find((one) => placeOf(one).page === page && placeOf(one).kind === kindName);
    const request = { strapi, newsroom, registry, problems, caller, locale: locale ?? '', now: now() };
    const shown = kind?.appearances ? await shownOn(kind, request, kind.appearances.ask(named), documentId) : null;
    const blocks = shown?.blocks ?? [];
    asked.push({ page, kind: kindName, documentId: named, locale, gone: blocks.length === 0, blocks });
  }
  return asked;
}
