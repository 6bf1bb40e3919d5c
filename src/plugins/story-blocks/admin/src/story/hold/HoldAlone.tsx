import { Loader, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import type { DeskStoryType } from '../../../../shared/src/desk-stories.contract';
import type { Hold } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';
import { HoldSection } from './HoldSection';

type State = { hold: Hold | null } | 'loading' | 'failed';

/** Holds for those who may hold stories and not see the rest of the panel. */
export const HoldAlone = ({ type }: { type: DeskStoryType }) => {
  const texts = useTexts();
  const api = useStoryApi();
  const { id } = useContentManagerContext();
  const documentId = id && id !== 'create' ? id : null;
  const [state, setState] = useState<State>('loading');
  const ask = useCallback(() => {
    if (!documentId) return setState({ hold: null });
    api.hold(type.uid, documentId).then(
      (hold) => setState({ hold }),
      () => setState('failed')
    );
  }, [api, type.uid, documentId]);
  useEffect(ask, [ask]);
  if (state === 'loading') return <Loader small>{texts('story.loading')}</Loader>;
  if (state === 'failed') return <Typography textColor="danger600">{texts('story.failed')}</Typography>;
  return (
    <HoldSection
      type={type.uid}
      documentId={documentId}
      title=""
      hold={state.hold}
      zone={null}
      canBeHeld={type.canBeHeld}
      mayHold
      onChange={ask}
    />
  );
};
