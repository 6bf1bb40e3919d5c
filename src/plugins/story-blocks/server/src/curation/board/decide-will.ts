import { invalid } from '@wiredesk/strapi-kit/server';
import type { SetBoard } from '../../../../shared/src';
import { type BoardWish, isInForce, type StoryRef } from './will';

interface Deciding {
  before: BoardWish[];
  /** The story type of a document, or undefined where there is no such story that the editor may name. */
  typeOf(documentId: string): string | undefined;
  /** Milliseconds. */
  now: number;
}

type Path = (string | number)[];

/** A story that is gone, or not theirs to read, may stay in a will that has it: a will can be sent back as it was read. */
function targetOf({ before, typeOf }: Deciding, documentId: string, path: Path): StoryRef {
  const type = typeOf(documentId) ?? before.find((wish) => wish.documentId === documentId)?.type;
  if (!type) throw invalid(`${documentId} is no story that you may read`, path);
  return { type, documentId };
}

function endOf({ before, now }: Deciding, { documentId, until }: SetBoard['pins'][number], path: Path): number | null {
  const standing = before.find((wish) => wish.kind === 'pin' && wish.documentId === documentId);
  if (until === undefined) return standing && isInForce(standing, now) ? standing.until : null;
  if (until === null) return null;
  const end = Date.parse(until);
  if (end <= now && end !== standing?.until)
    throw invalid(`The pin of ${documentId} would be over already`, [...path, 'until']);
  return end;
}

/**
 * The wishes that are to stand, of what an editor sent and what stands. Of a story named twice in a list the first
 * counts.
 *
 * @throws A 400 that names the item: a story that is unknown, or both pinned and sent down; a pin that would be over
 *   already.
 */
export function decideBoard(asked: SetBoard, deciding: Deciding): BoardWish[] {
  const pinned = new Set(asked.pins.map(({ documentId }) => documentId));
  const both = asked.sentDown.findIndex((id) => pinned.has(id));
  if (both >= 0) throw invalid(`${asked.sentDown[both]} is both pinned and sent down`, ['data', 'sentDown', both]);
  const wishes = new Map<string, BoardWish>();
  for (const [at, pin] of asked.pins.entries()) {
    if (wishes.has(pin.documentId)) continue;
    const path = ['data', 'pins', at];
    const target = targetOf(deciding, pin.documentId, [...path, 'documentId']);
    wishes.set(pin.documentId, { ...target, kind: 'pin', until: endOf(deciding, pin, path) });
  }
  for (const [at, id] of asked.sentDown.entries()) {
    if (wishes.has(id)) continue;
    wishes.set(id, { ...targetOf(deciding, id, ['data', 'sentDown', at]), kind: 'down', until: null });
  }
  return [...wishes.values()];
}
