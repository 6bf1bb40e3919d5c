import { Box, Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { RelatedMapping } from '../../../shared/src/desk-related.contract';
import { useTexts } from '../texts';
import { PanelLoading } from './PanelStates';
import { type RelatedApi, useRelatedApi } from './related.api';

/** Loaded with the first story that is opened. */
const PanelBody = lazy(() => import('./PanelBody'));

interface PanelProps {
  model: string;
  document?: { updatedAt?: string; publishedAt?: string | null; status?: string };
}

/** Asked once for each administrator who logs in. */
const mappings = new Map<number | string, Promise<RelatedMapping>>();

function mappingFor(user: number | string, api: RelatedApi): Promise<RelatedMapping> {
  let mapping = mappings.get(user);
  if (!mapping) {
    mapping = api.mapping();
    mappings.set(user, mapping);
    // One that failed is asked again with the next story.
    mapping.catch(() => mappings.delete(user));
  }
  return mapping;
}

/** Which types are stories, and what the administrator may do; `null` until it is there. */
function useMapping(): RelatedMapping | null {
  const api = useRelatedApi();
  const user = useAuth('RelatedPanel', (auth) => auth.user?.id);
  const [mapping, setMapping] = useState<RelatedMapping | null>(null);
  useEffect(() => {
    if (user === undefined) return;
    let isCurrent = true;
    mappingFor(user, api).then(
      (found) => isCurrent && setMapping(found),
      // Not to be reached: an edit view without this panel is still one.
      () => isCurrent && setMapping(null)
    );
    return () => {
      isCurrent = false;
    };
  }, [api, user]);
  return mapping;
}

/** The panel on a story's edit view; none on other types. */
export const RelatedPanel = ({ model, document }: PanelProps) => {
  const mapping = useMapping();
  const texts = useTexts();
  const story = mapping?.stories.find(({ uid }) => uid === model);
  if (!mapping || !story) return null;
  const stamp = JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status]);
  return {
    title: texts('related.title'),
    content: mapping.mayRead ? (
      <Box width="100%" data-related-panel>
        <Suspense fallback={<PanelLoading />}>
          <PanelBody story={story} mayPin={mapping.mayPin} stamp={stamp} />
        </Suspense>
      </Box>
    ) : (
      <Typography textColor="neutral700">{texts('related.mayNotRead')}</Typography>
    ),
  };
};
