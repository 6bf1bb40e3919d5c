import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useTexts } from '../texts';
import type { WillState } from './useWill';
import type { Step } from './will-changes';

const keyOf = ({ change, scope, title }: Step) => `${JSON.stringify(change)} ${scope} ${title}`;

/** Changes that somebody else was faster than: they can be done again to what stands now. */
export const LostChanges = ({ will }: { will: WillState }) => {
  const texts = useTexts();
  if (will.lost.length === 0) return null;
  return (
    <Box role="alert" background="warning100" padding={3} hasRadius>
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography fontWeight="semiBold" textColor="warning700">
          {texts('related.lost.heading')}
        </Typography>
        <Typography variant="pi" textColor="neutral800">
          {texts('related.lost.text')}
        </Typography>
        <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
          {will.lost.map((step) => (
            <Typography tag="li" variant="pi" textColor="neutral800" key={keyOf(step)}>
              {texts(`related.lost.${step.change.kind}`, { title: step.title })}
            </Typography>
          ))}
        </Flex>
        <Flex gap={2} wrap="wrap">
          <Button size="S" onClick={will.again}>
            {texts('related.lost.again')}
          </Button>
          <Button size="S" variant="tertiary" onClick={will.drop}>
            {texts('related.lost.drop')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
};
