import { invalid } from '@wiredesk/strapi-kit/server';
import type { SetHide, SetWill } from '../../../../shared/src';
import { type Deciding, endOfPin, firsts, typeOfTarget } from '../decide';
import type { StoryRef } from '../wish';
import type { KeptWill } from './store-will';
import type { LinkWish } from './will';

interface DecidingLinks extends Deciding {
  host: StoryRef;
  before: readonly LinkWish[];
  /** Whether the story itself is hidden everywhere. */
  hiddenEverywhere: boolean;
  /** Whether there is such a story, and the editor may not name it. */
  isForeign(documentId: string): boolean;
}

type List = 'pins' | 'hides';

function targetOf(deciding: DecidingLinks, list: List, documentId: string, at: number): StoryRef {
  const type = typeOfTarget(deciding, documentId);
  if (!type || documentId === deciding.host.documentId)
    throw invalid(`${documentId} is no other story that you may read`, ['data', list, at, 'documentId']);
  return { type, documentId };
}

function isEverywhere({ before }: DecidingLinks, { documentId, everywhere }: SetHide): boolean {
  const standing = before.find((wish) => wish.kind === 'hide' && wish.documentId === documentId);
  return everywhere ?? standing?.everywhere ?? false;
}

const idOf = ({ documentId }: { documentId: string }) => documentId;

const everywhereIn = (wishes: readonly LinkWish[]) =>
  wishes.filter(({ everywhere }) => everywhere).map(({ documentId }) => documentId);

/** What is hidden everywhere is so on stories of others: that is changed by those who may read it. */
function refuseForeign(wishes: LinkWish[], { before, isForeign }: DecidingLinks): void {
  const [stood, stands] = [everywhereIn(before), everywhereIn(wishes)];
  const changed = [
    ...stood.filter((documentId) => !stands.includes(documentId)),
    ...stands.filter((documentId) => !stood.includes(documentId)),
  ].find(isForeign);
  if (changed === undefined) return;
  const at = wishes.filter(({ kind }) => kind === 'hide').findIndex(({ documentId }) => documentId === changed);
  const message = `You may not read ${changed}, so you cannot change whether it is hidden everywhere`;
  throw invalid(message, at < 0 ? ['data', 'hides'] : ['data', 'hides', at, 'everywhere']);
}

/**
 * The will that is to stand, of what an editor sent and what stands: what an item leaves out stays as it is.
 *
 * @throws A 400 that names the item: a story that is unknown, or the story itself, or both pinned and hidden; a pin that
 *   would be over already; one that they may not read, hidden everywhere or no longer.
 */
export function decideWill(asked: SetWill, deciding: DecidingLinks): KeptWill {
  const pinned = new Set(asked.pins.map(({ documentId }) => documentId));
  const both = asked.hides.findIndex(({ documentId }) => pinned.has(documentId));
  if (both >= 0)
    throw invalid(`${asked.hides[both].documentId} is both pinned and hidden`, ['data', 'hides', both, 'documentId']);
  const pins = firsts(asked.pins, idOf).map(({ item, at }): LinkWish => {
    const target = targetOf(deciding, 'pins', item.documentId, at);
    return { ...target, kind: 'pin', until: endOfPin(deciding, item, ['data', 'pins', at]), everywhere: false };
  });
  const hides = firsts(asked.hides, idOf).map(({ item, at }): LinkWish => {
    const target = targetOf(deciding, 'hides', item.documentId, at);
    return { ...target, kind: 'hide', until: null, everywhere: isEverywhere(deciding, item) };
  });
  const wishes = [...pins, ...hides];
  refuseForeign(wishes, deciding);
  return {
    wishes,
    hiddenEverywhere: asked.hiddenEverywhere ?? deciding.hiddenEverywhere,
  };
}
