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
export const StatusLine = ({ changes, maySet }: Props) => {
  const { saved, problem, lost, canUndo, undo, again, dismiss } = changes;
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
            {saved && !problem ? change(saved) : texts('board.hint')}
          </Typography>
        </Box>
        <Button variant="tertiary" startIcon={<ClockCounterClockwise />} disabled={!canUndo} onClick={undo}>
          {texts('board.undo')}
        </Button>
      </Flex>
      {problem?.kind === 'failed' ? (
        <Alert variant="danger" closeLabel={texts('board.close')} onClose={dismiss} title={texts('board.notSaved')}>
          {messageOf(problem.error)}
        </Alert>
      ) : null}
      {problem?.kind === 'conflict' ? (
        <Alert
          variant="warning"
          closeLabel={texts('board.close')}
          onClose={dismiss}
          title={texts('board.conflict.title')}
          action={
            lost.length > 0 ? (
              <Button variant="secondary" size="S" onClick={again}>
                {texts('board.conflict.again')}
              </Button>
            ) : undefined
          }
        >
          {texts('board.conflict', { changes: lost.map(change).join(' · ') })}
        </Alert>
      ) : null}
    </Flex>
  );
};
