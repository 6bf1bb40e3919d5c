import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { SettingsPreview } from '../../../shared/src/settings.contract';
import { refusalOf } from '../access/refusal';
import { useTexts } from '../texts';
import { settingsWith } from './edits';
import { PreviewLinks } from './PreviewLinks';
import { SettingsSection } from './SettingsSection';
import { type ChosenStory, StoryChooser } from './StoryChooser';
import { useSettingsApi } from './settings.api';
import type { SettingsState } from './useSettings';

const PAUSE_MS = 400;

type Preview = { links: SettingsPreview } | { problem: string } | null;

/** A chosen story's links by the settings that hold and by those under edit; asked again as they change. */
function usePreview(story: ChosenStory | null, { answer, edits, wrong }: SettingsState): Preview {
  const api = useSettingsApi();
  const texts = useTexts();
  const [preview, setPreview] = useState<Preview>(null);
  const settings = JSON.stringify(answer && wrong === 0 ? settingsWith(answer, edits) : null);
  const question = useDebounce(JSON.stringify({ story, settings, version: answer?.version }), PAUSE_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: texts change with the language alone
  useEffect(() => {
    const asked = JSON.parse(question) as { story: ChosenStory | null; settings: string };
    const edited = JSON.parse(asked.settings);
    if (!asked.story) setPreview(null);
    // What could not be saved is not tried: the last answer stands.
    if (!asked.story || edited === null) return;
    let isCurrent = true;
    api.preview(asked.story, edited).then(
      (links) => isCurrent && setPreview({ links }),
      (error) => isCurrent && setPreview({ problem: refusalOf(error)?.message || texts('settings.unreachable') })
    );
    return () => {
      isCurrent = false;
    };
  }, [api, question]);
  return preview;
}

/** Tries settings on a story before they are saved. */
export function PreviewSettings({ state }: { state: SettingsState }) {
  const texts = useTexts();
  const [story, setStory] = useState<ChosenStory | null>(null);
  const preview = usePreview(story, state);
  const { answer } = state;
  if (!answer) return null;
  return (
    <SettingsSection title={texts('settings.preview')} subtitle={texts('settings.preview.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <StoryChooser answer={answer} onChoose={setStory} />
        <Box minHeight={story ? '320px' : undefined} aria-live="polite">
          {story && !preview && <Loader small>{texts('settings.preview.searching')}</Loader>}
          {story && preview && 'problem' in preview && (
            <Typography textColor="neutral800">{preview.problem}</Typography>
          )}
          {story && preview && 'links' in preview && <PreviewLinks {...preview.links} />}
        </Box>
      </Flex>
    </SettingsSection>
  );
}
