import { invalid } from '@wiredesk/strapi-kit/server';
import type { SetHide, SetPin, SetWill } from '../../../../shared/src';
import type { KeptWill } from './store-will';
import { isInForce, type StoryRef, type Wish } from './will';

interface Deciding {
  host: StoryRef;
  before: KeptWill;
  /** The story type of a document, or undefined where there is no such story that the editor may name. */
  typeOf(documentId: string): string | undefined;
  /** Whether there is such a story, and the editor may not name it. */
  isForeign(documentId: string): boolean;
  /** Milliseconds. */
  now: number;
}

type List = 'pins' | 'hides';

/** Of items that name a story twice the first counts. */
const firsts = <Item extends { documentId: string }>(items: Item[]) =>
  items
    .map((item, at) => ({ item, at }))
    .filter(({ item }, at) => items.findIndex(({ documentId }) => documentId === item.documentId) === at);

/** A story that is gone, or not theirs to read, may stay in a will that has it: a will can be sent back as it was read. */
function targetOf({ host, before, typeOf }: Deciding, list: List, documentId: string, at: number): StoryRef {
  const type = typeOf(documentId) ?? before.wishes.find((wish) => wish.documentId === documentId)?.type;
  if (!type || documentId === host.documentId)
    throw invalid(`${documentId} is no other story that you may read`, ['data', list, at, 'documentId']);
  return { type, documentId };
}

function endOf({ before, now }: Deciding, { documentId, until }: SetPin, at: number): number | null {
  const standing = before.wishes.find((wish) => wish.kind === 'pin' && wish.documentId === documentId);
  if (until === undefined) return standing && isInForce(standing, now) ? standing.until : null;
  if (until === null) return null;
  const end = Date.parse(until);
  if (end <= now && end !== standing?.until)
    throw invalid(`The pin of ${documentId} would be over already`, ['data', 'pins', at, 'until']);
  return end;
}

function isEverywhere({ before }: Deciding, { documentId, everywhere }: SetHide): boolean {
  const standing = before.wishes.find((wish) => wish.kind === 'hide' && wish.documentId === documentId);
  return everywhere ?? standing?.everywhere ?? false;
}

const everywhereIn = (wishes: Wish[]) =>
  wishes.filter(({ everywhere }) => everywhere).map(({ documentId }) => documentId);

/** What is hidden everywhere is so on stories of others: that is changed by those who may read it. */
function refuseForeign(wishes: Wish[], { before, isForeign }: Deciding): void {
  const [stood, stands] = [everywhereIn(before.wishes), everywhereIn(wishes)];
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
export function decideWill(asked: SetWill, deciding: Deciding): KeptWill {
  const pinned = new Set(asked.pins.map(({ documentId }) => documentId));
  const both = asked.hides.findIndex(({ documentId }) => pinned.has(documentId));
  if (both >= 0)
    throw invalid(`${asked.hides[both].documentId} is both pinned and hidden`, ['data', 'hides', both, 'documentId']);
  const pins = firsts(asked.pins).map(({ item, at }): Wish => {
    const target = targetOf(deciding, 'pins', item.documentId, at);
    return { ...target, kind: 'pin', until: endOf(deciding, item, at), everywhere: false };
  });
  const hides = firsts(asked.hides).map(({ item, at }): Wish => {
    const target = targetOf(deciding, 'hides', item.documentId, at);
    return { ...target, kind: 'hide', until: null, everywhere: isEverywhere(deciding, item) };
  });
  const wishes = [...pins, ...hides];
  refuseForeign(wishes, deciding);
  return {
    wishes,
    hiddenEverywhere: asked.hiddenEverywhere ?? deciding.before.hiddenEverywhere,
  };
}
