import { boardStates } from './board.mjs';
import { healthStates } from './health.mjs';
import { holdStates } from './hold.mjs';
import { relatedStates } from './related.mjs';
import { settingsStates } from './settings.mjs';
import { storyStates } from './story.mjs';

/**
 * @typedef {object} State Something that editors see.
 * @property {string} name - As the picture's file is called.
 * @property {'administrator' | 'reader' | 'stranger'} [visitor]
 * @property {boolean} [isWhole] - Whether all of it is taken, however long it is.
 * @property {(page: import('playwright-core').Page, room: object) => Promise<import('playwright-core').Locator | void>} show
 *   Brings it on the screen. @returns The part that is taken; none for the whole screen.
 */

/** @type {State[]} */
export const STATES = [
  ...storyStates,
  ...holdStates,
  ...relatedStates,
  ...boardStates,
  ...settingsStates,
  ...healthStates,
];
