import { Loader, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import type { DeskStoryType } from '../../../../shared/src/desk-stories.contract';
import { useRequest } from '../../data/useRequest';
import { useEditedStory } from '../../form/useEditedStory';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';
import { HoldSection } from './HoldSection';

/** Holds for those who may hold stories and not see the rest of the panel. */
export const HoldAlone = ({ type }: { type: DeskStoryType }) => {
  const texts = useTexts();
  const api = useStoryApi();
  const { documentId = null } = useEditedStory();
  const ask = useCallback(
    async () => ({ hold: documentId ? await api.hold(type.uid, documentId) : null }),
    [api, type.uid, documentId]
  );
  const { data, hasFailed, reload } = useRequest(ask);
  if (hasFailed) return <Typography textColor="danger600">{texts('story.failed')}</Typography>;
  if (!data) return <Loader small>{texts('story.loading')}</Loader>;
  return (
    <HoldSection
      type={type.uid}
      documentId={documentId}
      title=""
      hold={data.hold}
      zone={null}
      canBeHeld={type.canBeHeld}
      mayHold
      onChange={() => void reload()}
    />
  );
};
