import { storyId } from '../../cards';
import { isInForce, type StoryRef, type Wish } from '../wish';

/** One pin or hide as it is kept. */
export interface LinkWish extends Wish<'pin' | 'hide'> {
  /** Whether a hide is that of every story. */
  everywhere: boolean;
}

/** What editors want of a story's links in one language. Whether a target is live is for the caller to tell. */
export interface EffectiveWill {
  /** Pins in their order. A pin whose target is not live waits, and keeps its place. */
  pins: StoryRef[];
  /** Whether a story is kept from the ranked links and from those that stand in for them; a pinned one is not. */
  hides(story: StoryRef): boolean;
}

/**
 * What the will for all languages adds to a language's own: all that the own one says nothing of, now. It says something
 * of what it pins or hides, so that a pin here beats a hide for all languages, and a hide here a pin for all.
 */
export function inheritedWishes(own: LinkWish[], all: LinkWish[], now: number): LinkWish[] {
  const said = new Set(own.filter((wish) => isInForce(wish, now)).map(storyId));
  return all.filter((wish) => !said.has(storyId(wish)));
}

/**
 * The will that holds in a language: its own pins in order, then those for all languages; the hides of both; and what is
 * hidden everywhere, unless it is pinned on this story.
 *
 * @param everywhere - Stories, by {@link storyId}, that no story's ranked links show.
 */
export function effectiveWill(
  own: LinkWish[],
  all: LinkWish[],
  everywhere: ReadonlySet<string>,
  now: number
): EffectiveWill {
  const wishes = [...own, ...inheritedWishes(own, all, now)].filter((wish) => isInForce(wish, now));
  const pins = wishes.filter(({ kind }) => kind === 'pin');
  const hidden = new Set(wishes.filter(({ kind }) => kind === 'hide').map(storyId));
  return { pins, hides: (story) => hidden.has(storyId(story)) || everywhere.has(storyId(story)) };
}
