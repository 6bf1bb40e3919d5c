import { lazy, Suspense } from 'react';
import { useStoryTypes } from '../stories/useStoryTypes';
import { useTexts } from '../texts';
import { PanelLoader } from './PanelLoader';

/** Loaded with the first story that is opened. */
const PanelBody = lazy(() => import('./PanelBody'));

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
