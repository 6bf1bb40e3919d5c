import type { SetHide, SetPin, SetWill } from '../../../../shared/src';
import { invalid } from '../../http/errors';
import type { KeptWill } from './store-will';
import { isInForce, type StoryRef, type Wish } from './will';

interface Deciding {
  host: StoryRef;
  before: KeptWill;
  /** The story type of a document, or undefined where there is no such story. */
  typeOf(documentId: string): string | undefined;
  /** Milliseconds. */
  now: number;
}

type List = 'pins' | 'hides';

/** Of items that name a story twice the first counts. */
const firsts = <Item extends { documentId: string }>(items: Item[]) =>
  items
    .map((item, at) => ({ item, at }))
    .filter(({ item }, at) => items.findIndex(({ documentId }) => documentId === item.documentId) === at);

/** A story that is gone may stay in a will that has it, so that a will can be sent back as it was read. */
function targetOf({ host, before, typeOf }: Deciding, list: List, documentId: string, at: number): StoryRef {
  const type = typeOf(documentId) ?? before.wishes.find((wish) => wish.documentId === documentId)?.type;
  if (!type || documentId === host.documentId)
    throw invalid(`${documentId} is no other story`, ['data', list, at, 'documentId']);
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

/**
 * The will that is to stand, of what an editor sent and what stands: what an item leaves out stays as it is.
 *
 * @throws A 400 that names the item: a story that is unknown, or the story itself, or both pinned and hidden; a pin that
 *   would be over already.
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
  return {
    wishes: [...pins, ...hides],
    hiddenEverywhere: asked.hiddenEverywhere ?? deciding.before.hiddenEverywhere,
  };
}
