import { isFetchError, useAuth } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { StoryTypes } from '../../../shared/src/desk-stories.contract';
import { useRequest } from '../data/useRequest';
import { useStoriesApi } from './stories.api';

const NONE: StoryTypes = { stories: [], may: { blocks: false, pins: false, holds: false } };

/** Asked once for each administrator who logs in: the mapping does not change while the server runs. */
let known: { user: unknown; types: Promise<StoryTypes> } | null = null;

/** Who may read no stories is not asked for again; after another failure the next panel asks again. */
function typesFor(user: unknown, ask: () => Promise<StoryTypes>): Promise<StoryTypes> {
  if (known && known.user === user) return known.types;
  const types = ask().catch((error: unknown) => {
    if (isFetchError(error) && error.status === 403) return NONE;
    known = null;
    throw error;
  });
  known = { user, types };
  return types;
}

/** The story types and the administrator's permissions; `null` until they are there. */
export function useStoryTypes(): StoryTypes | null {
  const api = useStoriesApi();
  const user = useAuth('useStoryTypes', (state) => state.user?.id);
  const ask = useCallback(() => typesFor(user, api.types), [user, api]);
  return useRequest(user === undefined ? null : ask).data;
}
