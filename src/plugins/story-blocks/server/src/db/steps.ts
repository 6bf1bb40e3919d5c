import type { Migration } from '@wiredesk/strapi-kit/server';

/**
 * What has changed in the plugin's tables since the baseline, a step a version. New databases get these too.
 *
 * A released step is never changed: add a new one at the end.
 */
export const steps: readonly Migration[] = [];
