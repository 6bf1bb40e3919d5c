import type { AskAgain, AskedPage } from '../../../shared/src';
import { allSeeing } from '../access/caller';
import { toAnswer } from '../blocks';
import { FRONT_SIZE, front } from './front';
import { type StandingPorts, shows } from './standing';
import { storyPage } from './story-page';

type Place = AskAgain['pages'][number];

/** A page that is not there any more shows nothing; any other fault is no sign that the story has left it. */
function whereGone(error: unknown): null {
  if ((error as Error).name === 'NotFoundError') return null;
  throw error;
}

/**
 * Asks pages on which a story stood whether it has left them.
 *
 * @returns Each page, in the order asked, with the blocks that still show the story.
 */
export async function askAgain(
  { strapi, newsroom, registry, problems, now }: StandingPorts,
  documentId: string,
  pages: readonly Place[]
): Promise<AskedPage[]> {
  const caller = allSeeing(newsroom);
  const request = (locale: string | null) => ({
    strapi,
    newsroom,
    registry,
    problems,
    caller,
    locale: locale ?? '',
    now: now(),
  });

  async function onStory(page: Place): Promise<string[]> {
    const filled = await storyPage({ ...request(page.locale), documentId: page.documentId }).catch(whereGone);
    if (!filled) return [];
    const blocks = filled.blocks.filter((block) => shows(block, documentId)).map((block) => toAnswer(block).type);
    return page.documentId === documentId ? ['story', ...blocks] : blocks;
  }

  async function onFront({ kind, documentId: named, locale }: Place): Promise<string[]> {
    if (!kind) return [];
    const filled = await front({ ...request(locale), kind, named, page: 1, pageSize: FRONT_SIZE }).catch(whereGone);
    if (!filled) return [];
    const blocks = filled.blocks.filter((block) => shows(block, documentId)).map((block) => toAnswer(block).type);
    return filled.teasers.some((teaser) => teaser.documentId === documentId) ? ['teasers', ...blocks] : blocks;
  }

  const asked: AskedPage[] = [];
  for (const { page, kind, documentId: named, locale } of pages) {
    const place = { page, kind, documentId: named, locale };
    const blocks = await (page === 'story' ? onStory(place) : onFront(place));
    asked.push({ ...place, gone: blocks.length === 0, blocks });
  }
  return asked;
}
