import { Combobox, ComboboxOption, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { SettingsAnswer } from '../../../shared/src/settings.contract';
import { useTexts } from '../texts';
import { type ListedStory, useSettingsApi } from './settings.api';

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
  const [found, setFound] = useState<{ stories: ListedStory[]; hasFailed: boolean } | null>(null);
  const language = type?.isLocalized ? locale : undefined;
  useEffect(() => {
    if (!type) return;
    let isCurrent = true;
    const set = (stories: ListedStory[], hasFailed: boolean) => isCurrent && setFound({ stories, hasFailed });
    api.stories(type, asked, language).then(
      (stories) => set(stories, false),
      () => set([], true)
    );
    return () => {
      isCurrent = false;
    };
  }, [api, type, asked, language]);
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
          noOptionsMessage={() => texts(found?.hasFailed ? 'settings.preview.unreadable' : 'settings.preview.nothing')}
          onInputChange={(event) => setWords(event.currentTarget.value)}
          onChange={(value) => choose(value)}
          onClear={() => {
            setWords('');
            choose(undefined);
          }}
        >
          {(found?.stories ?? []).map(({ documentId, title }) => (
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
