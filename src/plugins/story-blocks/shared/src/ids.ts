import { KIT_ERROR_CODES } from '@wiredesk/strapi-kit/shared';

/** Names that the server, the admin and clients agree on. */
export const PLUGIN_ID = 'story-blocks';

/** Components that this plugin ships; a block's `type` in answers is its name without this prefix. */
export const COMPONENT_PREFIX = 'story-blocks.';

/** Content-API action that lets a caller read drafts of mapped types and of everything they point at. */
export const PREVIEW_ACTION = 'plugin::story-blocks.pages.preview';

/** Most items that one list, block or route gives. */
export const MAX_LIMIT = 50;

/** Admin permissions, as the roles page lists them. */
export const ADMIN_ACTIONS = {
  blocks: 'plugin::story-blocks.blocks.read',
  board: 'plugin::story-blocks.board.set',
  holds: 'plugin::story-blocks.holds.set',
  pins: 'plugin::story-blocks.pins.set',
  rebuild: 'plugin::story-blocks.upkeep.rebuild',
  settings: 'plugin::story-blocks.settings.update',
  upkeep: 'plugin::story-blocks.upkeep.read',
} as const;

/** Values of `error.details.code`: part of the API, unlike the wording of messages. */
export const ERROR_CODES = {
  ...KIT_ERROR_CODES,
  storyHeld: 'STORY_HELD',
  notReady: 'NOT_READY',
  moved: 'MOVED',
  versionConflict: 'VERSION_CONFLICT',
  nullCharacter: 'NULL_CHARACTER',
  unsafeAddress: 'UNSAFE_ADDRESS',
  unsafePattern: 'UNSAFE_PATTERN',
  unknownZone: 'UNKNOWN_TIMEZONE',
  unknownLanguage: 'UNKNOWN_LANGUAGE',
  sectionCircle: 'SECTION_CIRCLE',
  notHoldable: 'NOT_HOLDABLE',
  mayNotPublish: 'MAY_NOT_PUBLISH',
  mayNotLift: 'MAY_NOT_LIFT',
  draftsRefused: 'DRAFTS_REFUSED',
  queryTooCostly: 'QUERY_TOO_COSTLY',
} as const;
