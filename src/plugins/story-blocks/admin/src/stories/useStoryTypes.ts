import { isFetchError, useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { StoryTypes } from '../../../shared/src/desk-stories.contract';
import { useStoriesApi } from './stories.api';

const NONE: StoryTypes = { stories: [], may: { blocks: false, pins: false, holds: false } };

/** Asked once for each administrator who logs in: the mapping does not change while the server runs. */
let known: { user: unknown; types: Promise<StoryTypes> } | null = null;

/** The story types and the administrator's permissions; `null` until they are there. */
export function useStoryTypes(): StoryTypes | null {
  const api = useStoriesApi();
  const user = useAuth('useStoryTypes', (state) => state.user?.id);
  const [types, setTypes] = useState<StoryTypes | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (user === undefined) return;
    const asked = known && known.user === user ? known : { user, types: api.types() };
    known = asked;
    asked.types.then(
      (found) => isCurrent && setTypes(found),
      (error) => {
        // Who may read no stories is not asked for again; else, an edit view without this panel is still one, and the
        // next one asks again.
        known = isFetchError(error) && error.status === 403 ? { user, types: Promise.resolve(NONE) } : null;
      }
    );
    return () => {
      isCurrent = false;
    };
  }, [api, user]);
  return types;
}
