import { Box, Button, Divider, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import type { DeskStoryType, StoryTypes } from '../../../shared/src/desk-stories.contract';
import { useTexts } from '../texts';
import { FindingsList } from './FindingsList';
import { HoldAlone } from './hold/HoldAlone';
import { HoldSection } from './hold/HoldSection';
import { PanelLoader } from './PanelLoader';
import { PagePreview } from './page/PagePreview';
import { ReadersView } from './ReadersView';
import { useDeskStory } from './useDeskStory';

interface Props {
  type: DeskStoryType;
  may: StoryTypes['may'];
}

const Story = ({ type, may }: Props) => {
  const texts = useTexts();
  const { story, isLoading, hasFailed, isModified, askAgain, noteHold, documentId, locale } = useDeskStory(type.mapped);
  if (!story && !hasFailed) return <PanelLoader />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" aria-busy={isLoading}>
      {hasFailed ? (
        <Flex direction="column" alignItems="stretch" gap={2} role="alert">
          <Typography textColor="danger600">{texts('story.failed')}</Typography>
          <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={askAgain}>
            {texts('story.again')}
          </Button>
        </Flex>
      ) : null}
      {story ? (
        <>
          <FindingsList story={story} />
          <Divider />
          <ReadersView story={story} />
          <PagePreview type={type.uid} documentId={documentId} locale={locale} isModified={isModified} />
          <Divider />
          <HoldSection
            type={type.uid}
            documentId={documentId}
            title={story.title}
            hold={story.hold}
            zone={story.timezone}
            canBeHeld={type.canBeHeld}
            mayHold={may.holds}
            onChange={noteHold}
          />
        </>
      ) : null}
    </Flex>
  );
};

/** The story as readers get it; of those without the permission, why they do not see it. */
const PanelBody = ({ type, may }: Props) => {
  const texts = useTexts();
  if (may.blocks) return <Story type={type} may={may} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Box>
        <Typography textColor="neutral600">{texts('story.mayNotRead')}</Typography>
      </Box>
      {may.holds ? (
        <>
          <Divider />
          <HoldAlone type={type} />
        </>
      ) : null}
    </Flex>
  );
};

export default PanelBody;
