import { openingLines } from '../../../../../shared/src';
import type { Caller } from '../../../access/caller';
import { toLines } from '../../../blocks';
import { masthead } from '../page-data';
import { textEdition } from '../text-edition';
import type { Front } from './fill-front';

/** A front as plain text: masthead, name, teasers, then the blocks. */
export const frontText = (front: Front, caller: Pick<Caller, 'may'>): string =>
  textEdition([
    masthead(front, caller),
    [caller.may(front.subject.kind) ? front.subject.name : null],
    ...front.teasers.map(({ kicker, title, dateline, datelineRunsIn, excerpt }) => [
      kicker,
      title,
      ...openingLines(dateline, datelineRunsIn, excerpt),
    ]),
    ...front.blocks.map(toLines),
  ]);
