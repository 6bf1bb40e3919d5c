import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useTexts } from '../texts';

/** As high as a few links: what comes does not push the page about. */
export const PanelLoading = () => {
  const texts = useTexts();
  return (
    <Flex justifyContent="center" alignItems="center" width="100%" minHeight="24rem">
      <Loader small>{texts('related.loading')}</Loader>
    </Flex>
  );
};

export const PanelFailed = ({ reason, onAgain }: { reason: string; onAgain(): void }) => {
  const texts = useTexts();
  return (
    <Box role="alert" width="100%">
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography textColor="danger600">{texts('related.failed')}</Typography>
        {reason ? (
          <Typography variant="pi" textColor="neutral700">
            {reason}
          </Typography>
        ) : null}
        <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onAgain}>
          {texts('related.again')}
        </Button>
      </Flex>
    </Box>
  );
};
