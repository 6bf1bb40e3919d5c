import { isFetchError, useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DeskTypes } from '../../../shared/src/desk-story.contract';
import { useStoryApi } from './story.api';

const NONE: DeskTypes = { stories: [], may: { blocks: false, holds: false } };

/** Asked once for each administrator who logs in: the mapping does not change while the server runs. */
let known: { user: unknown; types: Promise<DeskTypes> } | null = null;

/** The story types and the administrator's permissions; `null` until they are there. */
export function useStoryTypes(): DeskTypes | null {
  const api = useStoryApi();
  const user = useAuth('useStoryTypes', (state) => state.user?.id);
  const [types, setTypes] = useState<DeskTypes | null>(null);
  useEffect(() => {
    let isCurrent = true;
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
