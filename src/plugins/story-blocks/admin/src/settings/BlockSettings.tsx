import { SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { TEASER_CUTS } from '../../../shared/src/settings.contract';
import { type TextId, useTexts } from '../texts';
import { shownOf } from './edits';
import { NumberSetting } from './NumberSetting';
import { SettingField } from './SettingField';
import { FieldGrid, SettingsSection } from './SettingsSection';
import type { SettingsState } from './useSettings';

const NUMBERS = ['relatedLimit', 'railLimit', 'teaserCount', 'teaserLength'] as const;
const cutText = (cut: string): TextId => `settings.cut.${cut}` as TextId;

/** What a block uses where the editor who placed it left its own setting empty. */
export function BlockSettings({ state }: { state: SettingsState }) {
  const texts = useTexts();
  const { answer, edits, set } = state;
  if (!answer) return null;
  const cut = shownOf(answer, edits, 'blocks.teaserCut');
  const tail = shownOf(answer, edits, 'blocks.teaserTail');
  const quoted = (value: unknown) => (value === '' ? texts('settings.teaserTail.none') : `“${value}”`);
  const ofLanguage = texts('settings.teaserTail.language');
  return (
    <SettingsSection title={texts('settings.blocks')} subtitle={texts('settings.blocks.hint')}>
      <FieldGrid>
        {NUMBERS.map((name) => (
          <NumberSetting
            key={name}
            path={`blocks.${name}`}
            label={texts(`settings.${name}`)}
            hint={texts(`settings.${name}.hint`)}
            state={state}
          />
        ))}
        <SettingField
          path="blocks.teaserCut"
          label={texts('settings.teaserCut')}
          hint={texts('settings.teaserCut.hint')}
          fallback={texts(cutText(String(cut.fallback)))}
          shown={cut}
          onReset={() => set('blocks.teaserCut', null)}
        >
          <SingleSelect value={String(cut.value)} onChange={(value) => set('blocks.teaserCut', String(value))}>
            {TEASER_CUTS.map((name) => (
              <SingleSelectOption key={name} value={name}>
                {texts(cutText(name))}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </SettingField>
        <SettingField
          path="blocks.teaserTail"
          label={texts('settings.teaserTail')}
          hint={texts('settings.teaserTail.hint')}
          fallback={answer.defaults.blocks.teaserTail === null ? ofLanguage : quoted(tail.fallback)}
          shown={tail}
          error={tail.isWrong ? texts('settings.error.tail') : undefined}
          onReset={() => set('blocks.teaserTail', null)}
        >
          <TextInput
            dir="auto"
            placeholder={tail.isDefault ? ofLanguage : texts('settings.teaserTail.none')}
            value={String(tail.value)}
            onChange={(event) => set('blocks.teaserTail', event.target.value)}
          />
        </SettingField>
      </FieldGrid>
    </SettingsSection>
  );
}
