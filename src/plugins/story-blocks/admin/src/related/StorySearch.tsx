import { Box, Field, Flex, IconButton, Loader, TextInput, Typography } from '@strapi/design-system';
import { Cross, Pin, Search } from '@strapi/icons';
import { type ChangeEvent, type KeyboardEvent, type RefObject, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { FoundStory } from '../../../shared/src/desk-stories.contract';
import type { StorySearchState } from '../stories/useStorySearch';
import { useTexts } from '../texts';
import { SmallTag, StoryHeadline, StoryMeta } from './StoryText';

interface Props {
  search: StorySearchState;
  /** Document ids. */
  pinned: ReadonlySet<string>;
  own: string | undefined;
  /** The language that is being written. */
  pageLocale: string | null;
  onPin(story: FoundStory): void;
}

const Found = ({
  story,
  isPinned,
  isOwn,
  pageLocale,
  onPin,
}: {
  story: FoundStory;
  isPinned: boolean;
  isOwn: boolean;
  pageLocale: string | null;
  onPin(): void;
}) => {
  const texts = useTexts();
  const { formatDate } = useIntl();
  const { title, state, filedAt, locale } = story;
  return (
    <Flex tag="li" gap={2} alignItems="flex-start">
      <Flex direction="column" alignItems="flex-start" gap={1} flex="1" minWidth={0}>
        <StoryHeadline story={story} />
        <StoryMeta lines={[formatDate(filedAt, { dateStyle: 'medium' })]} locale={null} />
        <Flex tag="ul" gap={1} wrap="wrap">
          {isPinned ? <SmallTag tone="primary">{texts('related.reason.pinned.plain')}</SmallTag> : null}
          {isOwn ? <SmallTag>{texts('related.search.own')}</SmallTag> : null}
          {state === 'published' ? null : (
            <SmallTag tone="warning">
              {texts(state === 'held' ? 'related.absence.held' : 'related.absence.unpublished')}
            </SmallTag>
          )}
          {locale && locale !== pageLocale ? <SmallTag>{locale}</SmallTag> : null}
        </Flex>
      </Flex>
      {isPinned || isOwn ? null : (
        <IconButton size="S" variant="ghost" label={texts('related.pin', { title })} onClick={onPin}>
          <Pin />
        </IconButton>
      )}
    </Flex>
  );
};

/** Any story to pin: by words of its headline, its address or its document id. */
export const StorySearch = ({ search, pinned, own, pageLocale, onPin }: Props) => {
  const texts = useTexts();
  const { text, setText, found, isLoading, hasFailed } = search;
  const field = useRef<HTMLInputElement>(null) as RefObject<HTMLInputElement>;
  const isOpen = text.trim() !== '';
  const clear = () => {
    setText('');
    field.current?.focus();
  };
  const count = isOpen && found && !isLoading ? texts('related.search.count', { count: found.length }) : '';
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name="related-search" hint={texts('related.search.hint')} width="100%">
        <Field.Label>{texts('related.search.label')}</Field.Label>
        <TextInput
          ref={field}
          type="text"
          size="S"
          autoComplete="off"
          value={text}
          placeholder={texts('related.search.placeholder')}
          startAction={<Search aria-hidden fill="neutral500" />}
          endAction={
            text === '' ? undefined : (
              <Field.Action label={texts('related.search.clear')} onClick={clear}>
                <Cross fill="neutral500" />
              </Field.Action>
            )
          }
          onChange={(event: ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            // The story's form would be saved by it.
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape') setText('');
          }}
        />
        <Field.Hint />
      </Field.Root>
      <Box role="status">
        <Typography variant="pi" textColor={hasFailed ? 'danger600' : 'neutral600'}>
          {hasFailed ? texts('related.search.failed') : count}
        </Typography>
      </Box>
      {isOpen && isLoading && !found ? (
        <Flex justifyContent="center">
          <Loader small>{texts('related.search.loading')}</Loader>
        </Flex>
      ) : null}
      {isOpen && found && found.length > 0 ? (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3} aria-label={texts('related.search.results')}>
          {found.map((story) => (
            <Found
              key={`${story.type} ${story.documentId}`}
              story={story}
              isPinned={pinned.has(story.documentId)}
              isOwn={story.documentId === own}
              pageLocale={pageLocale}
              onPin={() => {
                onPin(story);
                // The button goes away with the story's new place: the next one is looked for from here.
                field.current?.focus();
              }}
            />
          ))}
        </Flex>
      ) : null}
    </Flex>
  );
};
