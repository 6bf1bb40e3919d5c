import type { DeskTarget, DeskWill, HoldNote, Will, WillTarget } from '../../../../shared/src';
import type { Ability } from '../../access/admin-reader';
import { storyAccess } from '../../access/story-access';
import type { CardKey } from '../../cards';
import { presentWill } from '../../curation/pins';
import type { KeptHold } from '../../holds';
import { activeHolds, writtenIn } from '../stories';
import { absenceOf } from './absence';
import type { Parts } from './parts';

/** A hold as far as it tells why a story is not seen. */
export const toHoldNote = (hold: KeptHold | null): HoldNote | null =>
  hold && { state: hold.state, until: hold.until === null ? null : new Date(hold.until).toISOString() };

/**
 * A story's will as the panel shows it: of each story that readers do not see, why; of one that the administrator may not
 * read, not that it is held.
 */
export async function describeWill(parts: Parts, ability: Ability, key: CardKey): Promise<DeskWill> {
  const { strapi, newsroom, now } = parts;
  const will: Will = await presentWill({ strapi, newsroom, ability, now: now().getTime() }, key);
  const absent = [...will.targets, ...will.inherited].filter(({ state }) => state !== 'live');
  const isWritten = await writtenIn(strapi, newsroom, key.locale, absent);
  const holdOf = await activeHolds(strapi, absent, now().getTime());
  const ids = absent.map(({ documentId }) => documentId);
  const access = await storyAccess(strapi, newsroom, ability, ids);
  const describe = (target: WillTarget): DeskTarget => {
    const hold = access.readsSome(target.documentId) ? holdOf(target) : null;
    const known = { isHeld: hold !== null, isWritten: isWritten(target) };
    return { ...target, absence: absenceOf(target.state, known), hold: toHoldNote(hold) };
  };
  return { ...will, targets: will.targets.map(describe), inherited: will.inherited.map(describe) };
}
