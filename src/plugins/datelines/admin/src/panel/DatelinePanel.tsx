import { Loader } from '@strapi/design-system';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { AdminMapping } from '../../../shared/src/mapping.contract';
import { useTexts } from '../texts';
import { useDatelinesApi } from './datelines.api';

/** Loaded with the first story that is opened: it brings the library that reads lines. */
const PanelBody = lazy(() => import('./PanelBody'));

interface PanelProps {
  model: string;
}

/** The newsroom's mapping; `null` until it is there, and for those who may read no story. */
function useMapping(): AdminMapping | null {
  const api = useDatelinesApi();
  const [mapping, setMapping] = useState<AdminMapping | null>(null);
  useEffect(() => {
    let isCurrent = true;
    api.mapping().then(
      (found) => isCurrent && setMapping(found),
      // Refused, or not to be reached: an edit view without this panel is still one.
      () => isCurrent && setMapping(null)
    );
    return () => {
      isCurrent = false;
    };
  }, [api]);
  return mapping;
}

/** The panel on a story's edit view; none on other types. */
export const DatelinePanel = ({ model }: PanelProps) => {
  const mapping = useMapping();
  const texts = useTexts();
  const story = mapping?.stories.find(({ uid }) => uid === model);
  if (!mapping || !story) return null;
  return {
    title: texts('panel.title'),
    content: (
      <Suspense fallback={<Loader small>{texts('panel.loading')}</Loader>}>
        <PanelBody story={story} canCreatePlaces={mapping.canCreatePlaces} />
      </Suspense>
    ),
  };
};
