import { MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTexts } from '../texts';
import { shownOf } from './edits';
import { SettingField } from './SettingField';
import { FieldGrid, SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

/** The languages from which another takes links where it has too few of its own. */
export function LanguageSettings({ state: { answer, edits, set } }: { state: SettingsState }) {
  const texts = useTexts();
  const { formatList } = useIntl();
  if (!answer || answer.locales.length < 2) return null;
  const nameOf = (code: string) => answer.locales.find((locale) => locale.code === code)?.name ?? code;
  const inWords = (codes: string[]) =>
    codes.length > 0 ? formatList(codes.map(nameOf)) : texts('settings.borrow.none');
  return (
    <SettingsSection title={texts('settings.languages')} subtitle={texts('settings.languages.hint')}>
      <FieldGrid>
        {answer.locales.map(({ code, name }) => {
          const path = `related.borrow.${code}`;
          const shown = shownOf(answer, edits, path);
          const value = shown.value as string[];
          return (
            <SettingField
              key={code}
              path={path}
              label={name}
              fallback={inWords(shown.fallback as string[])}
              shown={shown}
              onReset={() => set(path, null)}
            >
              <MultiSelect
                value={value}
                placeholder={texts('settings.borrow.none')}
                customizeContent={(codes) => inWords(codes ?? [])}
                onChange={(codes) => set(path, codes)}
              >
                {answer.locales
                  .filter((other) => other.code !== code)
                  .map((other) => (
                    <MultiSelectOption key={other.code} value={other.code}>
                      {other.name}
                    </MultiSelectOption>
                  ))}
              </MultiSelect>
            </SettingField>
          );
        })}
      </FieldGrid>
    </SettingsSection>
  );
}
