import { invalid } from '@wiredesk/strapi-kit/server';
import type { SetBoard } from '../../../../shared/src';
import { type Deciding, endOfPin, firsts, type Path, typeOfTarget } from '../decide';
import type { StoryRef } from '../wish';
import type { BoardWish } from './will';

function targetOf(deciding: Deciding, documentId: string, path: Path): StoryRef {
  const type = typeOfTarget(deciding, documentId);
  if (!type) throw invalid(`${documentId} is no story that you may read`, path);
  return { type, documentId };
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
  const pins = firsts(asked.pins, ({ documentId }) => documentId).map(({ item, at }): BoardWish => {
    const path = ['data', 'pins', at];
    const target = targetOf(deciding, item.documentId, [...path, 'documentId']);
    return { ...target, kind: 'pin', until: endOfPin(deciding, item, path) };
  });
  const sentDown = firsts(asked.sentDown, (id) => id).map(({ item: id, at }): BoardWish => {
    return { ...targetOf(deciding, id, ['data', 'sentDown', at]), kind: 'down', until: null };
  });
  return [...pins, ...sentDown];
}
