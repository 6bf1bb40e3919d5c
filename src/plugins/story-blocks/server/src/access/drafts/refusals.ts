import { forbidden } from '@wiredesk/strapi-kit/server';
import { ERROR_CODES, PREVIEW_ACTION } from '../../../../shared/src';

/** A 403 with `DRAFTS_REFUSED`. @param what - What was asked, at the head of the sentence. */
export const draftsRefused = (what: string) =>
  forbidden(`${what} needs the permission "${PREVIEW_ACTION}"`, { code: ERROR_CODES.draftsRefused });
