import { invalid } from '@wiredesk/strapi-kit/server';
import type { AskAgain, AskedPage } from '../../../../shared/src';
import { allSeeing } from '../../access/caller';
import { placeOf } from '../kinds/page-kind';
import { shownOn } from './shown-on';
import type { StandingPorts } from './standing';

type Place = AskAgain['pages'][number];

/** Finds what is known of pages, of whichever kind. @throws A 400 that names the first page that no receipt names. */
export const appearancesOf = (kinds: StandingPorts['kinds'], pages: readonly Place[]) =>
  pages.map((asked, at) => {
    const kind = kinds.all().find((one) => placeOf(one).page === asked.page && placeOf(one).kind === asked.kind);
    if (!kind?.appearances) throw invalid(`pages.${at}.page: no receipt names such a page`, ['pages', at, 'page']);
    return { kind, of: kind.appearances, asked };
  });

/**
 * Asks pages on which a story stood whether it has left them.
 *
 * @param pages - Of {@link appearancesOf}.
 * @returns Each page, in the order asked, with the blocks that still show the story.
 */
export async function askAgain(
  { strapi, newsroom, registry, problems, now }: Omit<StandingPorts, 'kinds'>,
  documentId: string,
  pages: ReturnType<typeof appearancesOf>
): Promise<AskedPage[]> {
  const caller = allSeeing(newsroom);
  const answers: AskedPage[] = [];
  for (const { kind, of, asked } of pages) {
    const request = { strapi, newsroom, registry, problems, caller, locale: asked.locale ?? '', now: now() };
    const shown = await shownOn(kind, request, of.ask(asked.documentId), documentId);
    const blocks = shown?.blocks ?? [];
    const { page, kind: subject, documentId: named, locale } = asked;
    answers.push({ page, kind: subject, documentId: named, locale, gone: blocks.length === 0, blocks });
  }
  return answers;
}
