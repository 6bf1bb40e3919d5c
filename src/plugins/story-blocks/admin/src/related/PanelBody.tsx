import { Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { DeskStoryType } from '../../../shared/src/desk-stories.contract';
import { useEditedStory } from '../form/useEditedStory';
import { useStorySearch } from '../stories/useStorySearch';
import { useTexts } from '../texts';
import { AddressList } from './AddressList';
import { buildRows, byFound, type KnownStory } from './build-rows';
import { HiddenList } from './HiddenList';
import { LostChanges } from './LostChanges';
import { PanelFailed, PanelLoading } from './PanelStates';
import { PinnedList } from './PinnedList';
import { RankedList } from './RankedList';
import { SelfHidden } from './SelfHidden';
import { StateLine } from './StateLine';
import { StatusLine } from './StatusLine';
import { StorySearch } from './StorySearch';
import { useFieldLabel } from './useFieldLabel';
import { usePreview } from './usePreview';
import { useRelated } from './useRelated';
import { useWill } from './useWill';

interface Props {
  story: DeskStoryType;
  mayPin: boolean;
  /** Changes with each save. */
  stamp: string;
}

/** A story's links in one language, and what its editor does with them. */
const StoryPanel = ({ story, mayPin, stamp }: Props) => {
  const texts = useTexts();
  const { documentId, locale, values, isModified } = useEditedStory();
  const externals = useFieldLabel(story.fields.externalLinks?.field ?? null);
  const { data, failure, reload } = useRelated(documentId, locale, stamp);
  const will = useWill({ documentId, locale }, data?.will ?? null, reload);
  const search = useStorySearch(locale);
  const [found, setFound] = useState<KnownStory[]>([]);
  const [wantsChanges, setWantsChanges] = useState(false);
  const undoRef = useRef<HTMLButtonElement>(null);

  const isUnwritten = documentId === undefined || data?.state === 'new';
  const isLive = data?.state === 'published';
  const isOfForm = isUnwritten || (data !== null && isModified && (!isLive || wantsChanges));
  const preview = usePreview(isOfForm, story, values, data?.will.version ?? 0);

  if (documentId && !data) {
    return failure === null ? <PanelLoading /> : <PanelFailed reason={failure} onAgain={reload} />;
  }

  const answer = isOfForm ? (preview.data ?? (preview.isEmpty ? null : data)) : data;
  const links = answer?.links ?? [];
  const rows = buildRows(links, data?.will ?? null, will.wishes, found);
  const isSaved = documentId !== undefined;
  const mayChange = isSaved && (data?.mayPin ?? mayPin);
  const isSearching = search.text.trim() !== '';
  const list = { mayChange, onStep: will.run, fallbackRef: undoRef };

  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <StateLine
        data={data}
        links={links}
        block={answer?.block ?? null}
        isOfForm={isOfForm}
        onSwitch={isLive && isModified ? () => setWantsChanges(!wantsChanges) : null}
      />
      {preview.hasFailed ? <Typography textColor="danger600">{texts('related.preview.failed')}</Typography> : null}
      {(data?.mayPin ?? mayPin) ? null : (
        <Typography variant="pi" textColor="neutral700">
          {texts('related.mayNotPin')}
        </Typography>
      )}
      {will.wishes.hiddenEverywhere ? <SelfHidden mayChange={mayChange} onStep={will.run} /> : null}
      {mayChange ? <StatusLine ref={undoRef} will={will} /> : null}
      <LostChanges will={will} />
      {isSaved ? <PinnedList pins={rows.pins} {...list} /> : null}
      {mayChange ? (
        <StorySearch
          search={search}
          pinned={new Set(rows.pins.filter(({ scope }) => scope === 'here').map((pin) => pin.documentId))}
          own={documentId}
          pageLocale={data?.locale ?? null}
          onPin={(chosen) => {
            setFound((before) => [...before, byFound(chosen, data?.locale ?? null)]);
            will.run({ change: { kind: 'pin', documentId: chosen.documentId }, scope: 'here', title: chosen.title });
          }}
        />
      ) : null}
      {isSearching ? null : (
        <>
          {isOfForm && preview.isEmpty ? (
            <Typography variant="pi" textColor="neutral600">
              {texts('related.preview.empty')}
            </Typography>
          ) : isOfForm && answer === null ? (
            <PanelLoading />
          ) : (
            <RankedList links={rows.ranked} block={answer?.block ?? null} {...list} />
          )}
          <AddressList links={rows.addresses} field={externals} />
        </>
      )}
      <HiddenList hides={rows.hides} {...list} />
    </Flex>
  );
};

/** Another story, or another language of it, is another panel. */
const PanelBody = (props: Props) => {
  const { documentId, locale } = useEditedStory();
  return <StoryPanel key={`${documentId ?? ''} ${locale ?? ''}`} {...props} />;
};

export default PanelBody;
