import { Toggle } from '@strapi/design-system';
import { useTexts } from '../texts';
import { shownOf } from './edits';
import { SettingField } from './SettingField';
import { FieldGrid, SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

const PATH = 'desk.blockPublishing';

/** What happens to a story with an error when it is published. */
export function PublishingSettings({ state: { answer, edits, set } }: { state: SettingsState }) {
  const texts = useTexts();
  if (!answer) return null;
  const shown = shownOf(answer, edits, PATH);
  const inWords = (blocks: boolean) => texts(blocks ? 'settings.blockPublishing.on' : 'settings.blockPublishing.off');
  return (
    <SettingsSection title={texts('settings.publishing')} subtitle={texts('settings.publishing.hint')}>
      <FieldGrid>
        <SettingField
          path={PATH}
          label={texts('settings.blockPublishing')}
          hint={texts('settings.blockPublishing.hint')}
          fallback={inWords(shown.fallback === true)}
          shown={shown}
          onReset={() => set(PATH, null)}
        >
          <Toggle
            checked={shown.value === true}
            onLabel={texts('settings.blockPublishing.on')}
            offLabel={texts('settings.blockPublishing.off')}
            onChange={(event) => set(PATH, event.target.checked)}
          />
        </SettingField>
      </FieldGrid>
    </SettingsSection>
  );
}
