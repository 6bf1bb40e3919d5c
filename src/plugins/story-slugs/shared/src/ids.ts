import { KIT_ERROR_CODES } from '@wiredesk/strapi-kit/shared';

/** Names that the server, the admin and clients agree on. */
export const PLUGIN_ID = 'story-slugs';

/** Admin permissions, as the roles page lists them. */
export const ADMIN_ACTIONS = { regenerate: 'plugin::story-slugs.regenerate.run' } as const;

/** Values of `error.details.code`: part of the API, unlike the wording of messages. */
export const ERROR_CODES = {
  ...KIT_ERROR_CODES,
  slugTaken: 'SLUG_TAKEN',
  slugUnsafe: 'SLUG_UNSAFE',
} as const;
