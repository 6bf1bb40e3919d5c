import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useMemo, useState } from 'react';
import type { SavedSettings } from '../../../shared/src/settings.contract';
import { refusalOf } from '../access/refusal';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { settingsWith } from './edits';
import { PreviewLinks } from './PreviewLinks';
import { SettingsSection } from './SettingsSection';
import { type ChosenStory, StoryChooser } from './StoryChooser';
import { useSettingsApi } from './settings.api';
import type { SettingsState } from './useSettings';

const PAUSE_MS = 400;

interface Question {
  story: ChosenStory | null;
  settings: SavedSettings | null;
}

/** A chosen story's links by the settings that hold and by those under edit; asked again as they change. */
function usePreview(story: ChosenStory | null, { answer, edits, wrong }: SettingsState) {
  const api = useSettingsApi();
  // What could not be saved is not tried: the last answer stands.
  const settings = answer && wrong === 0 ? settingsWith(answer, edits) : null;
  const question = useDebounce(JSON.stringify({ story, settings, version: answer?.version }), PAUSE_MS);
  const ask = useMemo(() => {
    const { story: of, settings: edited }: Question = JSON.parse(question);
    return of && edited ? () => api.preview(of, edited) : null;
  }, [api, question]);
  const { put, ...preview } = useRequest(ask);
  useEffect(() => {
    if (!story) put(null);
  }, [story, put]);
  return preview;
}

/** Tries settings on a story before they are saved. */
export function PreviewSettings({ state }: { state: SettingsState }) {
  const texts = useTexts();
  const [story, setStory] = useState<ChosenStory | null>(null);
  const { data, hasFailed, error } = usePreview(story, state);
  const { answer } = state;
  if (!answer) return null;
  return (
    <SettingsSection title={texts('settings.preview')} subtitle={texts('settings.preview.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <StoryChooser answer={answer} onChoose={setStory} />
        <Box minHeight={story ? '320px' : undefined} aria-live="polite">
          {story && !data && !hasFailed && <Loader small>{texts('settings.preview.searching')}</Loader>}
          {story && hasFailed && (
            <Typography textColor="neutral800">{refusalOf(error)?.message || texts('settings.unreachable')}</Typography>
          )}
          {story && data && !hasFailed && <PreviewLinks {...data} />}
        </Box>
      </Flex>
    </SettingsSection>
  );
}
