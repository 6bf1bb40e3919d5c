import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useTexts } from '../texts';
import type { Step } from './will-changes';

/** Said on a story that other stories' links are not to show. */
export const SelfHidden = ({ mayChange, onStep }: { mayChange: boolean; onStep(step: Step): void }) => {
  const texts = useTexts();
  return (
    <Box background="warning100" padding={3} hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="pi" textColor="neutral800">
          {texts('related.self.hidden')}
        </Typography>
        {mayChange ? (
          <Button
            size="S"
            variant="tertiary"
            onClick={() => onStep({ change: { kind: 'self', hidden: false }, scope: 'here', title: '' })}
          >
            {texts('related.self.show')}
          </Button>
        ) : null}
      </Flex>
    </Box>
  );
};
