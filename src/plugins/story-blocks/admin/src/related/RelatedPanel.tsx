import { Box, Typography } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import { useStoryTypes } from '../stories/useStoryTypes';
import { useTexts } from '../texts';
import { PanelLoading } from './PanelStates';

/** Loaded with the first story that is opened. */
const PanelBody = lazy(() => import('./PanelBody'));

interface PanelProps {
  model: string;
  document?: { updatedAt?: string; publishedAt?: string | null; status?: string };
}

/** The panel on a story's edit view; none on other types. */
export const RelatedPanel = ({ model, document }: PanelProps) => {
  const types = useStoryTypes();
  const texts = useTexts();
  const story = types?.stories.find(({ uid }) => uid === model);
  if (!types || !story) return null;
  const stamp = JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status]);
  return {
    title: texts('related.title'),
    content: types.may.blocks ? (
      <Box width="100%" data-related-panel>
        <Suspense fallback={<PanelLoading />}>
          <PanelBody story={story} mayPin={types.may.pins} stamp={stamp} />
        </Suspense>
      </Box>
    ) : (
      <Typography textColor="neutral700">{texts('related.mayNotRead')}</Typography>
    ),
  };
};
