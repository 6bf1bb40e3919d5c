import { Box, Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useAPIErrorHandler, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { HoldFailure } from '../../../../shared/src/holds.contract';
import { useTexts } from '../../texts';
import { useStoryApi } from '../story.api';
import { useFailureText } from './useFailureText';

interface Props {
  type: string;
  documentId: string;
  failure: HoldFailure;
  mayHold: boolean;
  onTried(): void;
}

/** Why an embargo that is over has not published the story, since when, and what to do. */
export const EndFailed = ({ type, documentId, failure, mayHold, onTried }: Props) => {
  const texts = useTexts();
  const api = useStoryApi();
  const failureText = useFailureText();
  const { formatDate } = useIntl();
  const { toggleNotification } = useNotification();
  const { formatAPIError } = useAPIErrorHandler();
  const [isBusy, setIsBusy] = useState(false);
  const at = (instant: string) => formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' });

  async function tryAgain() {
    setIsBusy(true);
    try {
      const left = await api.tryAgain(type, documentId);
      toggleNotification(
        left?.failure
          ? { type: 'warning', message: failureText(left.failure) }
          : { type: 'success', message: texts('story.failure.published') }
      );
    } catch (error) {
      toggleNotification({ type: 'danger', message: formatAPIError(error as Parameters<typeof formatAPIError>[0]) });
    }
    setIsBusy(false);
    onTried();
  }
  return (
    <>
      <Typography variant="pi" textColor="neutral800" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {failureText(failure)}
      </Typography>
      <Typography variant="pi" textColor="neutral800">
        {texts('story.failure.since', { since: at(failure.since), attempts: failure.attempts })}{' '}
        {failure.nextTry ? texts('story.failure.next', { next: at(failure.nextTry) }) : ''}
      </Typography>
      <Typography variant="pi" textColor="neutral800">
        {texts('story.failure.todo')}
      </Typography>
      {mayHold ? (
        <Box paddingTop={1}>
          <Button size="S" variant="secondary" startIcon={<ArrowClockwise />} loading={isBusy} onClick={tryAgain}>
            {texts('story.failure.again')}
          </Button>
        </Box>
      ) : null}
    </>
  );
};
