import type { PermissionChecker } from '@wiredesk/strapi-kit/server';

/** What somebody who reads entries of a content type, or makes one, may see and set: an administrator's roles tell. */
export type Reader = Pick<PermissionChecker, 'can' | 'sanitizeCreateInput' | 'sanitizeOutput'>;

/** What somebody may see, by content type. */
export type Readers = (uid: string) => Reader;

const yes = () => true;

/** Code that no administrator asked to run, such as an import: it sees all. */
export const SEES_ALL: Reader = {
  can: { create: yes, publish: yes, read: yes, update: yes },
  sanitizeCreateInput: async (data) => data,
  sanitizeOutput: async (entry) => entry,
};
