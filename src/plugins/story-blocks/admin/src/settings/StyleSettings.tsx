import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTexts } from '../texts';
import { shownOf } from './edits';
import { SettingField } from './SettingField';
import { FieldGrid, SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

/** The style of datelines and bylines where a site names none. */
export function StyleSettings({ state: { answer, edits, set } }: { state: SettingsState }) {
  const texts = useTexts();
  if (!answer) return null;
  const style = shownOf(answer, edits, 'datelineStyle');
  return (
    <SettingsSection title={texts('settings.styles')} subtitle={texts('settings.styles.hint')}>
      <FieldGrid>
        <SettingField
          path="datelineStyle"
          label={texts('settings.datelineStyle')}
          hint={texts('settings.datelineStyle.hint')}
          fallback={String(style.fallback)}
          shown={style}
          onReset={() => set('datelineStyle', null)}
        >
          <SingleSelect value={String(style.value)} onChange={(value) => set('datelineStyle', String(value))}>
            {answer.styles.map((name) => (
              <SingleSelectOption key={name} value={name}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </SettingField>
      </FieldGrid>
    </SettingsSection>
  );
}
