import { openingLines, runIn, withoutDateline } from '../../../shared/src';
import type { Caller } from '../access/caller';
import { toLines } from '../blocks';
import { bodyLines } from '../cards/body';
import { oneLine } from '../lib/plain-text';
import type { Front } from './front';
import type { StoryPage } from './story-page';

type Site = StoryPage['site'];

const masthead = (site: Site, caller: Pick<Caller, 'may'>) =>
  site?.data.tagline && caller.may('site') ? [`. ${site.data.tagline} .`] : [];

/** What is empty leaves no line; paragraphs are parted by a blank one. */
function edition(parts: (string | null)[][]): string {
  return `${parts
    .map((lines) => lines.map((line) => oneLine(line ?? '')).filter(Boolean))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** A story page as plain text: masthead, story, then each block by its own `toText`. */
export function storyTextEdition(page: StoryPage, caller: Pick<Caller, 'may'>): string {
  const { story, card } = page;
  const { dateline, datelineRunsIn, bodyDateline } = story;
  const lines = bodyLines(withoutDateline(card.body, bodyDateline)).map(({ kind, text }) =>
    kind === 'heading' ? `- ${text} -` : text
  );
  const [first, ...rest] = lines;
  const body = datelineRunsIn && dateline && first ? [runIn(dateline, first), ...rest] : lines;
  return edition([
    masthead(page.site, caller),
    [story.kicker, story.title, story.byline, datelineRunsIn ? null : dateline],
    ...body.map((line) => [line]),
    ...page.blocks.map(toLines),
  ]);
}

/** A front as plain text: masthead, name, teasers, then the blocks. */
export function frontTextEdition(front: Front, caller: Pick<Caller, 'may'>): string {
  return edition([
    masthead(front.site, caller),
    [caller.may(front.kind) ? front.subject.name : null],
    ...front.teasers.map(({ kicker, title, dateline, datelineRunsIn, excerpt }) => [
      kicker,
      title,
      ...openingLines(dateline, datelineRunsIn, excerpt),
    ]),
    ...front.blocks.map(toLines),
  ]);
}
