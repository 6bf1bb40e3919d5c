/** Names of the plugin's tables: unknown to Strapi's schema sync, which therefore never drops them. */
export const TABLES = {
  meta: 'story_slugs_meta',
  history: 'story_slugs_history',
  made: 'story_slugs_made',
  spellings: 'story_slugs_spellings',
} as const;

/** As long as Strapi's own columns for strings. */
export const LONGEST_KEPT = 255;
