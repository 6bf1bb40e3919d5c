import { Combobox, ComboboxOption, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { SettingsAnswer } from '../../../shared/src/settings.contract';
import { useRequest } from '../data/useRequest';
import { useTexts } from '../texts';
import { useSettingsApi } from './settings.api';

export interface ChosenStory {
  documentId: string;
  type: string;
  locale?: string;
}

const PAUSE_MS = 300;

interface Props {
  answer: SettingsAnswer;
  onChoose(story: ChosenStory | null): void;
}

/** Finds a published story by words of it, in a language. */
export function StoryChooser({ answer: { storyTypes, locales }, onChoose }: Props) {
  const texts = useTexts();
  const api = useSettingsApi();
  const [type] = storyTypes;
  const [locale, setLocale] = useState(locales[0]?.code);
  const [words, setWords] = useState('');
  const asked = useDebounce(words, PAUSE_MS);
  const [chosen, setChosen] = useState<string>();
  const language = type?.isLocalized ? locale : undefined;
  const ask = useCallback(() => api.stories(type, asked, language), [api, type, asked, language]);
  const { data, hasFailed } = useRequest(type ? ask : null);
  const found = hasFailed ? [] : data;
  if (!type) return null;

  const choose = (documentId: string | undefined) => {
    setChosen(documentId);
    onChoose(documentId ? { documentId, type: type.uid, ...(language ? { locale: language } : {}) } : null);
  };
  return (
    <Flex gap={4} alignItems="flex-start" wrap="wrap">
      <Field.Root name="previewStory" width="420px" maxWidth="100%">
        <Field.Label>{texts('settings.preview.story')}</Field.Label>
        <Combobox
          autocomplete="none"
          value={chosen}
          loading={found === null}
          loadingMessage={texts('settings.preview.searching')}
          placeholder={texts('settings.preview.placeholder')}
          clearLabel={texts('settings.preview.clear')}
          noOptionsMessage={() => texts(hasFailed ? 'settings.preview.unreadable' : 'settings.preview.nothing')}
          onInputChange={(event) => setWords(event.currentTarget.value)}
          onChange={(value) => choose(value)}
          onClear={() => {
            setWords('');
            choose(undefined);
          }}
        >
          {(found ?? []).map(({ documentId, title }) => (
            <ComboboxOption key={documentId} value={documentId} textValue={title}>
              <span dir="auto" lang={language}>
                {title}
              </span>
            </ComboboxOption>
          ))}
        </Combobox>
      </Field.Root>
      {type.isLocalized && locales.length > 1 && (
        <Field.Root name="previewLocale" width="200px">
          <Field.Label>{texts('settings.preview.language')}</Field.Label>
          <SingleSelect
            value={locale}
            onChange={(value) => {
              setLocale(String(value));
              choose(undefined);
            }}
          >
            {locales.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
    </Flex>
  );
}
