import { Box, Button, Divider, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import type { ChangeEvent } from 'react';
import { MAX_LINES_LENGTH } from '../../../shared/src/limits';
import type { AdminMapping } from '../../../shared/src/mapping.contract';
import { useTexts } from '../texts';
import { RecognisedView } from './RecognisedView';
import { StoryLines } from './StoryLines';
import { useDatelinePanel } from './useDatelinePanel';

interface Props {
  story: AdminMapping['stories'][number];
  canCreatePlaces: boolean;
}

/** The field, what was recognised in it, and the story's lines as they stand. */
const PanelBody = ({ story, canCreatePlaces }: Props) => {
  const texts = useTexts();
  const panel = useDatelinePanel(story);
  const { recognised, isResolved, checked } = panel;
  const isNeither = isResolved && recognised?.kind === 'neither';
  const isSomething = recognised !== null && recognised.kind !== 'neither';
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Field.Root name="datelines-line" hint={texts('panel.hint')} width="100%">
        {/* Labels are cut off after a line, and this column is narrow. */}
        <Field.Label style={{ whiteSpace: 'normal' }}>{texts('panel.label')}</Field.Label>
        <Textarea
          ref={panel.fieldRef}
          value={panel.text}
          maxLength={MAX_LINES_LENGTH}
          minHeight="10.4rem"
          onChange={(event: ChangeEvent<HTMLTextAreaElement>) => panel.setText(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Box aria-live="polite" aria-busy={recognised !== null && !isResolved && !panel.hasFailed} width="100%">
        {panel.hasFailed ? <Typography textColor="danger600">{texts('panel.failed')}</Typography> : null}
        {isNeither ? <Typography textColor="neutral600">{texts('read.neither')}</Typography> : null}
        {isSomething ? (
          <RecognisedView
            recognised={recognised}
            isResolved={isResolved}
            panel={panel}
            canCreatePlaces={canCreatePlaces}
          />
        ) : null}
      </Box>
      {isSomething ? (
        <Button fullWidth disabled={!panel.canUse} onClick={panel.writeIntoForm}>
          {texts('use')}
        </Button>
      ) : null}
      {checked ? (
        <>
          <Divider />
          <StoryLines checked={checked} panel={panel} />
        </>
      ) : null}
    </Flex>
  );
};

export default PanelBody;
