import type { DeskTarget, DeskWill, HoldNote, Will, WillTarget } from '../../../../shared/src';
import { type CardKey, storyId } from '../../cards';
import type { KeptHold } from '../../holds';
import type { Ability } from '../../http/admin-reader';
import { presentWill, type StoryRef } from '../../related';
import { activeHolds } from '../stories';
import { absenceOf } from './absence';
import type { Parts } from './parts';

/** A hold as far as it tells why a story is not seen. */
export const toHoldNote = (hold: KeptHold | null): HoldNote | null =>
  hold && { state: hold.state, until: hold.until === null ? null : new Date(hold.until).toISOString() };

/** Which of some stories are written in a language. */
async function writtenHere(
  { strapi, desk }: Parts,
  locale: string,
  stories: readonly StoryRef[]
): Promise<ReadonlySet<string>> {
  const written = new Set<string>();
  for (const type of new Set(stories.map((story) => story.type))) {
    const ids = stories.filter((story) => story.type === type).map(({ documentId }) => documentId);
    const where = { documentId: { $in: ids }, ...(desk.isLocalized(type) ? { locale } : {}) };
    const rows: { documentId: string }[] = await strapi.db
      .query(type as never)
      .findMany({ select: ['documentId'], where } as never);
    for (const { documentId } of rows) written.add(storyId({ type, documentId }));
  }
  return written;
}

/** A story's will as the panel shows it: of each story that readers do not see, why. */
export async function describeWill(parts: Parts, ability: Ability, key: CardKey): Promise<DeskWill> {
  const { strapi, desk, now } = parts;
  const will: Will = await presentWill({ strapi, desk, ability, now: now().getTime() }, key);
  const absent = [...will.targets, ...will.inherited].filter(({ state }) => state !== 'live');
  const written = await writtenHere(parts, key.locale, absent);
  const holdOf = await activeHolds(parts.strapi, absent, parts.now().getTime());
  const describe = (target: WillTarget): DeskTarget => {
    const hold = holdOf(target);
    const known = { isHeld: hold !== null, isWritten: written.has(storyId(target)) };
    return { ...target, absence: absenceOf(target.state, known), hold: toHoldNote(hold) };
  };
  return { ...will, targets: will.targets.map(describe), inherited: will.inherited.map(describe) };
}
