import { Alert, Box, Button, Flex, Typography } from '@strapi/design-system';
import { ClockCounterClockwise, Information } from '@strapi/icons';
import { messageOf } from './board.api';
import type { Changes } from './useChanges';
import { useWords } from './useWords';

interface Props {
  changes: Changes;
  maySet: boolean;
}

/** What was done last, and the way back; what was not saved, and why. */
export const StatusLine = ({ changes: { outcome, undo, perform, dismiss }, maySet }: Props) => {
  const { texts, change } = useWords();
  if (!maySet) {
    return (
      <Flex role="note" gap={3} alignItems="flex-start" background="primary100" hasRadius padding={4}>
        <Box aria-hidden paddingTop="1px">
          <Information fill="primary700" />
        </Box>
        <Box>
          <Typography tag="p" fontWeight="bold" textColor="neutral800">
            {texts('board.readOnly.title')}
          </Typography>
          <Typography tag="p" textColor="neutral800">
            {texts('board.readOnly')}
          </Typography>
        </Box>
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex justifyContent="space-between" gap={4} minHeight="3.2rem">
        <Box role="status" tabIndex={-1} data-board-status="">
          <Typography textColor="neutral700" dir="auto">
            {outcome.kind === 'done' ? change(outcome.change) : texts('board.hint')}
          </Typography>
        </Box>
        <Button
          variant="tertiary"
          startIcon={<ClockCounterClockwise />}
          disabled={!undo}
          onClick={() => undo && perform(undo)}
        >
          {texts('board.undo')}
        </Button>
      </Flex>
      {outcome.kind === 'failed' ? (
        <Alert variant="danger" closeLabel={texts('board.close')} onClose={dismiss} title={texts('board.notSaved')}>
          {messageOf(outcome.error)}
        </Alert>
      ) : null}
      {outcome.kind === 'conflict' ? (
        <Alert
          variant="warning"
          closeLabel={texts('board.close')}
          onClose={dismiss}
          title={texts('board.conflict.title')}
          action={
            outcome.lost.length > 0 ? (
              <Button variant="secondary" size="S" onClick={() => perform(...outcome.lost)}>
                {texts('board.conflict.again')}
              </Button>
            ) : undefined
          }
        >
          {texts('board.conflict', { changes: outcome.lost.map(change).join(' · ') })}
        </Alert>
      ) : null}
    </Flex>
  );
};
