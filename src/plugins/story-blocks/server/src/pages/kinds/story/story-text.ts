import { runIn, withoutDateline } from '../../../../../shared/src';
import type { Caller } from '../../../access/caller';
import { toLines } from '../../../blocks';
import { bodyLines } from '../../../cards';
import { masthead } from '../page-data';
import { textEdition } from '../text-edition';
import type { StoryPage } from './story-page';

/** A story page as plain text: masthead, story, then each block by its own `toText`. */
export function storyText(page: StoryPage, caller: Pick<Caller, 'may'>): string {
  const { story, card } = page;
  const { dateline, datelineRunsIn, bodyDateline } = story;
  const lines = bodyLines(withoutDateline(card.body, bodyDateline)).map(({ kind, text }) =>
    kind === 'heading' ? `- ${text} -` : text
  );
  const [first, ...rest] = lines;
  const body = datelineRunsIn && dateline && first ? [runIn(dateline, first), ...rest] : lines;
  return textEdition([
    masthead(page, caller),
    [story.kicker, story.title, story.byline, datelineRunsIn ? null : dateline],
    ...body.map((line) => [line]),
    ...page.blocks.map(toLines),
  ]);
}
