import { Box, Loader } from '@strapi/design-system';
import { lazy, Suspense } from 'react';
import { useStoryTypes } from '../stories/useStoryTypes';
import { useTexts } from '../texts';

/** Loaded with the first story that is opened. */
const PanelBody = lazy(() => import('./PanelBody'));

/** Where the panel keeps its place while it loads. */
export const PanelLoader = () => {
  const texts = useTexts();
  return (
    <Box minHeight="24rem" width="100%">
      <Loader small>{texts('story.loading')}</Loader>
    </Box>
  );
};

/** The panel on a story's edit view; none on other types. */
export const StoryPanel = ({ model }: { model: string }) => {
  const types = useStoryTypes();
  const texts = useTexts();
  const type = types?.stories.find(({ uid }) => uid === model);
  if (!types || !type) return null;
  return {
    title: texts('story.title'),
    content: (
      <Suspense fallback={<PanelLoader />}>
        <PanelBody type={type} may={types.may} />
      </Suspense>
    ),
  };
};
